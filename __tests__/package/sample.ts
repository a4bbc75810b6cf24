import type { Project, Source } from '../../src/catalog/types.js'
import { sha256 } from '../../src/package/checksums.js'
import type { PackageContents } from '../../src/package/types.js'

/** Fixed bytes that neither compress to nothing nor are random: a linear congruential generator's. */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, (_, index) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return index % 3 === 0 ? 0 : state >>> 24
  })
}

/** The name of a zip of such bytes. */
export const NAME = 'psycopg2.9.13-3.13.zip'

/** What is written as that zip. */
export function zipOf(bytes: Uint8Array): { name: string; bytes: Uint8Array; sha256: string } {
  return { name: NAME, bytes, sha256: sha256(bytes) }
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function source(project: Project, version: string, url: string, pythons?: string[]): Source {
  const sha256 = { openssl: 'a8', postgresql: '55', psycopg2: '9f' }[project].repeat(32)
  const file = { url, root: `${project}-${version}`, size: 1, sha256, checked: 'test' }
  return { project, version, pythons, files: [file] }
}

/** A package as a build would give it: a few modules, their byte code, and an ELF file by its first bytes. */
export function sampleContents(changes: Partial<PackageContents> = {}): PackageContents {
  const so = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...noise(20000)])
  return {
    python: '3.13',
    architecture: 'x86_64',
    glibc: '2.34',
    psycopg2: source(
      'psycopg2',
      '2.9.13',
      'https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.13.tar.gz',
      ['3.10', '3.11', '3.12', '3.13', '3.14', '3.15'],
    ),
    postgresql: source(
      'postgresql',
      '18.6',
      'https://ftp.postgresql.org/pub/source/v18.6/postgresql-18.6.tar.bz2',
    ),
    openssl: source(
      'openssl',
      '3.5.7',
      'https://github.com/openssl/openssl/releases/download/openssl-3.5.7/openssl-3.5.7.tar.gz',
    ),
    toolchain: undefined,
    files: new Map([
      ['psycopg2/sql.py', text('"""SQL composition"""\n'.repeat(40))],
      ['psycopg2/__init__.py', text("__version__ = '2.9.13'\n")],
      ['psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so', so],
      ['psycopg2/__pycache__/sql.cpython-313.pyc', noise(700, 2)],
      ['psycopg2/__pycache__/__init__.cpython-313.pyc', noise(300, 3)],
    ]),
    licenses: {
      psycopg2: text('psycopg2 and the LGPL\n'),
      postgresql: text('PostgreSQL Database Management System\n'),
      openssl: text('Apache License Version 2.0\n'),
    },
    buildInfo: { compiler: 'gcc (GCC) 11.5.0', flags: ['-O2', '-Wl,-z,relro,-z,now'], edits: ['an edit'] },
    ...changes,
  }
}
