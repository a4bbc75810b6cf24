import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { onTestFinished } from 'vitest'
import { BuildError } from '../../src/report/errors.js'

export const ROOT = resolve(import.meta.dirname, '../..')

/** A directory that is gone after the test. */
export function tempDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'psycopg2-lambda-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Whether a program answers; some machines have no Info-ZIP. */
export function has(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined
}

/** What a Python script prints; `data` is its standard input. */
export function python(script: string, data: Uint8Array = new Uint8Array(), args: string[] = []): Buffer {
  interpreter ??= execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  }).trim()
  return execFileSync(interpreter, ['-I', '-W', 'ignore', '-c', script, ...args], {
    input: data,
    maxBuffer: 256 * 1024 * 1024,
  })
}

/** The program behind `python3`, which may be pyenv's script and takes longer than the tests' own. */
let interpreter: string | undefined

/**
 * The bytes of a zip that Python's zipfile wrote: `script` has the open `z` and may use `entry(path)`, which
 * gives a ZipInfo with the modes of a zip of ours, and `given`, a ZipFile of `data`.
 */
export function pythonZip(script: string, data?: Uint8Array): Uint8Array {
  const whole = `
import io, stat, struct, sys, warnings, zipfile
stdin = sys.stdin.buffer.read()
given = zipfile.ZipFile(io.BytesIO(stdin)) if stdin else None
def entry(path, mode=0o100644, system=3):
    info = zipfile.ZipInfo(path)
    info.create_system = system
    info.external_attr = mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
out = io.BytesIO()
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
${script.replace(/^/gm, '    ')}
sys.stdout.buffer.write(out.getvalue())
`
  return new Uint8Array(python(whole, data))
}

/** The BuildError that the function throws. */
export function errorOf(run: () => unknown): BuildError {
  try {
    run()
  } catch (error) {
    if (error instanceof BuildError) return error
    throw error
  }
  throw new Error('expected a BuildError, but nothing was thrown')
}

/** The BuildError that a promise ends in. */
export async function failure(promise: Promise<unknown>): Promise<BuildError> {
  const error = await promise.then(
    () => new Error('expected a BuildError, but nothing was thrown'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof BuildError) return error
  throw error
}

/** A copy of src/ and the sample as plain JavaScript, for processes of their own; returns its directory. */
export function transpiled(): string {
  const target = tempDir()
  for (const directory of ['src/package', 'src/report', 'src/catalog', '__tests__/package']) {
    for (const name of readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name === 'python-zip.ts') continue
      const { outputText } = ts.transpileModule(readFileSync(join(ROOT, directory, name), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      })
      const path = join(target, directory, name.replace(/\.ts$/, '.js'))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, outputText)
    }
  }
  writeFileSync(join(target, 'package.json'), '{"type": "module"}')
  symlinkSync(join(ROOT, 'node_modules'), join(target, 'node_modules'))
  return target
}
