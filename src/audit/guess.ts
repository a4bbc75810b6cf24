import { posix } from 'node:path'
import type { Architecture } from '../catalog/architecture.js'
import { BuildError } from '../report/errors.js'
import { EM } from './elf-header.js'
import { siteOf } from './import-path.js'
import type { JudgedFile } from './judgement.js'
import { isSharedObject, taggedFor } from './module-names.js'
import { sizeFindings } from './package-findings.js'

/** What the shared objects of a package are for, each once. */
interface MadeFor {
  pythons: string[]
  architectures: Architecture[]
}

/** Of files without a tag, whose bytes have to be looked at; what these tell, the others would. */
const MOST_READ = 20

/**
 * What the shared objects of a package are for: by their names, and where those tell no machine, by their headers. Of what
 * is too large for Lambda nothing is unpacked.
 */
export function madeFor(files: ReadonlyMap<string, JudgedFile>): MadeFor {
  const pythons = new Set<string>()
  const architectures = new Set<Architecture>()
  const untold: JudgedFile[] = []
  for (const [path, file] of files) {
    if (!isSharedObject(path)) continue
    const { python = siteOf(path), architecture } = taggedFor(posix.basename(path))
    if (python !== undefined) pythons.add(python)
    if (architecture !== undefined) architectures.add(architecture)
    else untold.push(file)
  }
  if (architectures.size === 0 && sizeFindings(files).length === 0) {
    for (const file of untold.slice(0, MOST_READ)) {
      const machine = machineOf(file)
      if (machine !== undefined) architectures.add(machine)
    }
  }
  return { pythons: [...pythons], architectures: [...architectures] }
}

function machineOf(file: JudgedFile): Architecture | undefined {
  try {
    const header = Buffer.from(file.read().subarray(0, 20))
    if (header.length < 20 || header.toString('latin1', 0, 4) !== '\x7fELF') return undefined
    const machine = header.readUInt16LE(18)
    return machine === EM.X86_64 ? 'x86_64' : machine === EM.AARCH64 ? 'arm64' : undefined
  } catch (error) {
    if (error instanceof BuildError) return undefined
    throw error
  }
}
