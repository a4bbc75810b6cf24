import { z } from 'zod'
import { type Clock, systemClock } from '../network/clock.js'
import type { Patience } from '../network/patience.js'
import { BuildError, messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { defaultLimits, type GitHubLimits, uploadTime } from './limits.js'
import { assetSchema, objectSchema, releaseSchema } from './schemas.js'
import { type Call, createTransport, type Ok, type Transport } from './transport.js'
import type { Asset, GitHubRefused, Publication, Release, ReleaseTarget, Reply, Upload } from './types.js'
import { type GitHubSetting, limitOf, patienceFor } from './waiting.js'

/** One repository's releases as one job works on them. */
export interface Connection extends GitHubSetting {
  api: Api
}

/** Exactly those calls of GitHub's API that are made. All but those that give a `Reply` try again by themselves. */
export type Api = ReturnType<typeof createApi>

/**
 * Opens nothing yet: the first request is sent by whoever uses the connection. One connection serves a whole job.
 *
 * @param time for tests: another clock, shorter limits
 */
export function connect(
  target: ReleaseTarget,
  log: Log,
  time: { clock?: Clock; limits?: Partial<GitHubLimits> } = {},
): Connection {
  const { clock = systemClock } = time
  const own = { target, log, clock, limits: { ...defaultLimits, ...time.limits } }
  const transport = createTransport(own)
  const setting: GitHubSetting = { ...own, serverNow: transport.serverNow, limited: limitOf }
  return { ...setting, api: createApi(setting, transport) }
}

const anything: z.ZodType<unknown> = z.unknown()
const RELEASES = '/repos/{owner}/{repo}/releases'
const ASSETS = `${RELEASES}/assets`

function createApi(setting: GitHubSetting, transport: Transport) {
  const { target, limits } = setting

  /** For requests that can be repeated without harm; undefined: 404. */
  async function persist<T>(patience: Patience<GitHubRefused>, call: Call<T>): Promise<Ok<T> | undefined> {
    for (;;) {
      const answer = await transport.send(call)
      if (answer.kind === 'ok') return answer
      if (answer.kind === 'refused' && answer.status === 404) return undefined
      await patience.face(answer)
    }
  }

  async function one<T>(doing: string, call: Call<T>): Promise<T | undefined> {
    return (await persist(patienceFor(setting, doing), call))?.data
  }

  /** All pages; undefined: 404. A row that moved to the next page while reading is not counted twice. */
  async function all<T extends { id: number }>(doing: string, call: Call<T[]>): Promise<T[] | undefined> {
    const rows = new Map<number, T>()
    const patience = patienceFor(setting, doing)
    for (let page = 1; ; page += 1) {
      const parameters = { ...call.parameters, per_page: 100, page }
      const answer = await persist(patience, { ...call, parameters })
      if (answer === undefined) return undefined
      for (const row of answer.data) rows.set(row.id, row)
      const { link } = answer.headers
      const more = link === undefined ? answer.data.length === 100 : link.includes('rel="next"')
      if (!more) return [...rows.values()]
      patience.progress()
    }
  }

  return {
    release: (id: number) =>
      one(`reading the release ${id}`, { route: `GET ${RELEASES}/${id}`, schema: releaseSchema }),
    /** Never finds a draft. */
    publishedRelease: (tag: string) =>
      one(`looking for the release ${tag}`, {
        route: `GET ${RELEASES}/tags/{tag}`,
        parameters: { tag },
        schema: releaseSchema,
      }),
    /** What GitHub shows as the latest; undefined: there is none, or no such repository. */
    latestRelease: () =>
      one('looking for the latest release', { route: `GET ${RELEASES}/latest`, schema: releaseSchema }),
    /** Every release the token may see, drafts only with the right to write; undefined: no such repository. */
    releases: () => all('listing the releases', { route: `GET ${RELEASES}`, schema: z.array(releaseSchema) }),
    createDraft: (tag: string, commitish: string | undefined): Promise<Reply<Release>> =>
      transport.send({
        route: `POST ${RELEASES}`,
        parameters: {
          tag_name: tag,
          name: tag,
          draft: true,
          ...(commitish === undefined ? {} : { target_commitish: commitish }),
        },
        schema: releaseSchema,
      }),
    publish: (release: Release, { commitish, makeLatest }: Publication): Promise<Reply<Release>> =>
      transport.send({
        route: `PATCH ${RELEASES}/${release.id}`,
        // Without tag_name GitHub may rename the tag to untagged-… (jdx/communique#241, release-drafter#204).
        parameters: {
          tag_name: release.tag,
          target_commitish: commitish,
          draft: false,
          make_latest: makeLatest,
        },
        schema: releaseSchema,
      }),
    /** Undefined: the release is gone. */
    assets: (releaseId: number) =>
      all('listing the assets', {
        route: `GET ${RELEASES}/${releaseId}/assets`,
        schema: z.array(assetSchema),
      }),
    upload: (release: Release, name: string, upload: Upload): Promise<Reply<Asset>> =>
      transport.send({
        route: `POST ${uploadUrl(target, release, name)}`,
        headers: { 'content-type': contentTypeOf(name) },
        body: upload.body,
        timeout: uploadTime(limits, upload.size),
        schema: assetSchema,
      }),
    rename: (assetId: number, name: string): Promise<Reply<Asset>> =>
      transport.send({ route: `PATCH ${ASSETS}/${assetId}`, parameters: { name }, schema: assetSchema }),
    /** Where another job was faster (404), the asset is as gone as it should be. */
    deleteAsset: (id: number) =>
      one(`deleting the asset ${id}`, { route: `DELETE ${ASSETS}/${id}`, schema: anything }),
    /** Downloads the asset and gives what is read of its bytes, anew where the download breaks off; undefined: it is gone. */
    async download<T>(
      { id, size }: Pick<Asset, 'id' | 'size'>,
      read: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
    ): Promise<T | undefined> {
      const doing = `downloading the asset ${id}`
      const patience = patienceFor(setting, doing)
      for (;;) {
        const answer = await persist(patience, {
          route: `GET ${ASSETS}/${id}`,
          headers: { accept: 'application/octet-stream' },
          timeout: uploadTime(limits, size),
          schema: z.custom<AsyncIterable<Uint8Array>>((body) => body instanceof ReadableStream),
          stream: true,
        })
        if (answer === undefined) return undefined
        try {
          return await read(answer.data)
        } catch (error) {
          await patience.again(`${doing} broke off: ${messageOf(error)}`)
        }
      }
    },
    /** What a tag points at. */
    tagRef: (tag: string) =>
      one(`looking for the tag ${tag}`, {
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: `tags/${tag}` },
        schema: objectSchema,
      }),
    /** What an annotated tag's object points at. */
    tagObject: (sha: string) =>
      one(`reading the annotated tag ${sha}`, {
        route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
        parameters: { tag_sha: sha },
        schema: objectSchema,
      }),
    /**
     * Asks for something that needs `contents: write` (403 without: web-infra-dev/midscene#2827) and saves nothing
     * (GitHub's reference).
     */
    probeWrite: (tag: string): Promise<Reply<unknown>> =>
      transport.send({
        route: `POST ${RELEASES}/generate-notes`,
        parameters: { tag_name: tag },
        schema: anything,
      }),
  }
}

/**
 * Where an asset is posted: the release's own template, whatever its host (uploads.github.com, or
 * `https://HOST/api/uploads` on GitHub Enterprise). URLSearchParams writes `+` as `%2B`; a bare one would be
 * read as a blank and stored as a dot.
 */
function uploadUrl(target: ReleaseTarget, release: Release, name: string): string {
  const url = new URL(release.uploadUrl.replace(/\{.*$/, ''))
  if (new URL(target.apiUrl).protocol === 'https:' && url.protocol !== 'https:') {
    throw new BuildError(
      `the server wants uploads at ${url.origin}, without encryption`,
      'The token would be readable on the way. Ask the administrator of this GitHub server to give upload_url as https.',
    )
  }
  url.searchParams.set('name', name)
  return url.href
}

function contentTypeOf(name: string): string {
  if (/\.(zip|whl)$/.test(name)) return 'application/zip'
  if (/\.(sha256|md5)$|SUMS$/.test(name)) return 'text/plain'
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream'
}
