import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  assertWritable,
  explainUnwritten,
  hiddenPath,
  makeDirectory,
  missingDirectories,
  removeEmpty,
  writeWhole,
} from '../machine/writable.js'
import { InputError } from '../report/errors.js'
import { PROJECT } from './pages.js'

/** Writes one file of an index, by its path in it. */
export type Add = (path: string, data: Uint8Array) => Promise<void>

/** What an index has, and nothing else. */
const OWN = ['index.html', 'index.json', PROJECT]

/** The index's directory in the site: what comes after it in the address is given by PEP 503. */
export const INDEX = 'simple'

/**
 * Writes the index of a site in the place of an earlier one: in full under a hidden name first, so that whoever looks
 * finds the one or the other. When it fails, the earlier one is there, and nothing else.
 *
 * @param site made when it is not there; what else it has is left alone
 * @param fill gives every file
 * @returns the index's path
 * @throws {InputError} (`output-dir`) when the directory cannot be written, or has somebody else's index
 */
export async function writeSite(site: string, fill: (add: Add) => Promise<void>): Promise<string> {
  const directory = { path: site, name: 'output-dir' }
  const index = join(site, INDEX)
  const made = missingDirectories(site)
  await assertWritable(directory)
  await refuseForeign(index)
  const suffix = randomBytes(6).toString('hex')
  const fresh = hiddenPath(site, index, suffix)
  const old = hiddenPath(site, index, `${suffix}.old`)
  try {
    await mkdir(fresh)
    await fill(async (path, data) => {
      const to = join(fresh, path)
      await makeDirectory(dirname(to))
      await writeWhole(to, data)
    })
    await swap({ fresh, index, old })
  } catch (error) {
    throw explainUnwritten(error, directory)
  } finally {
    for (const path of [fresh, old]) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
    }
    // Empty where the index is not written.
    await removeEmpty(made)
  }
  return index
}

async function swap({ fresh, index, old }: Record<'fresh' | 'index' | 'old', string>): Promise<void> {
  const wasThere = await rename(index, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(fresh, index)
  } catch (error) {
    if (wasThere) await rename(old, index)
    throw error
  }
}

/** @throws {InputError} for an index that has more than this project's: it would be lost */
async function refuseForeign(index: string): Promise<void> {
  const names = await readdir(index).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw explainUnwritten(error, { path: index, name: 'output-dir' })
  })
  const foreign = names.filter((name) => !OWN.includes(name))
  if (foreign.length === 0) return
  throw new InputError(
    'output-dir',
    `${index} has what no index of ${PROJECT} has: ${foreign.sort().slice(0, 3).join(', ')}`,
    'It would be replaced. Name a directory that has no other index.',
  )
}
