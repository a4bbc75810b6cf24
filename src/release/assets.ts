import { zipOfRecord } from '../catalog/file-names.js'
import { isBetter } from '../catalog/zip-record.js'
import { deleted, immutable, isTaken, refusal } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import { graceTime } from '../github/limits.js'
import type { Asset, GitHubRefused, Release, Upload } from '../github/types.js'
import { patienceFor } from '../github/waiting.js'
import type { Patience } from '../network/patience.js'
import { BuildError } from '../report/errors.js'
import { conflict, decide, holds, isHalf, type Step, sumOf, temporaryName, type View } from './decide.js'
import { changed, inUploadOrder, openFiles } from './files.js'
import { listingOf } from './listing.js'
import { recordReader } from './records.js'
import type { LocalFile, StoredAsset } from './types.js'

/** How often a foreign upload in progress is looked at, in milliseconds. */
const WATCH = 15_000

/**
 * Puts the files on the release, and returns when one listing shows them all: complete, under their names, with
 * the right bytes. What is there already is not sent again, so a second run posts nothing. Files that are not
 * checksums go first. A new release costs one request a file, and two listings.
 *
 * @returns the assets in the order of `files`
 * @throws {BuildError} a file is unfit (before any request), another asset has the name and may not be replaced,
 *   the release is gone or immutable, GitHub refuses, or patience ended; what was uploaded stays
 */
export async function ensureAssets(
  connection: Connection,
  release: Release,
  files: readonly LocalFile[],
): Promise<StoredAsset[]> {
  const uploads = await openFiles(files)
  const stored = await storeAll(connection, release, uploads, connection.target.overwrite)
  return files.flatMap(({ name }) => stored.filter((asset) => asset.name === name))
}

/** {@link ensureAssets} for files that are open. @returns the assets in the order of their upload */
export async function storeAll(
  connection: Connection,
  release: Release,
  uploads: readonly Upload[],
  overwrite: boolean,
): Promise<StoredAsset[]> {
  const visit = new Visit(connection, release, inUploadOrder(uploads), overwrite)
  for (;;) {
    const stored = await visit.round()
    if (stored !== undefined) return stored
  }
}

type NextStep = Exclude<Step, { kind: 'delete' | 'refuse' }>

/** One job's work on one release: list, decide, act, list. Every doubt is settled by the next listing. */
class Visit {
  readonly #ours = new Set<string>()
  readonly #outcomes = new Map<string, StoredAsset['outcome']>()
  readonly #corrupted = new Set<string>()
  readonly #list: () => Promise<Asset[]>
  readonly #text: (asset: Asset) => Promise<string>
  readonly #patience: Patience<GitHubRefused>
  #best = 0
  #watched = 0

  constructor(
    private readonly connection: Connection,
    private readonly release: Release,
    private readonly uploads: readonly Upload[],
    private readonly overwrite: boolean,
  ) {
    const names = new Set(
      uploads.flatMap((upload) => [upload.name, temporaryName(upload), zipOfRecord(upload.name)]),
    )
    this.#list = listingOf(connection, release, ({ name }) => names.has(name))
    this.#text = recordReader(connection)
    this.#patience = patienceFor(connection, `uploading to the release ${release.tag}`)
  }

  /** Goes through the files in order up to the first that needs another look. @returns all of them, once they are there */
  async round(): Promise<StoredAsset[] | undefined> {
    const listing = await this.#list()
    const stored: StoredAsset[] = []
    for (const [index, upload] of this.uploads.entries()) {
      const step = await this.#decide(upload, listing)
      if (step.kind === 'done') {
        stored.push({ ...step.asset, outcome: this.#outcomes.get(upload.name) ?? 'reused' })
      } else if (!(await this.#take(step, upload))) {
        break
      }
      if (index >= this.#best) {
        this.#best = index + 1
        this.#patience.progress()
      }
    }
    return stored.length === this.uploads.length ? stored : undefined
  }

  /** Clears what may be cleared, until something else is to be done. */
  async #decide(upload: Upload, listing: readonly Asset[]): Promise<NextStep> {
    const { api, log, limits, serverNow, target } = this.connection
    let assets = listing
    for (;;) {
      const step = decide(upload, {
        assets,
        others: await this.#others(upload, assets),
        ours: this.#ours,
        serverNow: serverNow(),
        grace: graceTime(limits, upload.size),
      })
      if (step.kind === 'done') return step
      if (step.kind === 'refuse') throw conflict(upload, step.asset, this.release.tag)
      if (this.release.immutable) throw immutable(target, this.release)
      if (step.kind !== 'delete') return step
      log.info(`deleting ${step.asset.name} (id ${step.asset.id}): ${step.why}`)
      await api.deleteAsset(step.asset.id)
      assets = assets.filter(({ id }) => id !== step.asset.id)
    }
  }

  /**
   * A record says when its zip was tried, so no two are alike. Where the zip is on the release already, so is what was
   * seen of it, and that stays, unless the file here says of more that it ran, or a run that died has left the record of
   * other bytes; a zip that has just been uploaded takes its own record with it. What is published stays as it is: its
   * `SHA256SUMS` has the record's sum.
   */
  async #others(upload: Upload, assets: readonly Asset[]): Promise<View['others']> {
    if (this.overwrite) return 'replace'
    const zip = zipOfRecord(upload.name)
    if (zip === undefined) return 'refuse'
    if (this.#outcomes.has(zip) || this.#ours.has(zip)) return 'replace'
    const here = assets.find(({ name }) => name === upload.name)
    if (!this.release.draft || here === undefined || isHalf(here) || holds(here, upload)) return 'keep'
    const tried = assets.find((asset) => asset.name === zip && !isHalf(asset))
    const texts = [await upload.body.text(), await this.#text(here)] as const
    return isBetter(...texts, tried && sumOf(tried)) ? 'replace' : 'keep'
  }

  /** @returns whether the file is there as far as the answers say */
  async #take(step: Exclude<NextStep, { kind: 'done' }>, upload: Upload): Promise<boolean> {
    const { clock, limits, log } = this.connection
    if (step.kind === 'wait') {
      const { name, id } = step.asset
      log.info(`${name} (id ${id}) is half uploaded, perhaps by a job that is still at it; waiting`)
      const pause = Math.max(Math.min(step.milliseconds, WATCH), 1000)
      this.#watched += pause
      // Its age is by the server's clock, which a proxy may let stand still.
      if (this.#watched > limits.starterGrace * 2) await this.#patience.again(`${name} stays half uploaded`)
      await clock.sleep(pause)
      return false
    }
    if (step.kind === 'swap') return this.#swap(step.old, step.fresh, upload)
    const fresh = await this.#post(upload, step.as)
    if (fresh === undefined) return false
    // A replacement: the listing that showed the old asset is the one that decided.
    if (step.as !== upload.name) return this.#swap(step.old, fresh, upload)
    this.#outcomes.set(upload.name, 'uploaded')
    return true
  }

  /** @returns the asset, when the answer proves that it is there with the right bytes */
  async #post(upload: Upload, as: string): Promise<Asset | undefined> {
    const { api, log, target } = this.connection
    log.info(`uploading ${as} (${upload.size} bytes)`)
    const reply = await api.upload(this.release, as, upload)
    if (reply.kind === 'ok') return this.#accept(upload, as, reply.data)
    if (await upload.changed()) throw changed(upload)
    if (reply.kind === 'refused' && reply.status === 404) {
      const release = await api.release(this.release.id)
      if (release === undefined) throw deleted(target, this.release)
      throw refusal(target, `uploading to the release ${release.tag}`, reply)
    }
    if (reply.kind === 'refused' && isTaken(reply, 'name')) {
      this.#ours.delete(as)
      await this.#patience.again(`another job has just uploaded ${as}`)
      return undefined
    }
    if (reply.kind === 'lost' || reply.status >= 500) this.#ours.add(as)
    await this.#patience.face(reply)
    return undefined
  }

  async #accept(upload: Upload, as: string, asset: Asset): Promise<Asset | undefined> {
    const { api } = this.connection
    if (asset.name !== as) {
      await api.deleteAsset(asset.id)
      throw new BuildError(
        `GitHub stored ${as} under another name, ${asset.name}; the asset was deleted again`,
        'Nobody would find the file under its published address. Please report this name.',
      )
    }
    if (isHalf(asset)) {
      this.#ours.add(as)
      await this.#patience.again(`${as} is in the state ${asset.state} after the upload`)
      return undefined
    }
    if (asset.digest === null && asset.size === upload.size) return undefined
    if (holds(asset, upload)) return asset
    await api.deleteAsset(asset.id)
    if (await upload.changed()) throw changed(upload)
    const what = `GitHub stored ${asset.digest} (${asset.size} bytes) for ${as} instead of sha256:${upload.sha256} (${upload.size} bytes)`
    if (this.#corrupted.has(as)) {
      throw new BuildError(
        `${what}, twice; the asset was deleted`,
        'Something between this machine and GitHub changes the bytes: look for a proxy that inspects uploads.',
      )
    }
    this.#corrupted.add(as)
    await this.#patience.again(what)
    return undefined
  }

  /** Old out, new in. If this breaks off after the deletion, the next listing finds the new one and renames it. */
  async #swap(old: Asset | undefined, fresh: Asset, upload: Upload): Promise<boolean> {
    const { api, log } = this.connection
    if (old !== undefined) {
      log.info(`replacing ${old.name} (id ${old.id}, ${old.digest})`)
      await api.deleteAsset(old.id)
    }
    const reply = await api.rename(fresh.id, upload.name)
    if (reply.kind === 'ok' && reply.data.name === upload.name) {
      this.#outcomes.set(upload.name, 'replaced')
      return true
    }
    if (reply.kind === 'ok') {
      await this.#patience.again(
        `GitHub renamed ${fresh.name} to ${reply.data.name} instead of ${upload.name}`,
      )
    } else if (reply.kind === 'refused' && (reply.status === 404 || isTaken(reply, 'name'))) {
      await this.#patience.again(`another job has changed ${upload.name} at the same time`)
    } else {
      await this.#patience.face(reply)
    }
    return false
  }
}
