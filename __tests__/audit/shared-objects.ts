import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditTarget } from '../../src/audit/audit-target.js'

/** What gcc here compiles for. */
export const HOST = process.arch === 'arm64' ? 'arm64' : 'x86_64'

/** A psycopg2 in small: constants of the real one, calls into Python and libc, a table that must be relocated. */
export const GOOD_C = `
#include <string.h>
extern void *PyModule_Create2(void *, int);
extern void *_PyObject_New(void *);
static const char *const table[] = {
  "/etc/pki/tls", "/etc/pki/tls/cert.pem", "/etc/postgresql-common", "/tmp", "%s/.s.PGSQL.%d",
  "MODULESDIR: \\"/usr/local/psycopg2-lambda/lib/ossl-modules\\"", "/.well-known/openid-configuration",
  "OpenSSL 3.5.7 9 Jun 2026", "OpenSSL reports negative bytes pending", "/dev/urandom",
};
void *PyInit__psycopg(void) {
  return PyModule_Create2(_PyObject_New((void *)table), (int)strlen(table[(long)&table % 10]));
}
`

const LINK = [
  '-Wl,--exclude-libs,ALL -Wl,-Bsymbolic -Wl,--gc-sections -Wl,--as-needed -Wl,-z,relro,-z,now,-z,nodelete',
  '-Wl,-z,noexecstack -Wl,--build-id=none -Wl,--hash-style=gnu',
  `-Wl,-z,max-page-size=${HOST === 'arm64' ? 65536 : 4096}`,
]
  .join(' ')
  .split(' ')

/** How a file differs from the good one. */
export interface Variation {
  /** Added to the good C source. */
  c?: string
  /** In place of the good C source. */
  source?: string
  compile?: string[]
  /** After everything else on the link line, so that it wins. */
  link?: string[]
  /** The version script's `global:` list, in place of the init function alone. */
  exported?: string
  /** What is stripped, in the words of `strip`; as the recipe does by default. */
  strip?: string[]
}

/** A directory of a test file's own, with a compiler in it. */
export class Workshop {
  readonly directory = mkdtempSync(join(tmpdir(), 'audit-'))
  #count = 0

  /** @param tools what stands before `gcc` and `strip`, for example `aarch64-linux-gnu-` */
  constructor(readonly tools = '') {}

  /** The path of a shared object as the recipe links it, but for the variation. */
  path(variation: Variation = {}): string {
    const directory = join(this.directory, String(this.#count++))
    mkdirSync(directory)
    const file = (name: string) => join(directory, name)
    writeFileSync(file('m.c'), variation.source ?? GOOD_C + (variation.c ?? ''))
    writeFileSync(file('m.map'), `{ global: ${variation.exported ?? 'PyInit__psycopg;'} local: *; };\n`)
    const { compile = [], link = [], strip = ['--strip-all', '--remove-section=.comment'] } = variation
    const output = file('_psycopg.so')
    // What a variation adds is called by nothing, and should be there all the same.
    const keep = variation.c === undefined && compile.length === 0 ? [] : ['-Wl,--no-gc-sections']
    const script = `-Wl,--version-script=${file('m.map')}`
    run(`${this.tools}gcc`, ['-O2', '-fPIC', ...compile, '-c', file('m.c'), '-o', file('m.o')])
    run(`${this.tools}gcc`, ['-shared', script, ...LINK, ...keep, file('m.o'), '-o', output, ...link])
    if (strip.length > 0) {
      run(`${this.tools}strip`, [...strip, output])
    }
    return output
  }

  /** The bytes of such a file. */
  build(variation: Variation = {}): Uint8Array {
    return new Uint8Array(readFileSync(this.path(variation)))
  }

  /**
   * The path of a library to link with.
   * @param soname the name under which it will be needed
   * @param versions version name to the functions that have it; '' for functions without one
   */
  library(soname: string, versions: Record<string, string[]>): string {
    const directory = join(this.directory, String(this.#count++))
    mkdirSync(directory)
    const file = (name: string) => join(directory, name)
    const functions = Object.values(versions).flat()
    writeFileSync(file('l.c'), functions.map((name) => `void ${name}(void) {}\n`).join(''))
    const nodes = Object.entries(versions).filter(([version]) => version !== '')
    writeFileSync(
      file('l.map'),
      nodes
        .map(([version, names]) => `${version} { ${names.map((name) => `${name};`).join(' ')} };\n`)
        .join(''),
    )
    const script = nodes.length > 0 ? [`-Wl,--version-script=${file('l.map')}`] : []
    const output = file(soname)
    run(`${this.tools}gcc`, [
      '-shared',
      '-fPIC',
      `-Wl,-soname,${soname}`,
      ...script,
      file('l.c'),
      '-o',
      output,
    ])
    return output
  }

  /** Removes everything. */
  close(): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}

/** Whether the linker knows a `-z` keyword; GNU ld only warns of one that it does not. */
export function linkerKnows(workshop: Workshop, keyword: string): boolean {
  const output = join(workshop.directory, `${keyword}.so`)
  const linked = spawnSync('gcc', ['-shared', '-fPIC', `-Wl,-z,${keyword}`, '-x', 'c', '-', '-o', output], {
    input: 'int *f(int *x) { return x; }',
    encoding: 'utf8',
  })
  return linked.status === 0 && !linked.stderr.includes(keyword)
}

/** The target of the good file. */
export function target(changes: Partial<AuditTarget> = {}): AuditTarget {
  return {
    architecture: HOST,
    runtime: 'Python 3.13 (Amazon Linux 2023)',
    // Of the newest symbol that the good file needs on either machine; glibc of arm64 starts with 2.17.
    glibc: '2.17',
    kernel: '4.14.0',
    instructionSets: 0b111,
    initFunction: 'PyInit__psycopg',
    openssl: '3.5.7',
    ...changes,
  }
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
