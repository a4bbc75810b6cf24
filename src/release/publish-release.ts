import { deleteCommand, deleted, repositoryOf, untagged } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import type { Asset, MakeLatest, Publication, Release, Upload } from '../github/types.js'
import { patienceFor } from '../github/waiting.js'
import { BuildError, InputError } from '../report/errors.js'
import { storeAll } from './assets.js'
import { type Faults, faultsIn, wantedFor } from './complete.js'
import { sumOf } from './decide.js'
import { earlierInManifest, earlierManifests } from './earlier.js'
import { openFiles } from './files.js'
import { findOrCreateRelease, releaseById, releasesOf, severalDrafts, tagOf } from './find.js'
import { listingOf } from './listing.js'
import { isWrittenHere, manifestOf } from './manifest.js'
import { recordsIn, refuseOtherRecords, withoutUnfinished } from './records.js'
import { checkTag } from './tag.js'
import type { Expected, LocalFile } from './types.js'

/** What is to be published, and how. */
export interface PublishRequest {
  /** What must be there; none: exactly `files`. */
  expected: readonly Expected[]
  /** What to upload first: the way with one writer. Where something is expected, nothing else may be among them. */
  files: readonly LocalFile[]
  makeLatest: MakeLatest
}

/** The release as it was published. */
export interface Published {
  id: number
  tag: string
  url: string
  /** All of them, sorted by name; `sha256` in lower-case hex, `size` in bytes. */
  assets: { name: string; url: string; size: number; sha256: string }[]
}

/**
 * Completes a draft and publishes it, once: uploads `files`, checks that exactly the expected assets are there,
 * whole and right, adds `SHA256SUMS` and the manifest, publishes, and reads back what has become of it. A
 * release that is published already and complete is left as it is, so that a repeated job succeeds.
 *
 * @throws {BuildError} anything missing, half there, wrong or unexpected: nothing is published
 */
export async function publishRelease(connection: Connection, request: PublishRequest): Promise<Published> {
  const { log, target } = connection
  const { files, unfinished } = await withoutUnfinished(request.files, log)
  const uploads = await openFiles(files)
  const expected = merge(request.expected, uploads)
  await refuseOtherRecords(uploads, expected)
  // Such a record says that one was asked for.
  const wanted = wantedFor(expected, unfinished)
  const { release, others } = await theOneRelease(connection, uploads.length > 0)
  const commit = (await checkTag(connection, release.tag, release)) ?? target.sha ?? release.commitish
  const list = listingOf(connection, release)
  const recordsOf = recordsIn(connection, uploads)
  if (release.draft && uploads.length > 0) await storeAll(connection, release, uploads, target.overwrite)
  const before = await list()
  const records = await recordsOf(before)
  const contents = { target, release, commit, expected, assets: before, records }
  if (!release.draft) {
    // What was earlier then: more may have been published since.
    const earlier = await earlierInManifest(connection, before)
    const { uploads: manifest } = manifestOf({ ...contents, earlier })
    refuse(connection, release, faultsIn(before, [...wanted, ...manifest], records))
    log.notice(`the release ${release.tag} is published and complete already`)
    return report(release, before)
  }
  // An earlier attempt may have left the manifest's files; both are written anew.
  const built = before.filter(({ name }) => !isWrittenHere(name))
  refuse(connection, release, faultsIn(built, wanted, records))
  const earlier = await earlierManifests(connection, others)
  const { uploads: manifest, untold } = manifestOf({ ...contents, earlier })
  for (const name of untold) log.notice(`${name} is not in manifest.json: ${NOTHING_KNOWN}`)
  // Written by this step alone: what an earlier attempt with another list left behind is replaced.
  await storeAll(connection, release, manifest, true)
  const after = await list()
  refuse(connection, release, faultsIn(after, [...wanted, ...manifest], await recordsOf(after)))
  // Where the tag exists GitHub ignores this; the draft's own value is what it wants to see again.
  const commitish = release.commitish || commit
  const published = await makePublic(connection, release, { commitish, makeLatest: request.makeLatest })
  log.notice(`published ${published.tag}: ${published.url}`)
  // Read anew: a draft's download addresses say `untagged-…`.
  return report(published, await list())
}

/** @throws {InputError} nothing is expected, or a file to upload is none of those or not the one that is */
function merge(expected: readonly Expected[], uploads: readonly Upload[]): Expected[] {
  if (expected.length > 0) refuseUnexpected(expected, uploads)
  const named = new Map(expected.map((entry) => [entry.name, entry]))
  for (const { name, sha256, size } of uploads) {
    if (isWrittenHere(name)) {
      throw new InputError('files', `${name} is written by this action itself`, 'Leave it out of the files.')
    }
    const entry = named.get(name)
    if (entry !== undefined && entry.sha256 !== sha256) {
      throw new InputError(
        'files',
        `${name} has SHA-256 ${sha256}, but ${entry.sha256} is expected`,
        'The file is not the one the build job made: take it from the same run as `expected`.',
      )
    }
    if (entry === undefined) named.set(name, { name, sha256, size })
  }
  if (named.size === 0) {
    throw new InputError(
      'expected',
      'nothing says what the release must hold: neither expected nor files is given',
      'Give `expected` the build jobs’ `artifacts` outputs, or give `files: dist/*`.',
    )
  }
  return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A directory that outlives a job may hold an earlier job's files, which a pattern finds as well. */
function refuseUnexpected(expected: readonly Expected[], uploads: readonly Upload[]): void {
  const known = new Set(wantedFor(expected).map(({ name }) => name))
  const strangers = uploads.map(({ name }) => name).filter((name) => !known.has(name) && !isWrittenHere(name))
  if (strangers.length === 0) return
  throw new InputError(
    'files',
    `${strangers.toSorted().join(', ')}: not named in expected, which names ${expected.map(({ name }) => name).join(', ')}`,
    'Files of an earlier run in the same directory? Give the build step’s `files` output instead of a pattern, or ' +
      'empty the directory first. What does belong to the release must be named in `expected`.',
  )
}

const NOTHING_KNOWN =
  'neither expected nor a record beside it says what it is for, so those who install by the manifest do not find it'

/** The release of the given id, or the only one of the tag, and those of other tags. @throws {BuildError} there are several, or none */
async function theOneRelease(
  connection: Connection,
  mayCreate: boolean,
): Promise<{ release: Release; others: readonly Release[] }> {
  const { target } = connection
  const given = target.releaseId === undefined ? undefined : await releaseById(connection, target.releaseId)
  const tag = given?.tag ?? tagOf(connection)
  const { published, draft, others } = await releasesOf(connection, tag)
  if (published !== undefined && draft !== undefined) {
    throw new BuildError(
      `${tag} of ${repositoryOf(target)} is published already (id ${published.id}), and there is a draft beside it (id ${draft.id})`,
      `A tag has one release. Delete the draft: ${deleteCommand(target, 'releases', draft.id)}`,
    )
  }
  // By id also a draft counts that the list does not show yet.
  if (given !== undefined) {
    if (draft === undefined || draft.id === given.id) return { release: given, others }
    throw severalDrafts(connection, tag, [draft, given])
  }
  const only = published ?? draft
  if (only !== undefined) return { release: only, others }
  if (mayCreate) return { release: await findOrCreateRelease(connection), others }
  throw new BuildError(
    `no draft of ${repositoryOf(target)} carries the tag ${tag}`,
    'Run the build jobs with `release-tag` first, or give `files` to upload. Drafts are shown only to tokens that ' +
      'may write:\npermissions:\n  contents: write',
  )
}

const NOT_TRIED =
  ' A record is missing where a zip was not tried, and is of another zip where that was tried: give the zip to the ' +
  'action or the verb verify on a machine of its architecture, and upload the record that it writes.'

function refuse({ target }: Connection, release: Release, { sentences, strangers, records }: Faults): void {
  if (sentences.length === 0) return
  const state = release.draft
    ? 'is not complete; nothing was published'
    : 'is published already, and is not what was expected'
  const commands = strangers.map(({ id }) => `\n${deleteCommand(target, 'releases/assets', id)}`)
  throw new BuildError(
    `the release ${release.tag} of ${repositoryOf(target)} (id ${release.id}) ${state}. ${sentences.join('; ')}`,
    'Run the build jobs again that should have uploaded what is missing (what is there is reused), then this one.' +
      (records ? NOT_TRIED : '') +
      (commands.length === 0 ? '' : ` Delete what does not belong there with:${commands.join('')}`),
  )
}

/** Publishes, and asks again whenever the answer leaves a doubt. @returns the release as GitHub then shows it */
async function makePublic(connection: Connection, release: Release, how: Publication): Promise<Release> {
  const { api, target } = connection
  const patience = patienceFor(connection, `publishing the release ${release.tag}`)
  for (let accepted = false; ; ) {
    if (!accepted) {
      const reply = await api.publish(release, how)
      if (reply.kind === 'ok') accepted = true
      else await patience.face(reply)
    }
    // No answer proves nothing, and neither does a yes: the tag's name and the state are read back.
    const now = await api.release(release.id)
    if (now === undefined) throw deleted(target, release)
    if (now.tag !== release.tag) throw untagged(target, now, release.tag)
    if (!now.draft) return now
    if (accepted) await patience.again('GitHub still shows a draft')
  }
}

function report(release: Release, assets: readonly Asset[]): Published {
  return {
    id: release.id,
    tag: release.tag,
    url: release.url,
    assets: assets
      .map((asset) => ({ name: asset.name, url: asset.url, size: asset.size, sha256: sumOf(asset) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
