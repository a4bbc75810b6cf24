import type { Conditions } from '../network/conditions.js'
import type { Manifest } from '../release/manifest-schema.js'
import { BuildError, InputError } from '../report/errors.js'
import { isPsycopg2Version, newestBuild } from './choose.js'
import type { KeptFiles } from './kept-files.js'
import type { Pin } from './pin.js'
import { assetPlace, directoryPlace, type Place, webPlace } from './place.js'
import {
  type Expected,
  MANIFEST,
  PIN_ANEW,
  parseManifest,
  type ReadManifest,
  readManifest,
} from './read-manifest.js'

/** Which release is wanted, and where releases are. */
export interface ReleaseWish {
  /** A tag, a version of psycopg2, or `latest`. */
  version: string
  /** OWNER/NAME; undefined where `baseUrl` stands in its place and any will do. */
  repository: string | undefined
  /** A mirror or directory that holds the files of one release. */
  baseUrl: URL | undefined
  /** Wins over `version`. */
  pin: Pin | undefined
  /** The server whose releases they are: `https://github.com`. */
  serverUrl: string
  /** For a repository that is not public. */
  token: string | undefined
  /** The root of the API that the token is for. */
  apiUrl: string
}

/** A release, and where its files are. */
export interface FoundRelease extends ReadManifest {
  place: Place
}

/** What finding a release needs besides. */
export interface Means {
  kept: KeptFiles
  conditions: Conditions
}

/**
 * Finds the release that is wanted, by its manifest.
 *
 * @throws {InputError} or {BuildError} where there is none, it cannot be had, or is not what it should be
 */
export async function findRelease(wish: ReleaseWish, { kept, conditions }: Means): Promise<FoundRelease> {
  const { pin, version } = wish
  if (pin !== undefined) return pinned(wish, pin, { kept, conditions })
  if (wish.baseUrl !== undefined) return mirrored(wish, conditions)
  if (!isPsycopg2Version(version)) return tagged(wish, version, conditions)
  const latest = await tagged(wish, 'latest', conditions)
  const { tag, earlier } = latest.manifest
  const newest = newestBuild(version, [tag, ...earlier.map((one) => one.tag)])
  if (newest === tag) return latest
  if (newest === undefined)
    throw new InputError(
      'version',
      `no release of ${wish.repository} is one of psycopg2 ${version}`,
      `There are: ${[tag, ...earlier.map((one) => one.tag)].join(', ')}.`,
    )
  const sha256 = earlier.find((one) => one.tag === newest)?.sha256
  return tagged(wish, newest, conditions, sha256)
}

async function pinned(wish: ReleaseWish, pin: Pin, { kept, conditions }: Means): Promise<FoundRelease> {
  const { repository, tag } = pin
  const expected = { repository, tag, sha256: pin.manifest.sha256, pinned: true }
  const url = new URL(pin.manifest.url)
  const place = pinnedPlace(wish, pin, conditions)
  const bytes = await kept.find(expected.sha256)
  if (bytes !== undefined)
    return { ...parseManifest(bytes, url.href, { expected }), url: url.href, bytes, place }
  const read = await readManifest(place, expected)
  if (read !== undefined) return { ...read, url: url.href, place }
  throw noManifest(
    place,
    `the release ${tag} that is pinned`,
    `It is not, or no longer, where the pin has it. ${PIN_ANEW}`,
  )
}

/** Asks nobody before a file is asked for that is not kept already. */
function pinnedPlace(wish: ReleaseWish, { repository, tag, manifest }: Pin, conditions: Conditions): Place {
  if (wish.baseUrl !== undefined) return placeAt(wish.baseUrl, conditions)
  const published = webPlace(new URL('.', manifest.url), conditions)
  if (wish.token === undefined) return published
  let assets: Promise<Place> | undefined
  return {
    ...published,
    async read(name, most) {
      assets ??= assetsOf(wish, repository, tag, conditions)
      return (await assets).read(name, most)
    },
  }
}

async function mirrored(wish: ReleaseWish, conditions: Conditions): Promise<FoundRelease> {
  const { version, repository, baseUrl, serverUrl } = wish
  if (baseUrl === undefined) throw new Error('a mirror without an address')
  const place = placeAt(baseUrl, conditions)
  const exact = version === 'latest' || isPsycopg2Version(version) ? undefined : version
  const read = await readManifest(place, { repository, tag: exact })
  if (read === undefined)
    throw noManifest(
      place,
      'what base-url names',
      'Let base-url name what holds the files of one release, without manifest.json at its end.',
    )
  const { tag } = read.manifest
  if (isPsycopg2Version(version) && newestBuild(version, [tag]) === undefined)
    throw new InputError(
      'version',
      `base-url holds the release ${tag}, which is none of psycopg2 ${version}`,
      'Leave version out, or give the base-url of that release.',
    )
  if (baseUrl.protocol !== 'file:') return { ...read, place }
  // What is pinned is read on other machines, too, which do not have this directory.
  const published = publishedPlace(serverUrl, read.manifest, conditions)
  return { ...read, url: published.addressOf(MANIFEST), place }
}

async function tagged(
  wish: ReleaseWish,
  tag: string,
  conditions: Conditions,
  sha256?: string,
): Promise<FoundRelease> {
  const { repository = '', serverUrl, token } = wish
  const expected: Expected = { repository, sha256, ...(tag === 'latest' ? {} : { tag }) }
  const place =
    token !== undefined
      ? await assetsOf(wish, repository, tag, conditions)
      : tag === 'latest'
        ? webPlace(new URL(`${serverUrl}/${repository}/releases/latest/download`), conditions)
        : publishedPlace(serverUrl, { repository, tag }, conditions)
  const read = await readManifest(place, expected)
  if (read === undefined)
    throw noManifest(place, tag === 'latest' ? `the latest release of ${repository}` : `the release ${tag}`)
  const published = publishedPlace(serverUrl, { repository, tag: read.manifest.tag }, conditions)
  // The latest may be another by the time that its file is fetched.
  return { ...read, url: published.addressOf(MANIFEST), place: token === undefined ? published : place }
}

/** Where a repository's server has a release's files for everybody. */
function publishedPlace(
  serverUrl: string,
  { repository, tag }: Pick<Manifest, 'repository' | 'tag'>,
  conditions: Conditions,
): Place {
  const base = new URL(`${serverUrl}/${repository}/releases/download/${encodeURIComponent(tag)}`)
  return webPlace(base, conditions)
}

async function assetsOf(
  { token = '', apiUrl }: ReleaseWish,
  repository: string,
  tag: string,
  conditions: Conditions,
): Promise<Place> {
  const [owner = '', repo = ''] = repository.split('/')
  const found = await assetPlace(
    { owner, repo, token, apiUrl },
    tag === 'latest' ? undefined : tag,
    conditions,
  )
  if (found !== undefined) return found
  throw new InputError(
    'version',
    `${repository} has no release ${tag}, or the token may not see it`,
    'Look at the repository’s page of releases; the token needs contents: read there.',
  )
}

function placeAt(url: URL, conditions: Conditions): Place {
  return url.protocol === 'file:' ? directoryPlace(url) : webPlace(url, conditions)
}

function noManifest(place: Place, what: string, hint = NO_MANIFEST): BuildError {
  return new BuildError(`${what} has no ${MANIFEST}: ${place.addressOf(MANIFEST)} is not there`, hint)
}

const NO_MANIFEST =
  'Look whether version and repository are right. A private repository needs a token; a release made before manifests has none, and its zip is downloaded by its name.'
