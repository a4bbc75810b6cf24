import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Elf, readElf } from '../src/audit/elf.js'
import { DT } from '../src/audit/elf-dynamic.js'
import { EM, PT } from '../src/audit/elf-header.js'
import type { Architecture } from '../src/catalog/architecture.js'
import { Loader, type LoaderOptions } from './loader.js'

/** A module to load, and how: `LoaderOptions`. */
export interface Loaded extends Pick<LoaderOptions, 'initFunction' | 'compiler'> {
  /** The file, or what is in it. */
  module: string | Uint8Array
}

/**
 * Has glibc 2.17's own loader load a module, every symbol at once, with stand-ins for Python's functions and data. It
 * sees what no look at versions does: a function that glibc 2.17 lacks and that the module needs without a version.
 *
 * Nothing of the module is called. A module for another machine needs emulation.
 *
 * @returns the loader's own words where it refuses the module, otherwise undefined
 * @throws when it cannot be tried
 */
export async function whyOldGlibcRefuses({ module, ...options }: Loaded): Promise<string | undefined> {
  const elf = readElf(typeof module === 'string' ? readFileSync(module) : module)
  const architecture = architectureOf(elf)
  const loader = await Loader.make({ glibc: '2.17', architecture, python: pythonsNames(elf), ...options })
  const work = mkdtempSync(join(tmpdir(), 'old-glibc-'))
  const path = join(work, '_psycopg.so')
  try {
    writeFileSync(path, unloadable(elf))
    const [words = ''] = await loader.load([path])
    return words === 'loads' ? undefined : words.replaceAll(`${work}/`, '')
  } finally {
    loader.close()
    rmSync(work, { recursive: true, force: true })
  }
}

function architectureOf({ machine }: Elf): Architecture {
  if (machine === EM.X86_64) return 'x86_64'
  if (machine === EM.AARCH64) return 'arm64'
  throw new Error(`There is no glibc 2.17 for machine ${machine}`)
}

/**
 * The module as one that may be unloaded again: after refusing one that must stay, glibc 2.17 ends the process instead
 * of saying why (an assertion in its dl-open.c). What is loaded, and how, is the same.
 */
function unloadable({ bytes, segments, dynamic }: Elf): Uint8Array {
  const NODELETE = 0x8
  const copy = Buffer.from(bytes)
  const table = segments.findLast(({ type }) => type === PT.DYNAMIC)?.offset ?? 0
  for (const [index, { tag, value }] of dynamic.entries()) {
    if (tag === DT.FLAGS_1) copy.writeUInt32LE((value & ~NODELETE) >>> 0, table + index * 16 + 8)
  }
  return copy
}

/** Everything of Python's that the module needs: a loader does not ask what a name stands for. */
function pythonsNames({ symbols }: Elf): string[] {
  const missing = symbols.filter(({ defined, version }) => !defined && version === null)
  return missing.map(({ name }) => name).filter((name) => /^_?Py\w+$/.test(name))
}
