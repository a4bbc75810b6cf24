import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../package/checksums.js'

/** The file in a kept directory that says what else is in it. */
export const MANIFEST = 'manifest.json'

/** Path and SHA-256 of every file, sorted by path. */
export type Manifest = (readonly [path: string, sha256: string])[]

const manifestSchema = z.array(z.tuple([z.string(), z.string()]).readonly())

/**
 * What is in a directory, the manifest itself left out.
 *
 * @throws {Error} for anything that is neither file nor directory: a link has no bytes of its own, and what it leads
 *   to may be another thing tomorrow
 */
export async function describe(directory: string): Promise<Manifest> {
  const paths = (await filesIn(directory, '')).filter((path) => path !== MANIFEST).sort()
  const manifest: Manifest = []
  for (const path of paths) manifest.push([path, sha256(await readFile(join(directory, path)))])
  return manifest
}

/** A manifest's one text, from which its hash is made. */
export function manifestText(manifest: Manifest): string {
  return JSON.stringify(manifest)
}

/** Reads what `manifestText` gave. @throws {Error} for anything else */
export function parseManifest(text: string): Manifest {
  const parsed = manifestSchema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`${MANIFEST} is not a list of paths and sums`)
  return parsed.data
}

/** The one value that stands for all files' paths and bytes. */
export function contentHash(manifest: Manifest): string {
  return sha256(Buffer.from(manifestText(manifest)))
}

/** What distinguishes a directory from what it should be, for people; empty when nothing does. */
export function differences(expected: Manifest, actual: Manifest): string[] {
  const [before, after] = [new Map(expected), new Map(actual)]
  return [
    ...expected.flatMap(([path, sum]) =>
      after.has(path) ? (after.get(path) === sum ? [] : [`${path} was changed`]) : [`${path} is missing`],
    ),
    ...actual.flatMap(([path]) => (before.has(path) ? [] : [`${path} was added`])),
  ]
}

async function filesIn(directory: string, below: string): Promise<string[]> {
  const paths: string[] = []
  for (const entry of await readdir(join(directory, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) paths.push(...(await filesIn(directory, path)))
    else if (entry.isFile()) paths.push(path)
    else throw new Error(`${path} is ${entry.isSymbolicLink() ? 'a symbolic link' : 'not a file'}`)
  }
  return paths
}
