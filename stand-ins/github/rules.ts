import type { Json } from './description.js'
import { type Repository, type StoredAsset, type StoredRelease, sha } from './model.js'

/** A request that has passed the router, the token check and the judge. */
export interface Question {
  path: Record<string, string>
  query: URLSearchParams
  json: Json
  bytes: Buffer
  headers: Record<string, string | undefined>
  mayWrite: boolean
}

export interface ServerAnswer {
  status: number
  json?: unknown
  bytes?: Buffer
  headers?: Record<string, string>
}

const notFound: ServerAnswer = { status: 404, json: failure('Not Found') }

/** GitHub's error body. */
export function failure(message: string, errors?: Json[]): Json {
  const documentation_url = 'https://docs.github.com/rest'
  return errors === undefined ? { message, documentation_url } : { message, errors, documentation_url }
}

/**
 * What GitHub does, by the name of the operation, including what its description does not say: drafts are hidden
 * and not unique, names are rewritten, published releases may be immutable, lists lag (each rule names its source).
 */
export const rules: Record<string, (repository: Repository, question: Question) => ServerAnswer> = {
  'list-releases': (repository, { query, mayWrite }) => {
    const seen = [...repository.releases.values()]
      .filter((release) => release.visibleAt <= repository.now() && (mayWrite || !release.draft))
      .sort((a, b) => b.id - a.id)
    return page(seen, query, (release) => repository.renderRelease(release))
  },
  'get-release': (repository, question) => {
    const release = find(repository, question)
    return release ? { status: 200, json: repository.renderRelease(release) } : notFound
  },
  'get-release-by-tag': (repository, { path }) => {
    const release = [...repository.releases.values()].find(
      ({ tag, draft, visibleAt }) => tag === path.tag && !draft && visibleAt <= repository.now(),
    )
    return release ? { status: 200, json: repository.renderRelease(release) } : notFound
  },
  'create-release': (repository, { json }) => {
    const tag = String(json.tag_name)
    const refusal = tagRefusal(repository, tag, json.draft !== true, undefined)
    if (refusal) return refusal
    const release = repository.addRelease({
      tag,
      draft: json.draft === true,
      commitish: String(json.target_commitish ?? 'main'),
      name: typeof json.name === 'string' ? json.name : null,
      visibleAt: repository.now() + repository.listLag,
    })
    if (!release.draft) publish(repository, release)
    return { status: 201, json: repository.renderRelease(release) }
  },
  'update-release': (repository, question) => {
    const release = find(repository, question)
    if (!release) return notFound
    const { json } = question
    if (release.immutable) return invalid('state cannot be changed when release is immutable')
    const publishing = release.draft && json.draft === false
    if (publishing) {
      const refusal = tagRefusal(repository, String(json.tag_name ?? release.tag), true, release)
      if (refusal) return refusal
    }
    // What several projects have met: a draft whose change leaves the tag out loses it.
    release.tag =
      typeof json.tag_name === 'string' ? json.tag_name : `untagged-${sha(release.tag).slice(0, 20)}`
    if (typeof json.target_commitish === 'string') release.commitish = json.target_commitish
    if (publishing) publish(repository, release)
    return { status: 200, json: repository.renderRelease(release) }
  },
  'generate-release-notes': (_, { json }) => ({
    status: 200,
    json: { name: String(json.tag_name), body: '## What’s changed' },
  }),
  'list-release-assets': (repository, question) => {
    const release = find(repository, question)
    if (!release) return notFound
    return page([...release.assets], question.query, (asset) => repository.renderAsset(release, asset))
  },
  'upload-release-asset': (repository, question) => {
    const release = find(repository, question)
    if (!release) return notFound
    if (release.immutable) return invalid('Cannot upload assets to an immutable release.')
    if (release.assets.length >= 1000) {
      return invalid('Validation Failed', {
        resource: 'ReleaseAsset',
        code: 'custom',
        message: 'too many assets',
      })
    }
    const name = stored(question.query.get('name') ?? '')
    if (release.assets.some((asset) => asset.name === name)) return nameTaken
    const contentType = question.headers['content-type'] ?? ''
    const asset = repository.addAsset(release, { name, bytes: question.bytes, contentType })
    return { status: 201, json: repository.renderAsset(release, asset) }
  },
  'get-release-asset': (repository, { path, headers }) => {
    const found = repository.assetById(Number(path.asset_id))
    if (!found) return notFound
    if (headers.accept !== 'application/octet-stream') {
      return { status: 200, json: repository.renderAsset(found.release, found.asset) }
    }
    return { status: 200, bytes: found.asset.bytes, headers: { 'content-type': found.asset.contentType } }
  },
  'update-release-asset': (repository, { path, json }) =>
    change(repository, Number(path.asset_id), (release, asset) => {
      const name = stored(String(json.name ?? asset.name))
      if (release.assets.some((other) => other !== asset && other.name === name)) return nameTaken
      asset.name = name
      return { status: 200, json: repository.renderAsset(release, asset) }
    }),
  'delete-release-asset': (repository, { path }) =>
    change(repository, Number(path.asset_id), (release, asset) => {
      release.assets = release.assets.filter((other) => other !== asset)
      return { status: 204 }
    }),
  'get-ref': (repository, { path }) => {
    const object = repository.tags.get(path.ref?.replace(/^tags\//, '') ?? '')
    if (!object) return notFound
    const url = 'https://api.github.com/object'
    return { status: 200, json: { ref: `refs/${path.ref}`, node_id: 'REF', url, object: { ...object, url } } }
  },
  'get-tag': (repository, { path }) => {
    const object = repository.tagObjects.get(path.tag_sha ?? '')
    if (!object) return notFound
    const url = 'https://api.github.com/object'
    const tagger = { name: 'T', email: 't@example.org', date: '2026-11-22T00:00:00Z' }
    const tag = { node_id: 'TAG', tag: 'T', sha: path.tag_sha, url, message: '', tagger }
    return { status: 200, json: { ...tag, object: { ...object, url } } }
  },
}

function find(repository: Repository, { path, mayWrite }: Question): StoredRelease | undefined {
  const release = repository.releases.get(Number(path.release_id))
  return release?.draft && !mayWrite ? undefined : release
}

function change(
  repository: Repository,
  id: number,
  work: (release: StoredRelease, asset: StoredAsset) => ServerAnswer,
): ServerAnswer {
  const found = repository.assetById(id)
  if (!found) return notFound
  if (found.release.immutable) return invalid('Cannot change assets of an immutable release.')
  return work(found.release, found.asset)
}

function publish(repository: Repository, release: StoredRelease): void {
  release.draft = false
  release.publishedAt = repository.now()
  release.immutable = repository.immutableReleases
  if (!repository.tags.has(release.tag)) {
    const commit = /^[0-9a-f]{40}$/.test(release.commitish) ? release.commitish : repository.head
    repository.tags.set(release.tag, { type: 'commit', sha: commit })
  }
}

/** Only published releases are unique per tag; drafts are not. */
function tagRefusal(
  repository: Repository,
  tag: string,
  publishing: boolean,
  self: StoredRelease | undefined,
): ServerAnswer | undefined {
  const others = [...repository.releases.values()].filter((release) => release !== self)
  if (!publishing || !others.some((release) => release.tag === tag && !release.draft)) return undefined
  return invalid('Validation Failed', { resource: 'Release', code: 'already_exists', field: 'tag_name' })
}

function invalid(message: string, error?: Json): ServerAnswer {
  return { status: 422, json: failure(message, error === undefined ? undefined : [error]) }
}

const nameTaken = invalid('Validation Failed', {
  resource: 'ReleaseAsset',
  code: 'already_exists',
  field: 'name',
})

/** As `gh` imitates it: anything else becomes one dot, and dots at the ends go. */
function stored(name: string): string {
  return name.replace(/[^A-Za-z0-9\-_+@]+/g, '.').replace(/^\.+|\.+$/g, '')
}

function page<T>(rows: T[], query: URLSearchParams, render: (row: T) => Json): ServerAnswer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100)
  const number = Number(query.get('page') ?? 1)
  const json = rows.slice((number - 1) * size, number * size).map(render)
  if (rows.length <= number * size) return { status: 200, json }
  return {
    status: 200,
    json,
    headers: { link: `<https://api.github.com/next?page=${number + 1}>; rel="next"` },
  }
}
