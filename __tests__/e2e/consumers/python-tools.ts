import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askPip } from '../../../src/machine/pip.js'
import { readPip } from '../../../src/sources/pip-settings.js'
import { CACHE } from '../../../stand-ins/places.js'

/** A tool as people install it: by pip, into an environment of its own. */
const TOOLS = {
  pip: ['pip==26.3'],
  uv: ['uv==0.13.9'],
  poetry: ['poetry==2.5.1', 'poetry-plugin-export==1.10.1'],
  // It asks for hishel 1.4.0 or newer, and uses what 2 no longer has.
  pdm: ['pdm==2.29.4', 'hishel<2'],
}
export type Tool = keyof typeof TOOLS

/** The directory with a tool's program, or why this machine cannot have it. */
export type Provided = { bin: string } | { missing: string }

/** Installs a tool from the Python index that this machine's pip is configured for, once. */
export function provideTool(tool: Tool, interpreter: string): Provided {
  const wanted = TOOLS[tool]
  const key = createHash('sha256')
    .update(JSON.stringify([wanted, interpreter]))
    .digest('hex')
    .slice(0, 12)
  const directory = join(CACHE, 'python-tools', `${tool}-${key}`)
  const marker = join(directory, 'complete')
  try {
    if (!existsSync(marker)) {
      rmSync(directory, { recursive: true, force: true })
      makeEnvironment(directory, interpreter, wanted)
      writeFileSync(marker, '')
    }
    return { bin: join(directory, 'bin') }
  } catch (error) {
    return { missing: `pip could not install it: ${lastLine(error)}` }
  }
}

/** Makes a virtual environment, also with a Python of Debian's, which has no pip to put into it. */
export function makeEnvironment(directory: string, interpreter: string, packages: readonly string[]): void {
  mkdirSync(join(directory, '..'), { recursive: true })
  const python = join(directory, 'bin', 'python')
  execFileSync(interpreter, ['-m', 'venv', '--without-pip', directory], { stdio: 'pipe' })
  const argv = ['-m', 'pip', '--python', python, 'install', '--quiet', ...packages]
  execFileSync('python3', argv, { stdio: 'pipe' })
}

/** What tells the other tools of the index and the certificates that pip is configured for; PyPI's own where it is for none. */
export async function toolSettings(): Promise<Record<string, string>> {
  const settings = await readPip(askPip, process.env)
  const [index] = settings?.indexes ?? []
  const { ca } = settings?.trust ?? {}
  return {
    ...(index?.named ? { UV_DEFAULT_INDEX: index.address, PDM_PYPI_URL: index.address } : {}),
    ...(ca === undefined ? {} : { SSL_CERT_FILE: ca, REQUESTS_CA_BUNDLE: ca }),
  }
}

function lastLine(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: Buffer | string }
  return stderr.toString().trim().split('\n').at(-1) || message
}
