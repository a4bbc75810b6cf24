import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { auditSharedObject } from '../../src/audit/audit.js'
import type { AuditTarget } from '../../src/audit/audit-target.js'
import { MalformedError } from '../../src/audit/byte-reader.js'
import { readElf } from '../../src/audit/elf.js'
import { type Library, libraryOf } from '../../src/audit/library.js'
import { Loader } from '../../stand-ins/loader.js'
import { MODULES } from './loadable.js'
import { mutations } from './mutations.js'
import { HOST, target } from './shared-objects.js'

/** Of some 6,000 mutations of a module, one in this many is tried, others of each module. */
const STEP = 5

const work = mkdtempSync(join(tmpdir(), 'loaders-'))
const loaders: Loader[] = []
afterAll(() => {
  for (const loader of loaders) loader.close()
  rmSync(work, { recursive: true, force: true })
})

/** The program, which has no symbols that matter: what a file says of a library without a name, it says of that. */
const PROGRAM: Library = { names: new Set(['']), path: '', insteadOf: () => undefined, gives: () => false }

const ORDER = ['libpthread.so.0', 'libdl.so.2', 'libm.so.6', 'libc.so.6', 'ld-linux-x86-64.so.2']

/** What a machine has whose loader it is: libraries, C library, kernel and processor. */
async function machine(glibc: '2.17' | 'this'): Promise<{ loader: Loader; runtime: AuditTarget }> {
  const loader = await Loader.make({ glibc, python: ['PyModule_Create2'], initFunction: 'PyInit__psycopg()' })
  loaders.push(loader)
  const path = (name: string) =>
    loader.libraries === undefined
      ? thisMachines(name)
      : join(loader.libraries, name.replace(/^ld-.*/, 'ld-2.17.so'))
  const library = (name: string, file = path(name)) =>
    libraryOf(readElf(readFileSync(file)), { names: new Set([name]), path: file })
  const libraries = [PROGRAM, ...ORDER.map((name) => library(name)), library('python.so', loader.python)]
  const [kernel = expect.fail('no kernel')] = /^\d+\.\d+\.\d+/.exec(release()) ?? []
  const version = glibc === 'this' ? thisGlibc() : glibc
  return {
    loader,
    runtime: target({
      ...{ glibc: version, kernel, instructionSets: instructionSets() },
      beside: { libraries, missing: new Map() },
    }),
  }
}

function thisMachines(name: string): string {
  return execFileSync('gcc', [`-print-file-name=${name}`], { encoding: 'utf8' }).trim()
}

function thisGlibc(): string {
  return execFileSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' }).trim().replace('glibc ', '')
}

/** Of this machine's processor: the psABI's levels by one feature of each. */
function instructionSets(): number {
  const flags = readFileSync('/proc/cpuinfo', 'utf8')
  return ['lm', 'sse4_2', 'avx2', 'avx512vl'].reduce(
    (bits, flag, level) => bits | (new RegExp(`\\b${flag}\\b`).test(flags) ? 1 << level : 0),
    0,
  )
}

/** What keeps the runtime from loading it, in the audit's words; nothing where it is loaded. */
function auditsWords(bytes: Uint8Array, runtime: AuditTarget): string {
  try {
    const { violations } = auditSharedObject(bytes, runtime)
    return violations.flatMap(({ class: kind, message }) => (kind === 'loads' ? [message] : [])).join('; ')
  } catch (error) {
    if (error instanceof MalformedError) return error.message
    throw error
  }
}

// There is no other loader of arm64's than those of Lambda itself; what differs is the types of relocations.
describe.skipIf(HOST === 'arm64').each(['this', '2.17'] as const)('glibc (%s)', async (glibc) => {
  const { loader, runtime } = await machine(glibc)

  const modules = MODULES.filter(({ since = '2.17' }) => glibc === 'this' || since <= '2.17')
  describe.each(modules)('the audit judges mutations of $title', ({ build, skip = false }) => {
    it.skipIf(skip)('as the loader does', async () => {
      const module = build(work)
      const all = mutations(module, 1)
      const tried = [{ what: 'nothing', bytes: module }, ...all.filter((_, index) => index % STEP === 0)]
      const paths = tried.map(({ bytes }, index) => {
        const path = join(work, `${index}.so`)
        writeFileSync(path, bytes)
        return path
      })
      const words = await loader.load(paths)
      const different = tried.flatMap(({ what, bytes }, index) => {
        const [said, refused] = [words[index] ?? '', auditsWords(bytes, runtime)]
        return (said === 'loads') === (refused === '')
          ? []
          : [`${what}\n  loader: ${said}\n  audit: ${refused || 'loads'}`]
      })
      expect(different.join('\n')).toBe('')
      // Neither direction is tried in vain.
      const loaded = words.filter((said) => said === 'loads').length
      expect([loaded, words.length - loaded].every((count) => count > 100)).toBe(true)
    })
  })
})
