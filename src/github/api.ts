import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Clock, systemClock } from '../network/clock.js'
import { BuildError, messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { defaultLimits, type Limits, uploadTime } from './limits.js'
import { assetSchema, objectSchema, releaseSchema } from './schemas.js'
import { type Call, createTransport, type Transport } from './transport.js'
import type { Api, Release, ReleaseTarget, Reply } from './types.js'
import { patienceFor, type Setting } from './waiting.js'

/** One repository's releases as one job works on them. */
export interface Connection extends Setting {
  api: Api
}

/**
 * Opens nothing yet: the first request is sent by whoever uses the connection. One connection serves a whole job.
 *
 * @param time for tests: another clock, shorter limits
 */
export function connect(
  target: ReleaseTarget,
  log: Log,
  time: { clock?: Clock; limits?: Partial<Limits> } = {},
): Connection {
  const clock = time.clock ?? systemClock
  const limits = { ...defaultLimits, ...time.limits }
  const transport = createTransport(target, log, clock, limits)
  const setting: Setting = { target, log, clock, limits, serverNow: transport.serverNow }
  return { ...setting, api: createApi(setting, transport) }
}

const anything: z.ZodType<unknown> = z.unknown()
const RELEASE = '/repos/{owner}/{repo}/releases/{release_id}'
const ASSET = '/repos/{owner}/{repo}/releases/assets/{asset_id}'

function createApi(setting: Setting, transport: Transport): Api {
  const { target, limits } = setting

  /** For requests that can be repeated without harm; undefined: 404. */
  async function persist<T>(doing: string, call: Call<T>): Promise<T | undefined> {
    const patience = patienceFor(setting, doing)
    for (;;) {
      const answer = await transport.send(call)
      if (answer.kind === 'ok') return answer.data
      if (answer.kind === 'refused' && answer.status === 404) return undefined
      await patience.face(answer)
    }
  }

  /** All pages; undefined: 404. A row that moved to the next page while reading is not counted twice. */
  async function all<T extends { id: number }>(doing: string, call: Call<T[]>): Promise<T[] | undefined> {
    const rows = new Map<number, T>()
    const patience = patienceFor(setting, doing)
    for (let page = 1; ; ) {
      const answer = await transport.send({
        ...call,
        parameters: { ...call.parameters, per_page: 100, page },
      })
      if (answer.kind === 'ok') {
        for (const row of answer.data) rows.set(row.id, row)
        const { link } = answer.headers
        const more = link === undefined ? answer.data.length === 100 : link.includes('rel="next"')
        if (!more) return [...rows.values()]
        page += 1
        patience.progress()
      } else if (answer.kind === 'refused' && answer.status === 404) {
        return undefined
      } else {
        await patience.face(answer)
      }
    }
  }

  return {
    serverNow: transport.serverNow,
    release: (id) =>
      persist(`reading the release ${id}`, {
        route: `GET ${RELEASE}`,
        parameters: { release_id: id },
        schema: releaseSchema,
      }),
    publishedRelease: (tag) =>
      persist(`looking for the release ${tag}`, {
        route: 'GET /repos/{owner}/{repo}/releases/tags/{tag}',
        parameters: { tag },
        schema: releaseSchema,
      }),
    releases: () =>
      all('listing the releases', {
        route: 'GET /repos/{owner}/{repo}/releases',
        schema: z.array(releaseSchema),
      }),
    createDraft: (tag, commitish) =>
      transport.send({
        route: 'POST /repos/{owner}/{repo}/releases',
        parameters: {
          tag_name: tag,
          name: tag,
          draft: true,
          ...(commitish === undefined ? {} : { target_commitish: commitish }),
        },
        schema: releaseSchema,
      }),
    publish: (release, commitish, makeLatest) =>
      transport.send({
        route: `PATCH ${RELEASE}`,
        // Without tag_name GitHub may rename the tag to untagged-… (jdx/communique#241, release-drafter#204).
        parameters: {
          release_id: release.id,
          tag_name: release.tag,
          target_commitish: commitish,
          draft: false,
          make_latest: makeLatest,
        },
        schema: releaseSchema,
      }),
    assets: (releaseId) =>
      all('listing the assets', {
        route: `GET ${RELEASE}/assets`,
        parameters: { release_id: releaseId },
        schema: z.array(assetSchema),
      }),
    upload: (release, name, upload) =>
      transport.send({
        route: `POST ${uploadUrl(target, release, name)}`,
        headers: { 'content-type': contentTypeOf(name) },
        body: upload.body,
        timeout: uploadTime(limits, upload.size),
        schema: assetSchema,
      }),
    rename: (assetId, name) =>
      transport.send({
        route: `PATCH ${ASSET}`,
        parameters: { asset_id: assetId, name },
        schema: assetSchema,
      }),
    deleteAsset: async (id) => {
      // 404: another job was faster, and the asset is as gone as it should be.
      await persist(`deleting the asset ${id}`, {
        route: `DELETE ${ASSET}`,
        parameters: { asset_id: id },
        schema: anything,
      })
    },
    hashAsset: (id, size) => hashAsset(setting, transport, id, size),
    tagRef: (tag) =>
      persist(`looking for the tag ${tag}`, {
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: `tags/${tag}` },
        schema: objectSchema,
      }),
    tagObject: (sha) =>
      persist(`reading the annotated tag ${sha}`, {
        route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
        parameters: { tag_sha: sha },
        schema: objectSchema,
      }),
    probeWrite: (tag): Promise<Reply<unknown>> =>
      // Needs `contents: write` (403 without: web-infra-dev/midscene#2827) and saves nothing (GitHub's reference).
      transport.send({
        route: 'POST /repos/{owner}/{repo}/releases/generate-notes',
        parameters: { tag_name: tag },
        schema: anything,
      }),
  }
}

async function hashAsset(
  setting: Setting,
  transport: Transport,
  id: number,
  size: number,
): Promise<string | undefined> {
  const doing = `downloading the asset ${id}`
  const patience = patienceFor(setting, doing)
  for (;;) {
    const answer = await transport.send({
      route: `GET ${ASSET}`,
      parameters: { asset_id: id },
      headers: { accept: 'application/octet-stream' },
      timeout: uploadTime(setting.limits, size),
      schema: z.custom<AsyncIterable<Uint8Array>>((body) => body instanceof ReadableStream),
      stream: true,
    })
    if (answer.kind === 'ok') {
      try {
        const hash = createHash('sha256')
        for await (const chunk of answer.data) hash.update(chunk)
        return hash.digest('hex')
      } catch (error) {
        await patience.again(`${doing} broke off: ${messageOf(error)}`)
      }
    } else if (answer.kind === 'refused' && answer.status === 404) {
      return undefined
    } else {
      await patience.face(answer)
    }
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
