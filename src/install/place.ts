import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { unlessAborted } from '../network/unless-aborted.js'
import { BuildError, messageOf } from '../report/errors.js'
import type { Fetched } from './fetch-file.js'
import { NotTheFile } from './not-the-file.js'

/** Where the files of one release are. */
export interface Place {
  /** The address of a file, as it may be shown. */
  addressOf(name: string): string
  /**
   * A file's bytes; undefined where there is no such file.
   *
   * @param most in bytes
   * @throws {BuildError} when it cannot be had
   */
  read(name: string, most: number): Promise<Fetched | undefined>
}

/** Files below an address: `releases/download/TAG` of a repository, which needs no API and no token, or a mirror. */
export function webPlace(base: URL, conditions: Conditions): Place {
  const urlOf = (name: string) => {
    const url = new URL(base)
    url.pathname = `${base.pathname.replace(/\/$/, '')}/${encodeURIComponent(name)}`
    return url
  }
  return {
    addressOf: (name) => shown(urlOf(name)),
    async read(name, most) {
      // What asks a network takes a while to load, and what is kept or in a directory needs none.
      const { fetchFile } = await import('./fetch-file.js')
      return fetchFile(urlOf(name), { most, conditions })
    },
  }
}

/** Files in a directory. */
export function directoryPlace(base: URL): Place {
  const directory = fileURLToPath(base)
  return {
    addressOf: (name) => join(directory, name),
    async read(name, most) {
      const path = join(directory, name)
      try {
        const { size } = await stat(path)
        if (size > most)
          throw new BuildError(
            `${path} has ${size} bytes, more than the ${most} that were to be there`,
            WHOLE,
          )
        return { bytes: await readFile(path), page: false }
      } catch (error) {
        if (error instanceof BuildError) throw error
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw new BuildError(`base-url: ${path} cannot be read: ${messageOf(error)}`, WHOLE)
      }
    },
  }
}

const WHOLE = 'Let base-url name a directory that holds the files of one release.'

/** A repository whose releases are read by the API, with a token that goes to the API's host only. */
export interface Repository {
  owner: string
  repo: string
  token: string
  apiUrl: string
}

/**
 * The assets of a release of a private repository, or of a GitHub Enterprise server, which gives them by their
 * addresses in the API only.
 *
 * @param tag undefined for the latest
 * @returns undefined where there is no such release
 * @throws {BuildError} when GitHub does not tell
 */
export async function assetPlace(
  repository: Repository,
  tag: string | undefined,
  conditions: Conditions,
): Promise<Place | undefined> {
  const { clock, limits, log, signal } = conditions
  // What speaks to the API feels no signal, and can wait for minutes; it leaves nothing that is to be undone.
  const stoppable = <T>(work: Promise<T>) => unlessAborted(work, signal)
  // Only who has a token waits for what speaks to the API to be loaded.
  const { connect } = await import('../github/api.js')
  const { api } = connect({ ...repository, overwrite: false }, log, { clock, limits })
  const release = await stoppable(tag === undefined ? api.latestRelease() : api.publishedRelease(tag))
  const assets = release && (await stoppable(api.assets(release.id)))
  if (assets === undefined) return undefined
  const assetOf = (name: string) => assets.find((asset) => asset.name === name)
  return {
    addressOf: (name) => assetOf(name)?.url ?? name,
    async read(name, most) {
      const asset = assetOf(name)
      if (asset === undefined) return undefined
      if (asset.size > most)
        throw new NotTheFile(
          `the asset ${name} has ${asset.size} bytes, more than the ${most} that were to come`,
          'The release may just be changing: run it again in a moment.',
        )
      const bytes = await stoppable(api.download(asset, joined))
      return bytes && { bytes, page: false }
    },
  }
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
