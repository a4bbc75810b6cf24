import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findPsycopg2, placesOf } from '../../src/audit/import-path.js'
import type { JudgedFile } from '../../src/audit/judgement.js'
import { isSharedObject } from '../../src/audit/module-names.js'
import { sortObjects } from '../../src/audit/sort-objects.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { PYTHONS } from '../roles.js'
import { HOST, Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())
const good = workshop.build()

const SPEC = `
import importlib.util, json, sys
sys.path[:0] = sys.argv[1:]
try: print(json.dumps(importlib.util.find_spec('psycopg2._psycopg').origin))
except (ImportError, AttributeError): print('null')
`

/** What a real Python would open for "import psycopg2._psycopg", by its path in the package. */
async function foundByPython(python: string, paths: readonly string[]) {
  const directory = join(workshop.directory, String(count++))
  for (const path of paths) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), '')
  }
  const interpreter = await findPythonHere(python)
  // A layer is unpacked into /opt, of which Lambda has these two in sys.path; a function into /var/task, which is there itself.
  const isLayer = paths.every((path) => path.startsWith('python/'))
  const roots = isLayer ? [`python/lib/python${python}/site-packages`, 'python'] : ['']
  const search = roots.map((root) => join(directory, root))
  const origin = JSON.parse(
    execFileSync(interpreter, ['-I', '-c', SPEC, ...search], { encoding: 'utf8', cwd: '/' }),
  )
  return origin === null ? undefined : (origin as string).slice(directory.length + 1)
}
let count = 0

/** What the audit says that it would open. */
function foundByAudit(python: string, paths: readonly string[]) {
  const target = { python, architecture: HOST } as const
  const places = placesOf(paths, target)
  const psycopg2 = findPsycopg2(paths, places, target)
  const file = (): JudgedFile => ({ size: good.length, read: () => good })
  const { opened } = sortObjects(paths.filter(isSharedObject), new Map(paths.map((path) => [path, file()])), {
    target,
    psycopg2,
    whole: true,
  })
  const found = opened.find(({ path }) => psycopg2.found !== undefined && path.startsWith(psycopg2.found))
  return found?.path
}

const OWN = '{own}'
const LAYOUTS: Record<string, string[]> = {
  'its own tag': [`psycopg2/${OWN}`],
  'every name that Python takes': ['psycopg2/_psycopg.so', 'psycopg2/_psycopg.abi3.so', `psycopg2/${OWN}`],
  'abi3 before a plain one': ['psycopg2/_psycopg.so', 'psycopg2/_psycopg.abi3.so'],
  'a plain one': ['psycopg2/_psycopg.so'],
  "others' tags": [
    'psycopg2/_psycopg.cpython-34m-x86_64-linux-gnu.so',
    'psycopg2/_psycopg.cpython-313t-x86_64-linux-gnu.so',
  ],
  'one folder too deep': ['src/psycopg2/__init__.py', `src/psycopg2/${OWN}`],
  'its contents without it': ['__init__.py', OWN],
  'another name': ['psycopg2-lambda/__init__.py', `psycopg2-lambda/${OWN}`],
  'a layer': ['python/psycopg2/__init__.py', `python/psycopg2/${OWN}`],
  "a layer's site-packages before its top": [
    `python/psycopg2/${OWN}`,
    'python/psycopg2/__init__.py',
    'python/lib/python{version}/site-packages/psycopg2/__init__.py',
    `python/lib/python{version}/site-packages/psycopg2/${OWN}`,
  ],
  "a layer's top before a directory of that name without __init__.py": [
    `python/psycopg2/${OWN}`,
    'python/psycopg2/__init__.py',
    `python/lib/python{version}/site-packages/psycopg2/${OWN}`,
  ],
  "another Python's site-packages": [
    'python/lib/python3.5/site-packages/psycopg2/__init__.py',
    `python/lib/python3.5/site-packages/psycopg2/${OWN}`,
  ],
}

const THREE = PYTHONS.filter((python) => python !== '2.7')

test('there is a Python 3 to ask', () => expect(THREE.length).toBeGreaterThan(0))

test.each(Object.entries(LAYOUTS))('finds what Python finds: %s', async (_, layout) => {
  for (const python of THREE) {
    const paths = layout.map((path) =>
      path.replace('{version}', python).replace(OWN, moduleFileName(python, HOST)),
    )
    const all = paths.some((path) => path.startsWith('psycopg2/'))
      ? ['psycopg2/__init__.py', ...paths]
      : paths
    expect(foundByAudit(python, all), python).toBe(await foundByPython(python, all))
  }
})
