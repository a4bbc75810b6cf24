import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import type { Architecture } from '../../../src/catalog/architecture.js'
import { moduleFileName } from '../../../src/catalog/python.js'
import { readZip } from '../../../src/package/unzip.js'
import type { ServedRelease } from '../../../stand-ins/served-release.js'
import { runCli, temporary } from '../../runner.js'

const CACHES = ['UV_CACHE_DIR', 'POETRY_CACHE_DIR', 'PIP_CACHE_DIR', 'PDM_CACHE_DIR']

/** A directory to work in, as a reader of the pages does. */
export class Desk {
  readonly directory = temporary()

  /** @param env what commands are given, besides this process's own */
  constructor(
    private readonly release: ServedRelease,
    private readonly env: Record<string, string>,
  ) {}

  write(name: string, text: string): void {
    writeFileSync(join(this.directory, name), text)
  }

  read(name: string): string {
    return readFileSync(join(this.directory, name), 'utf8')
  }

  /** Runs a snippet in a shell. @returns what it prints @throws with that, when any of it fails */
  async run(script: string, more: Record<string, string> = {}): Promise<string> {
    // The next release is served from another port, or, worse, from the same.
    const caches = Object.fromEntries(CACHES.map((name) => [name, join(this.release.root, 'caches', name)]))
    const env = { ...process.env, ...caches, ...this.env, ...more }
    try {
      const options = { cwd: this.directory, env }
      const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euc', script], options)
      return stdout + stderr
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string }
      throw new Error(`${script}\n${stdout}${stderr}`)
    }
  }

  /** `package/` has psycopg2 as the release's zip has it, its bytecode included, and Lambda would load it. */
  async expectPackage(architecture: Architecture): Promise<void> {
    const { manifest, files, python, version } = this.release
    const target = join(this.directory, 'package')
    const zip = manifest.artifacts.find((one) => one.architecture === architecture)
    const entries = readZip(readFileSync(files.get(zip?.name ?? '') ?? ''))
    const inPackage = entries.filter(({ path, directory }) => !directory && path.startsWith('psycopg2/'))
    for (const { path, data } of inPackage) {
      expect(readFileSync(join(target, path)).equals(data), path).toBe(true)
    }
    const module = join('psycopg2', moduleFileName(python, architecture))
    expect(inPackage.map(({ path }) => path)).toContain(module)
    const found = readdirSync(join(target, 'psycopg2'), { recursive: true, withFileTypes: true })
    expect(found.filter((one) => one.isFile())).toHaveLength(inPackage.length)
    expect(readdirSync(target)).toContain(`psycopg2-${version}.dist-info`)
    const argv = ['audit', target, '--python-version', python, '--architecture', architecture]
    const { code, output } = await runCli(argv)
    expect(code, output).toBe(0)
  }

  /** What a Python imports is our psycopg2. @param more other modules that it must have */
  expectImports(python: string, ...more: string[]): void {
    const code = `import ${['psycopg2', ...more].join(', ')}; print(psycopg2.__version__.split()[0], psycopg2.__libpq_version__)`
    const printed = execFileSync(python, ['-c', code], { cwd: this.directory, encoding: 'utf8' })
    const [artefact] = this.release.manifest.artifacts
    const [major = '', minor = ''] = artefact?.versions.postgresql.split('.') ?? []
    expect(printed.trim()).toBe(`${this.release.version} ${Number(major) * 10000 + Number(minor)}`)
  }
}

/** A `PATH` on which the programs of these directories come first. */
export function pathWith(...directories: string[]): string {
  return [...directories, process.env.PATH ?? ''].join(delimiter)
}
