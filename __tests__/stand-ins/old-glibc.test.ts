import { afterAll, expect, test } from 'vitest'
import { whyOldGlibcRefuses } from '../../stand-ins/old-glibc.js'
import { Workshop } from '../audit/shared-objects.js'

// Of this machine's own architecture, so that nothing is emulated.
const workshop = new Workshop()
afterAll(() => workshop.close())

const initFunction = 'PyInit__psycopg'

test('a module in small is loaded, with functions and data of Python’s left to Python', async () => {
  const c = 'extern void *PyExc_ValueError; void *const *error(void) { return &PyExc_ValueError; }'
  expect(await whyOldGlibcRefuses({ module: workshop.build({ c }), initFunction })).toBeUndefined()
  expect(await whyOldGlibcRefuses({ module: workshop.path({ c }), initFunction })).toBeUndefined()
})

const init = (body: string) => `void *PyInit__psycopg(void) { ${body} return 0; }`

test.each([
  {
    what: 'a version that came later',
    source: `extern void explicit_bzero(void *, unsigned long); ${init('explicit_bzero(0, 0);')}`,
    says: "libc.so.6: version `GLIBC_2.25' not found (required by _psycopg.so)",
  },
  {
    what: 'a function that came later, without its version',
    source: `extern void __explicit_bzero_chk(void *, unsigned long, unsigned long);
      ${init('__explicit_bzero_chk(0, 0, 0);')}`,
    link: ['-nostdlib'],
    says: '_psycopg.so: undefined symbol: __explicit_bzero_chk',
  },
  {
    what: 'data that nobody has',
    source: `extern int unheard_of; ${init('return &unheard_of;')}`,
    says: '_psycopg.so: undefined symbol: unheard_of',
  },
  {
    what: 'a library that is not there',
    source: `extern void other(void); ${init('other();')}`,
    link: [workshop.library('libother.so.1', { '': ['other'] })],
    says: 'libother.so.1: cannot open shared object file: No such file or directory',
  },
  {
    what: 'no function for Python to call',
    source: 'void *another(void) { return 0; }',
    says: '_psycopg.so: undefined symbol: PyInit__psycopg',
  },
])('a module is refused for $what', async ({ source, link = [], says }) => {
  const module = workshop.build({ source, link })
  expect(await whyOldGlibcRefuses({ module, initFunction })).toBe(says)
})

test('what cannot be tried is no refusal', async () => {
  const module = workshop.build()
  await expect(whyOldGlibcRefuses({ module, initFunction, compiler: ['false'] })).rejects.toThrow(
    'false failed',
  )
})
