import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { moduleFileName } from '../../src/catalog/python.js'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { type System, thisSystem } from '../../src/machine/interpreter-places.js'
import { searchInterpreter } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'

const known = runtimes.runtimes.map(({ python }) => python).reverse()
const { found, unusable } = await searchInterpreter(known, thisSystem())
if (found === undefined) {
  throw new Error(
    `The tests need one of Lambda's Pythons, with headers; there is ${JSON.stringify(unusable)}`,
  )
}

/** The newest interpreter of Lambda's that the machine of the tests has. */
export const REAL = found

/** A machine that has nothing but what is put on it. */
export class LaidOut implements System {
  readonly root = mkdtempSync(join(tmpdir(), 'machine-'))
  readonly home = this.at('home/me')
  readonly env: Record<string, string>

  /** @param env more of the environment, relative to the machine where it is a path */
  constructor(env: Record<string, string> = {}) {
    const values = Object.entries(env).map(([name, value]) => [
      name,
      value.startsWith('/') ? this.at(value) : value,
    ])
    this.env = { HOME: this.home, PATH: this.at('bin'), ...Object.fromEntries(values) }
  }

  at(path: string): string {
    return join(this.root, path)
  }

  /** Links to an interpreter, the real one without another, and gives the path. */
  link(path: string, to: string = REAL.path): string {
    mkdirSync(dirname(this.at(path)), { recursive: true })
    symlinkSync(to, this.at(path))
    return this.at(path)
  }

  file(path: string, text: string): string {
    mkdirSync(dirname(this.at(path)), { recursive: true })
    writeFileSync(this.at(path), text)
    return this.at(path)
  }

  program(path: string, script: string): string {
    const file = this.file(path, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return file
  }

  /** The real interpreter, made to say other things of itself by a few lines of Python that run first. */
  pretender(path: string, ...lines: string[]): string {
    const before = [
      'import platform, sys, sysconfig',
      `sys.executable = ${JSON.stringify(this.at(path))}`,
      ...lines,
    ]
    const first = this.file(`${path}.first`, `${before.join('\n')}\nexec(sys.argv[-1])\n`)
    return this.program(path, `exec '${REAL.path}' '${first}' "$@"`)
  }
}

/** A line for a pretender: what Python was configured with. */
export function configured(name: string, value: string | number): string {
  return `sysconfig.get_config_vars()["${name}"] = ${JSON.stringify(value)}`
}

/** Lines for a pretender: a CPython of that version, with the real one's headers. */
export function version(python: string): string[] {
  const suffix = moduleFileName(python, thisArchitecture()).replace('_psycopg', '')
  return [
    `sys.version_info = (${python.replace('.', ', ')}, 0, "final", 0)`,
    configured('EXT_SUFFIX', suffix),
  ]
}
