import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildPlan } from '../catalog/plan.js'
import { compareVersions } from '../catalog/versions.js'
import { run } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import type { ImageInput } from './images.js'
import type { Sandbox } from './sandbox.js'

/**
 * The path of the plan's Python inside a container.
 *
 * @param input the input that names the image, for the error
 * @throws {BuildError} when the image has none
 */
export async function findPythonInside(
  sandbox: Sandbox,
  plan: BuildPlan,
  image: string,
  input: ImageInput,
): Promise<string> {
  const expected = `${plan.runtime.prefix}/bin/python${plan.python}`
  const outcome = await sandbox.run({
    title: 'find Python',
    argv: ['/bin/sh', '-c', 'command -v "$0" || command -v "$1"', expected, `python${plan.python}`],
    env: {},
  })
  const path = outcome.stdout.trim()
  if (outcome.exitCode === 0 && path !== '') return path
  throw new BuildError(
    `${input}: the image ${image} has no Python ${plan.python}: neither ${expected} nor python${plan.python} on its PATH`,
    `Use the default image, or one that is made for Lambda's Python ${plan.python}.`,
  )
}

/**
 * The path of a CPython of that version on this machine, with headers: on PATH, in the runner's tool cache, or
 * installed by pyenv.
 *
 * @throws {BuildError} when there is none; says where was looked
 */
export async function findPythonHere(python: string): Promise<string> {
  const candidates = [
    `/var/lang/bin/python${python}`,
    `python${python}`,
    ...(await installed(toolCache(), python, 'x64')),
    ...(await installed(toolCache(), python, 'arm64')),
    ...(await installed(join(await pyenvRoot(), 'versions'), python, '')),
  ]
  let withoutHeaders: string | undefined
  for (const candidate of candidates) {
    // A shim of pyenv's stands for versions that are not active, so what counts is what it runs.
    const outcome = await run(candidate, ['-c', PROBE])
    const [version, implementation, executable, headers] = outcome.stdout.trim().split('\n')
    if (outcome.exitCode !== 0 || version !== python || implementation !== 'CPython' || !executable) continue
    if (headers === 'True') return executable
    withoutHeaders ??= executable
  }
  throw new BuildError(
    withoutHeaders === undefined
      ? `This machine has no CPython ${python}: not on PATH, not in the runner's tool cache, not with pyenv`
      : `${withoutHeaders} has no headers (Python.h)`,
    `Install Python ${python} with its headers (actions/setup-python, pyenv install ${python}, or a -dev package), ` +
      'or use a container engine.',
  )
}

const PROBE = `import os, platform, sys, sysconfig
print("%d.%d" % sys.version_info[:2])
print(platform.python_implementation())
print(sys.executable)
print(os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))`

function toolCache(): string {
  return join(
    process.env.RUNNER_TOOL_CACHE ?? process.env.AGENT_TOOLSDIRECTORY ?? '/opt/hostedtoolcache',
    'Python',
  )
}

async function pyenvRoot(): Promise<string> {
  if (process.env.PYENV_ROOT) return process.env.PYENV_ROOT
  const outcome = await run('pyenv', ['root'])
  return outcome.exitCode === 0 ? outcome.stdout.trim() : join(process.env.HOME ?? '/', '.pyenv')
}

/** Interpreters of that version in a directory of versions (`3.13.0/`), the newest first. */
async function installed(directory: string, python: string, below: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => [])
  return names
    .filter((name) => name.startsWith(`${python}.`) && /^[\d.]+$/.test(name))
    .sort((a, b) => compareVersions(b, a))
    .map((name) => join(directory, name, below, 'bin', `python${python}`))
}
