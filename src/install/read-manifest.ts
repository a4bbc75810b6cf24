import { createHash } from 'node:crypto'
import { type Manifest, manifestSchema } from '../release/manifest-schema.js'
import { BuildError, messageOf } from '../report/errors.js'
import type { Place } from './place.js'

/** The file that says what a release holds. */
export const MANIFEST = 'manifest.json'

/** In bytes; a release of everything has some hundreds of kilobytes. */
const MOST = 8_000_000

/** A manifest, and the sum of the bytes that said so. */
export interface ReadManifest {
  manifest: Manifest
  sha256: string
  /** Where it was, as it may be shown. */
  url: string
  bytes: Uint8Array
}

/** What a manifest must be to be believed. */
export interface Expected {
  /** OWNER/NAME; undefined where any will do. */
  repository?: string | undefined
  tag?: string | undefined
  sha256?: string | undefined
  /** Whether a pin says so, for the errors. */
  pinned?: boolean
}

/** What to do about a pin that leads nowhere. */
export const PIN_ANEW = 'Pin a release anew: psycopg2-lambda install --pin. Nothing was changed here.'

/**
 * Reads a release's manifest.
 *
 * @returns undefined where the place has none
 * @throws {BuildError} when it cannot be had, is not a manifest, or is that of something else
 */
export async function readManifest(place: Place, expected: Expected): Promise<ReadManifest | undefined> {
  const url = place.addressOf(MANIFEST)
  const found = await place.read(MANIFEST, MOST)
  if (found === undefined) return undefined
  return { ...parseManifest(found.bytes, url, { expected, page: found.page }), url, bytes: found.bytes }
}

/** Takes a manifest's bytes for what they say. @throws {BuildError} as `readManifest` */
export function parseManifest(
  bytes: Uint8Array,
  url: string,
  { expected, page = false }: { expected: Expected; page?: boolean },
): Pick<ReadManifest, 'manifest' | 'sha256'> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (expected.sha256 !== undefined && sha256 !== expected.sha256)
    throw new BuildError(
      `${url} has the SHA-256 ${sha256}, not ${expected.sha256}`,
      expected.pinned
        ? `The release was changed after it was pinned, or something on the way alters it. If it was changed on purpose: ${PIN_ANEW}`
        : 'The release was changed after a newer one listed it, or something on the way alters it. If it was changed on purpose, give its tag as version. Nothing was changed here.',
    )
  const manifest = understood(bytes, url, page)
  const { repository, tag } = manifest
  if (expected.repository !== undefined && repository.toLowerCase() !== expected.repository.toLowerCase())
    throw new BuildError(
      `${url} is the manifest of ${repository}, not of ${expected.repository}`,
      expected.pinned
        ? `The pin was changed by hand. ${PIN_ANEW}`
        : 'If the repository was renamed, give its new name as repository. Otherwise do not use that release. Nothing was changed.',
    )
  if (expected.tag !== undefined && tag !== expected.tag)
    throw new BuildError(
      `${url} is the manifest of the release ${tag}, not of ${expected.tag}`,
      expected.pinned
        ? `The pin was changed by hand. ${PIN_ANEW}`
        : 'Give that tag as version, or the base-url of the release that you mean. Nothing was changed.',
    )
  return { manifest, sha256 }
}

function understood(bytes: Uint8Array, url: string, page: boolean): Manifest {
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      throw new BuildError(
        `${url} is compressed with gzip, which nobody asked for`,
        'Have the server send its files as they are: the sum of what is compressed is another. Nothing was changed.',
      )
    const isPage =
      page || /^\s*<(!doctype|html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))
    throw new BuildError(
      `${url} is not a manifest: ${isPage ? 'it is a web page' : messageOf(error)}`,
      isPage
        ? 'A login page or a proxy on the way answered in its place: open that address in a browser, or give a token or a base-url.'
        : 'The release may just be changing: run it again in a moment. Nothing was changed.',
    )
  }
  const parsed = manifestSchema.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const at = issue?.path.join('.') || 'the whole'
  throw new BuildError(
    `${url} is not a manifest that can be read here: ${at}: ${issue?.message ?? 'invalid'}`,
    at === 'schema'
      ? 'The release was made by another version of this project: use the same version here.'
      : 'The release may be older than manifests with addresses, or newer than this program: choose another one, or download its zip by its name.',
  )
}
