import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MACHINES } from '../catalog/architecture.js'
import { findPythonHere } from '../machine/interpreters.js'
import { tail } from '../machine/process.js'
import { makeScratch } from '../machine/scratch.js'
import { BuildError } from '../report/errors.js'
import { Container, copyFromImage } from '../sandbox/container.js'
import { findPythonInside } from '../sandbox/find-python.js'
import { ensureImage } from '../sandbox/images.js'
import type { Workshop } from './workshop.js'

/**
 * The interpreter of a workshop's plan. Compiling needs no privileges, but where only root can run Python, everything
 * is run as root from now on.
 *
 * @throws {BuildError} when there is none, or one that nothing can be built with: another version, free-threaded,
 *   without headers
 */
export async function findPython({ sandbox, plan, log }: Workshop): Promise<string> {
  if (!(sandbox instanceof Container)) return findPythonHere(plan.python)
  const { name } = sandbox.image
  const python = await findPythonInside(sandbox, { ...plan, buildImage: name }, 'build-image')
  const look = () => sandbox.execute({ argv: [python, '-c', LOOK, plan.python] })
  let seen = await look()
  if (seen.exitCode !== 0 && seen.exitCode !== UNFIT) {
    sandbox.becomeRoot()
    seen = await look()
    if (seen.exitCode === 0) log.notice(`In ${name} only root can run ${python}: compiling as root`)
  }
  if (seen.exitCode === 0) return python
  const why = tail(seen, 1).join('')
  throw new BuildError(
    `build-image: Python ${plan.python} of ${name} ${seen.exitCode === UNFIT ? why : `does not run: ${why}`}`,
    'Use the default image, or one whose Python was installed with its headers.',
  )
}

const UNFIT = 4
const LOOK = `import os, sys, sysconfig
version = "%d.%d" % sys.version_info[:2]
path = os.path.join(sysconfig.get_path("include"), "Python.h")
problem = (
    "is Python " + version if version != sys.argv[1]
    else "is free-threaded, as no Python of Lambda is" if sysconfig.get_config_var("Py_GIL_DISABLED")
    else "has no headers: %s does not exist" % path if not os.path.exists(path)
    else None
)
if problem:
    print(problem)
    sys.exit(${UNFIT})`

/**
 * The headers of a plan's Python for the plan's own architecture, inside its workshop; undefined where they are those of
 * the interpreter. They are taken out of the build image of that architecture, of which nothing is run. On this machine
 * itself there are none but the interpreter's: see psycopg2.sh.
 *
 * @throws {BuildError} when the image has none where Lambda's have them, or Debian's
 */
export async function targetHeaders({ sandbox, plan, runId, log }: Workshop): Promise<string | undefined> {
  if (!(sandbox instanceof Container) || sandbox.architecture === plan.architecture) return undefined
  const { engine } = sandbox
  const { architecture, buildImage: name, runtime, python } = plan
  const image = await ensureImage({ engine, name, architecture, input: 'build-image', log })
  const local = await makeScratch(runId, 'headers')
  const headers = `python${python}`
  const debian = `${MACHINES[architecture]}-linux-gnu`
  const places = [
    [`${runtime.prefix}/include/${headers}`],
    [`/usr/include/${headers}`, `/usr/include/${debian}/${headers}`],
  ]
  for (const paths of places) {
    const wanted = paths.map((path) => ({ path, local: join(local, path.slice(path.indexOf('/include/'))) }))
    await copyFromImage({ engine, image, architecture, runId }, wanted)
    if (!wanted.every((one) => existsSync(join(one.local, 'pyconfig.h')))) continue
    await assertHeaders(join(local, 'include', headers), python, name)
    return `${await sandbox.copyIn(join(local, 'include'), 'headers')}/${headers}`
  }
  throw new BuildError(
    `build-image: ${name} has no headers of Python ${python} in ${runtime.prefix}/include or /usr/include`,
    'Use the default image, or one whose Python was installed with its headers there.',
  )
}

/** @throws {BuildError} when they are not those of a CPython of that version, or of a free-threaded one */
async function assertHeaders(directory: string, python: string, image: string): Promise<void> {
  const read = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '')
  const text = (await read('patchlevel.h')) + (await read('pyconfig.h'))
  const [major, minor] = ['MAJOR', 'MINOR'].map(
    (part) => new RegExp(`PY_${part}_VERSION\\s+(\\d+)`).exec(text)?.[1],
  )
  const freeThreaded = /^#define Py_GIL_DISABLED 1/m.test(text)
  if (`${major}.${minor}` === python && !freeThreaded) return
  throw new BuildError(
    `build-image: the headers of Python ${python} in ${image} are ` +
      (freeThreaded ? 'of a free-threaded one, as no Python of Lambda is' : `of Python ${major}.${minor}`),
    'Use the default image, or one that is made for that Python.',
  )
}
