import { createHash } from 'node:crypto'
import type { Json } from './description.js'

export interface StoredAsset {
  id: number
  name: string
  state: string
  bytes: Buffer
  contentType: string
  createdAt: number
  /** When the digest becomes visible, in server milliseconds; Infinity: never. */
  digestAt: number
  /** A digest to show instead of the true one. */
  falseDigest?: string
}

export interface StoredRelease {
  id: number
  tag: string
  commitish: string
  draft: boolean
  prerelease: boolean
  immutable: boolean
  name: string | null
  body: string | null
  createdAt: number
  publishedAt: number | null
  /** From when on lists and the look-up by tag show it, in server milliseconds. */
  visibleAt: number
  assets: StoredAsset[]
}

/** What the server knows of one repository, as GitHub would show it. */
export class Repository {
  readonly releases = new Map<number, StoredRelease>()
  /** By name: what the tag's reference points at. */
  readonly tags = new Map<string, { type: string; sha: string }>()
  /** Annotated tags by the SHA of their object. */
  readonly tagObjects = new Map<string, { type: string; sha: string }>()
  /** The repository's setting: what is published becomes immutable. */
  immutableReleases = false
  /** How long lists hide a new release, in milliseconds. */
  listLag = 0
  /** How long an asset's digest is null after its upload, in milliseconds. */
  digestLag = 0
  head = sha('the head of main')
  #nextId = 1000

  constructor(
    readonly owner: string,
    readonly name: string,
    readonly now: () => number,
    private readonly urls: { api: string; uploads: () => string },
  ) {}

  id(): number {
    this.#nextId += 1
    return this.#nextId
  }

  addRelease(fields: Partial<StoredRelease> & { tag: string }): StoredRelease {
    const now = this.now()
    const release: StoredRelease = {
      id: this.id(),
      commitish: 'main',
      draft: true,
      prerelease: false,
      immutable: false,
      name: fields.tag,
      body: null,
      createdAt: now,
      publishedAt: fields.draft === false ? now : null,
      visibleAt: now,
      assets: [],
      ...fields,
    }
    this.releases.set(release.id, release)
    return release
  }

  addAsset(release: StoredRelease, fields: Partial<StoredAsset> & { name: string }): StoredAsset {
    const now = this.now()
    const asset: StoredAsset = {
      id: this.id(),
      state: 'uploaded',
      bytes: Buffer.alloc(0),
      contentType: 'application/octet-stream',
      createdAt: now,
      digestAt: now + this.digestLag,
      ...fields,
    }
    release.assets.push(asset)
    return asset
  }

  assetById(id: number): { release: StoredRelease; asset: StoredAsset } | undefined {
    for (const release of this.releases.values()) {
      const asset = release.assets.find((candidate) => candidate.id === id)
      if (asset !== undefined) return { release, asset }
    }
    return undefined
  }

  renderRelease(release: StoredRelease): Json {
    const base = `${this.urls.api}/repos/${this.owner}/${this.name}`
    return {
      url: `${base}/releases/${release.id}`,
      html_url: `https://github.com/${this.owner}/${this.name}/releases/tag/${shownTag(release)}`,
      assets_url: `${base}/releases/${release.id}/assets`,
      upload_url: `${this.urls.uploads()}/repos/${this.owner}/${this.name}/releases/${release.id}/assets{?name,label}`,
      tarball_url: release.draft ? null : `${base}/tarball/${release.tag}`,
      zipball_url: release.draft ? null : `${base}/zipball/${release.tag}`,
      id: release.id,
      node_id: `RE_${release.id}`,
      tag_name: release.tag,
      target_commitish: release.commitish,
      name: release.name,
      body: release.body,
      draft: release.draft,
      prerelease: release.prerelease,
      immutable: release.immutable,
      created_at: iso(release.createdAt),
      published_at: release.publishedAt === null ? null : iso(release.publishedAt),
      author: user,
      assets: release.assets.map((asset) => this.renderAsset(release, asset)),
    }
  }

  renderAsset(release: StoredRelease, asset: StoredAsset): Json {
    const digest = asset.falseDigest ?? `sha256:${createHash('sha256').update(asset.bytes).digest('hex')}`
    const shown = asset.state === 'uploaded' && this.now() >= asset.digestAt
    const repository = `${this.owner}/${this.name}`
    return {
      url: `${this.urls.api}/repos/${repository}/releases/assets/${asset.id}`,
      browser_download_url: `https://github.com/${repository}/releases/download/${shownTag(release)}/${asset.name}`,
      id: asset.id,
      node_id: `RA_${asset.id}`,
      name: asset.name,
      label: null,
      state: asset.state,
      content_type: asset.contentType,
      size: asset.bytes.length,
      digest: shown ? digest : null,
      download_count: 0,
      created_at: iso(asset.createdAt),
      updated_at: iso(asset.createdAt),
      uploader: user,
    }
  }
}

/** A made-up commit or object name. */
export function sha(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

/** Drafts have addresses of their own. */
function shownTag(release: StoredRelease): string {
  return release.draft ? `untagged-${sha(String(release.id)).slice(0, 20)}` : release.tag
}

function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

const home = 'https://api.github.com/users/github-actions[bot]'
const user: Json = {
  login: 'github-actions[bot]',
  id: 41898282,
  node_id: 'MDM6Qm90NDE4OTgyODI=',
  avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
  gravatar_id: '',
  url: encodeURI(home),
  html_url: 'https://github.com/apps/github-actions',
  followers_url: encodeURI(`${home}/followers`),
  following_url: `${encodeURI(home)}/following{/other_user}`,
  gists_url: `${encodeURI(home)}/gists{/gist_id}`,
  starred_url: `${encodeURI(home)}/starred{/owner}{/repo}`,
  subscriptions_url: encodeURI(`${home}/subscriptions`),
  organizations_url: encodeURI(`${home}/orgs`),
  repos_url: encodeURI(`${home}/repos`),
  events_url: `${encodeURI(home)}/events{/privacy}`,
  received_events_url: encodeURI(`${home}/received_events`),
  type: 'Bot',
  site_admin: false,
}
