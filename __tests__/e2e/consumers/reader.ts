import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { Architecture } from '../../../src/catalog/architecture.js'
import { execute } from '../../../src/machine/process.js'
import { readZip } from '../../../src/package/unzip.js'
import type { ServedRelease } from '../../../stand-ins/served-release.js'
import { runCli, temporary } from '../../runner.js'
import type { Snippets } from './snippets.js'
import { defined, pathWith } from './tools.js'

/** What of this process's environment would say what a page does not, or send a tool to a real AWS. */
const UNHEARD = /^(AWS_|SAM_|PIP_(FIND_LINKS|ONLY_BINARY)$|VIRTUAL_ENV$|NODE_OPTIONS$)/

/** Somebody who does what a page says, in a directory of their own with a handler in `src/app.py`. */
export class Reader {
  readonly directory = temporary()

  /** @param env besides this machine's own @param bins directories with programs, the first of a name counts */
  constructor(
    private readonly page: Snippets,
    private readonly env: Record<string, string> = {},
    private readonly bins: readonly string[] = [],
  ) {
    this.write(
      'src/app.py',
      'import psycopg2\n\n\ndef handler(event, context):\n    return psycopg2.__version__\n',
    )
  }

  path(...names: string[]): string {
    return join(this.directory, ...names)
  }

  read(...names: string[]): string {
    return readFileSync(this.path(...names), 'utf8')
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    writeFileSync(this.path(name), text)
  }

  /** Writes a snippet into the file that its name ends with: `layer: template.yaml`. */
  put(snippet: string): void {
    this.write(snippet.replace(/^.*: /, ''), this.page.take(snippet))
  }

  /** Runs a snippet. @returns what it prints @throws with that, when it fails */
  do(snippet: string): Promise<string> {
    return this.run(this.page.take(snippet))
  }

  /** The same with commands of the test's own. */
  async run(commands: string): Promise<string> {
    const heard = Object.entries(process.env).filter(([name]) => !UNHEARD.test(name))
    const env = { ...defined(Object.fromEntries(heard)), ...this.env, PATH: pathWith(...this.bins) }
    const outcome = await execute('sh', ['-euc', commands], { cwd: this.directory, env })
    if (outcome.exitCode !== 0) throw new Error(`${commands}\n${outcome.stdout}${outcome.stderr}`)
    return outcome.stdout
  }
}

/**
 * A directory or zip is a package that has psycopg2 as the release's zip has it, which Lambda loads.
 *
 * @param made its path
 * @param wanted with `bytecode: false`, where a tool is known to leave that out
 */
export async function expectPackage(
  made: string,
  wanted: { release: ServedRelease; architecture: Architecture; bytecode?: boolean },
): Promise<void> {
  const { release, architecture, bytecode = true } = wanted
  const artefact = release.manifest.artifacts.find((one) => one.architecture === architecture)
  const unpacked = made.endsWith('.zip') ? temporary() : made
  // Of the thousands of files that a tool packs besides, none matters.
  if (made.endsWith('.zip')) execFileSync('unzip', ['-q', made, 'psycopg2*', '-d', unpacked])
  for (const { path, data, directory } of readZip(
    readFileSync(release.files.get(artefact?.name ?? '') ?? ''),
  )) {
    if (directory || !path.startsWith('psycopg2/') || (path.endsWith('.pyc') && !bytecode)) continue
    expect(existsSync(join(unpacked, path)), path).toBe(true)
    expect(readFileSync(join(unpacked, path)).equals(data), path).toBe(true)
  }
  expect(readdirSync(unpacked)).toContain(`psycopg2-${release.version}.dist-info`)
  const argv = ['audit', made, '--python-version', release.python, '--architecture', architecture]
  const { code, output } = await runCli(argv)
  expect(code, output).toBe(0)
}

/** Whether two files have the same bytes. */
export function sameBytes(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other))
}
