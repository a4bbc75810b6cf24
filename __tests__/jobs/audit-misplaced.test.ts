import { describe, expect, test } from 'vitest'
import { pythonZip, zipOf } from '../package/python-zip.js'
import { text } from '../package/sample.js'
import { type Files, good, init, judge, MODULE, NAME } from './judging.js'

describe("why psycopg2's module is not found stands in the first line", () => {
  const named = (name: string): Files => [init, [`psycopg2/${name}`, good]]
  test.each<[string, Files, says: string]>([
    ['for another Python', named('_psycopg.cpython-312-x86_64-linux-gnu.so'), 'is for Python 3.12'],
    [
      'for musl',
      named('_psycopg.cpython-313-x86_64-linux-musl.so'),
      'with musl, another C library than glibc',
    ],
    ['for macOS', named('_psycopg.cpython-313-darwin.so'), 'is for Python 3.13 on macOS'],
    ['for Windows', named('_psycopg.cp313-win_amd64.pyd'), 'is for Python 3.13 on Windows'],
    [
      'a copy',
      named(NAME.replace('.so', ' (1).so')),
      `(1).so", which Python does not look for. Call it ${NAME}.`,
    ],
    ["another system's copy", named(NAME.replace('.so', ' - Copy.so')), `Call it ${NAME}.`],
    ['in capitals', named(NAME.replace('_psycopg', '_Psycopg')), `Call it ${NAME}.`],
    ['with an ending in capitals', named(NAME.replace('.so', '.SO')), `Call it ${NAME}.`],
    ['sent as text', named(`${NAME}.txt`), `Call it ${NAME}.`],
    ['with a number', named('_psycopg.so.1'), 'Call it _psycopg.so.'],
    ['beside its directory', [init, [NAME, good]], `lies in ${NAME}, and Python looks for it in psycopg2/`],
    ['left out', [init], 'psycopg2/ has no module that Python 3.13'],
  ])('%s', async (_, files, says) => {
    const { headline, findings } = await judge('package.zip', [['app.py', text('')], ...files])
    expect(findings[0]).toMatchObject({ rule: 'module-name', error: "No module named 'psycopg2._psycopg'" })
    expect(headline).toContain(says)
  })

  test('a link that leads out of the package', async () => {
    const linked = (target: string) =>
      pythonZip(
        `
for i in given.infolist(): z.writestr(i, given.read(i))
z.writestr(entry('${MODULE}', 0o120777), b'${target}')
`,
        zipOf([init, ['shared/m.bin', good]]),
      )
    const { headline } = await judge('package.zip', linked('/home/me/m.so'))
    expect(headline).toContain(`${MODULE} is a symbolic link to "/home/me/m.so", which is not in the package`)
    // Where the package will be, the link leads into it.
    expect(await judge('package.zip', linked('/var/task/shared/m.bin'))).toMatchObject({ passed: true })
  })

  test('all of psycopg2 is such a link', async () => {
    const zip = pythonZip("z.writestr(entry('app.py'), b''); z.writestr(entry('psycopg2', 0o120777), b'/x')")
    const { headline, findings } = await judge('package.zip', zip)
    expect(headline).toContain('psycopg2 is a symbolic link to "/x", which is not in the package')
    expect(findings).toMatchObject([{ rule: 'psycopg2', error: "No module named 'psycopg2'" }])
  })
})

describe('who does what is said of a psycopg2 in the wrong place has it found', () => {
  const handler = ['lambda_function.py', text('')] as const
  /** psycopg2 with what pip installs beside it, below a directory. */
  const below = (top: string): Files => [
    [`${top}psycopg2/__init__.py`, text('')],
    [`${top}psycopg2/extensions.py`, text('')],
    [`${top}${MODULE}`, good],
    [`${top}psycopg2_binary.libs/libpq-1.so.5`, text('')],
  ]
  const contents = (top: string): Files => [
    [`${top}__init__.py`, text('')],
    [`${top}extensions.py`, text('')],
    [`${top}${NAME}`, good],
  ]
  const site = 'python/lib/python3.13/site-packages/'
  const toLayer = 'to python/, so that python/psycopg2/__init__.py is in the package'
  test.each<[string, Files, says: string, done: [from: string, to: string]]>([
    ['a layer in a directory', below('layer/python/'), 'Zip what is in layer/, not the', ['layer/', '']],
    [
      'one with site-packages',
      below(`a/layer/${site}`),
      'Zip what is in a/layer/, not the directory itself: a layer has python/',
      ['a/layer/', ''],
    ],
    [
      'a layer in a directory, and a file beside it',
      [['README.md', text('')], ...below('layer/python/')],
      `Move what is in layer/python/ ${toLayer}`,
      ['layer/python/', 'python/'],
    ],
    ['a capital', below('Python/'), `Move what is in Python/ ${toLayer}`, ['Python/', 'python/']],
    [
      'site-packages twice',
      below(`${site}site-packages/`),
      `Move what is in ${site}site-packages/ ${toLayer}`,
      [`${site}site-packages/`, 'python/'],
    ],
    [
      'a version without its dot',
      below('python/lib/python313/site-packages/'),
      `Move what is in python/lib/python313/site-packages/ ${toLayer}`,
      ['python/lib/python313/site-packages/', 'python/'],
    ],
    [
      'lib64',
      below('python/lib64/python3.13/site-packages/'),
      `Move what is in python/lib64/python3.13/site-packages/ ${toLayer}`,
      ['python/lib64/python3.13/site-packages/', 'python/'],
    ],
    [
      'site-packages without its directories',
      below('python/site-packages/'),
      toLayer,
      ['python/site-packages/', 'python/'],
    ],
    [
      'twice, beside a handler',
      [handler, ...below('psycopg2/')],
      "Move what is in psycopg2/ to the package's top, so that psycopg2/__init__.py is in the package",
      ['psycopg2/', ''],
    ],
    [
      'a folder too deep, all of it',
      below('src/'),
      'zip what is in src/, not the directory itself',
      ['src/', ''],
    ],
    [
      'in a virtual environment',
      [handler, ...below('venv/lib/python3.13/site-packages/')],
      "Move what is in venv/lib/python3.13/site-packages/ to the package's top",
      ['venv/lib/python3.13/site-packages/', ''],
    ],
    [
      'deep and renamed',
      [handler, ...contents('src/psycopg2-3.13/')],
      'Move that directory: it must be psycopg2/.',
      ['src/psycopg2-3.13/', 'psycopg2/'],
    ],
    [
      'renamed in a layer',
      contents('python/psycopg2-3.13/'),
      'Rename that directory: it must be python/psycopg2/.',
      ['python/psycopg2-3.13/', 'python/psycopg2/'],
    ],
    [
      'its contents among the code',
      [['src/app.py', text('')], ...contents('src/')],
      "Move psycopg2's own files (__init__.py, extensions.py, _psycopg… and so on) from src/ to psycopg2/.",
      ['src/', 'psycopg2/'],
    ],
    [
      'its contents beside the handler',
      [handler, ...contents('')],
      "Put psycopg2's own files (__init__.py, extensions.py, _psycopg… and so on) into a directory psycopg2/",
      ['', 'psycopg2/'],
    ],
  ])('%s', async (_, files, says, [from, to]) => {
    const { headline, findings } = await judge('package.zip', files)
    expect(headline).toContain(says)
    expect(findings[0]).toMatchObject({ rule: 'psycopg2', error: "No module named 'psycopg2'" })
    const done = files.map(([path, bytes]) => {
      const isMeant = path.startsWith(from) && path !== 'lambda_function.py'
      return [isMeant ? `${to}${path.slice(from.length)}` : path, bytes] as const
    })
    expect(await judge('package.zip', done)).toMatchObject({ psycopg2: expect.stringMatching(/psycopg2\/$/) })
  })

  test('its module alone is not enough, wherever it is put', async () => {
    const { headline } = await judge('package.zip', [handler, [NAME, good]])
    expect(headline).toContain("psycopg2's module lies in the package's top alone")
    expect(headline).toContain('Put all of psycopg2 into the package, not its module alone')
  })
})
