import { stat } from 'node:fs/promises'
import { exactly, type Figure } from '../part.js'
import { filesOf, must, type Side, type Sides, sharedObjectsOf } from './sides.js'

/** What can be known without running anything: sizes, files, relocations. */
export async function measureContents({ ours, theirs }: Sides): Promise<Figure[]> {
  const compare = async (
    id: string,
    name: string,
    unit: Figure['unit'],
    target: number,
    count: (side: Side) => Promise<number>,
  ): Promise<Figure> => ({
    id,
    name,
    unit,
    ours: exactly(await count(ours)),
    theirs: exactly(await count(theirs)),
    target,
  })
  return [
    await compare('zip', 'zip, wheel', 'B', 0.349, (side) => sizeOf([side.archive])),
    await compare('unpacked', 'unpacked', 'B', 0.31, async (side) => sizeOf(await filesOf(side))),
    await compare('files', 'files', '', 1, async (side) => (await filesOf(side)).length),
    await compare('relocations', 'dynamic relocations, all shared objects', '', 1, countRelocations),
  ]
}

async function sizeOf(paths: string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function countRelocations(side: Side): Promise<number> {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' }
  return countEntries(
    await must('readelf', ['--relocs', '--wide', ...(await sharedObjectsOf(side))], { env }),
  )
}

/** The sum of readelf's headings. A section of packed entries (RELR) has fewer words than locations it relocates. */
export function countEntries(listing: string): number {
  const headings = listing.matchAll(
    /^Relocation section .* contains (\d+) entr(?:y|ies)(?: which relocates? (\d+))?/gm,
  )
  return [...headings].reduce((sum, [, entries, locations]) => sum + Number(locations ?? entries), 0)
}
