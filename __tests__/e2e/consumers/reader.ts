import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect } from 'vitest'
import type { Architecture } from '../../../src/catalog/architecture.js'
import { moduleFileName } from '../../../src/catalog/python.js'
import { execute } from '../../../src/machine/process.js'
import { readZip } from '../../../src/package/unzip.js'
import type { ServedRelease } from '../../../stand-ins/served-release.js'
import { runCli, temporary } from '../../runner.js'
import type { Snippets } from './snippets.js'
import { defined, pathWith } from './tools.js'

/** What of this process's environment would say what a page does not, or send a tool to a real AWS. */
const UNHEARD = /^(AWS_|SAM_|PIP_(FIND_LINKS|ONLY_BINARY)$|VIRTUAL_ENV$|NODE_OPTIONS$)/

const CACHES = ['UV_CACHE_DIR', 'POETRY_CACHE_DIR', 'PIP_CACHE_DIR', 'PDM_CACHE_DIR']

/** Somebody who does what a page says, in a directory of their own with a handler in `src/app.py`. */
export class Reader {
  readonly directory = temporary()

  /** @param env besides this machine's own @param bins directories with programs, the first of a name counts */
  constructor(
    readonly page: Snippets,
    private readonly release: ServedRelease,
    private readonly env: Record<string, string> = {},
    private readonly bins: readonly string[] = [],
  ) {
    this.write(
      'src/app.py',
      'import psycopg2\n\n\ndef handler(event, context):\n    return psycopg2.__version__\n',
    )
  }

  path(...names: string[]): string {
    return resolve(this.directory, ...names)
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
  do(snippet: string, more: Record<string, string> = {}): Promise<string> {
    return this.run(this.page.take(snippet), more)
  }

  /** The same with commands of the test's own. */
  async run(commands: string, more: Record<string, string> = {}): Promise<string> {
    const heard = Object.entries(process.env).filter(([name]) => !UNHEARD.test(name))
    // The next release is served from another port, or, worse, from the same.
    const caches = CACHES.map((name) => [name, join(this.release.root, 'caches', name)])
    const own = { ...Object.fromEntries([...heard, ...caches]), PATH: pathWith(...this.bins) }
    const env = { ...defined(own), ...this.env, ...more }
    const outcome = await execute('sh', ['-euc', commands], { cwd: this.directory, env })
    if (outcome.exitCode !== 0) throw new Error(`${commands}\n${outcome.stdout}${outcome.stderr}`)
    return outcome.stdout
  }

  /**
   * A directory or zip is a package that has psycopg2 as the release's zip has it, no more and no less, and Lambda loads it.
   *
   * @param bytecode false where a tool is known to leave that out
   */
  async expectPackage(
    made: string,
    architecture: Architecture = 'x86_64',
    { bytecode = true } = {},
  ): Promise<void> {
    const { python, version } = this.release
    const path = this.path(made)
    const unpacked = made.endsWith('.zip') ? temporary() : path
    // Of the thousands of files that a tool packs besides, none matters.
    if (made.endsWith('.zip')) execFileSync('unzip', ['-q', path, 'psycopg2*', '-d', unpacked])
    // Zappa puts an `__init__.py` into every directory.
    const other = bytecode ? /__pycache__\/__init__\.py$/ : /__pycache__\//
    const wanted = (name: string) => name.startsWith('psycopg2/') && !other.test(name)
    const zip = readZip(readFileSync(this.release.file(architecture, 'zip')))
    const entries = zip.filter((one) => !one.directory && wanted(one.path))
    const found = readdirSync(unpacked, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => relative(unpacked, join(one.parentPath, one.name)))
    const names = entries.map((one) => one.path)
    expect(names).toContain(join('psycopg2', moduleFileName(python, architecture)))
    expect(found.filter(wanted).sort()).toEqual(names.sort())
    for (const entry of entries) {
      expect(readFileSync(join(unpacked, entry.path)).equals(entry.data), entry.path).toBe(true)
    }
    expect(readdirSync(unpacked)).toContain(`psycopg2-${version}.dist-info`)
    const argv = ['audit', path, '--python-version', python, '--architecture', architecture]
    const { code, output } = await runCli(argv)
    expect(code, output).toBe(0)
  }

  /** What a Python imports is our psycopg2. @param more other modules that it must have */
  expectImports(python: string, ...more: string[]): void {
    const code = `import ${['psycopg2', ...more].join(', ')}; print(psycopg2.__version__.split()[0], psycopg2.__libpq_version__)`
    const printed = execFileSync(this.path(python), ['-c', code], { cwd: this.directory, encoding: 'utf8' })
    const [artefact] = this.release.manifest.artifacts
    const [major = '', minor = ''] = artefact?.versions.postgresql.split('.') ?? []
    expect(printed.trim()).toBe(`${this.release.version} ${Number(major) * 10000 + Number(minor)}`)
  }
}

/** Whether two files have the same bytes. */
export function sameBytes(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other))
}
