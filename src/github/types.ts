import type { Lost, Refused as RefusedBy } from '../network/trouble.js'

/** Which release the files go to, and with whose rights. Everything the room knows of the outside comes in here. */
export interface ReleaseTarget {
  owner: string
  repo: string
  /** Sent as a header only. The entry has it masked by the runner; this room replaces it in every message. */
  token: string
  /** The root of the REST API: `https://api.github.com`, or `https://HOST/api/v3` on GitHub Enterprise. */
  apiUrl: string
  tag?: string | undefined
  /** Wins over `tag` for finding the release; with both, the release must carry that tag. */
  releaseId?: number | undefined
  /** The commit that was built, 40 hex digits; only where the release is in the workflow's own repository. */
  sha?: string | undefined
  /** Replace an asset of the same name whose bytes differ. */
  overwrite: boolean
  /** Accept a tag that does not exist yet: it is created at `sha` when the draft is published. */
  createTag?: boolean | undefined
}

/** What this project needs to know of a release. */
export interface Release {
  id: number
  tag: string
  draft: boolean
  /** GitHub refuses every change of assets and tag for ever. */
  immutable: boolean
  /** The page for people. */
  url: string
  /** A template, `…/assets{?name,label}`; its host is not the API's. */
  uploadUrl: string
  /** Where publishing creates the tag when it does not exist: a branch or a commit. */
  commitish: string
}

/** What this project needs to know of an asset. */
export interface Asset {
  id: number
  name: string
  /** `uploaded`; or `starter`, `open`: the name is taken, the bytes are not there. */
  state: string
  /** In bytes. */
  size: number
  /** `sha256:<hex>`; null on old assets, and for a moment on new ones. */
  digest: string | null
  /** By the server's clock, in milliseconds. */
  createdAt: number
  /** The download address for people. */
  url: string
}

/** One entry of GitHub's `errors` array. */
export interface ErrorDetail {
  code?: string | undefined
  field?: string | undefined
  message?: string | undefined
}

/** GitHub answered, and it was not a yes; its words come without the token. */
export interface Refused extends RefusedBy {
  details: readonly ErrorDetail[]
}

export type Trouble = Refused | Lost

export type Reply<T> = { kind: 'ok'; data: T } | Trouble

/** The bytes of one file to be uploaded, read again for every attempt. */
export interface Upload {
  name: string
  size: number
  sha256: string
  body: Blob
  /** Whether the file on disk is no longer the one that was hashed. */
  changed(): Promise<boolean>
}

/** Exactly those calls of GitHub's API that this room makes. All but those with a `Reply` retry by themselves. */
export interface Api {
  /** The server's time in milliseconds, by the last answer's `date` header. */
  serverNow(): number
  release(id: number): Promise<Release | undefined>
  /** Never finds a draft. */
  publishedRelease(tag: string): Promise<Release | undefined>
  /** Every release the token may see, drafts only with the right to write; undefined: no such repository. */
  releases(): Promise<Release[] | undefined>
  createDraft(tag: string, commitish: string | undefined): Promise<Reply<Release>>
  publish(release: Release, commitish: string, makeLatest: MakeLatest): Promise<Reply<Release>>
  /** Undefined: the release is gone. */
  assets(releaseId: number): Promise<Asset[] | undefined>
  upload(release: Release, name: string, upload: Upload): Promise<Reply<Asset>>
  rename(assetId: number, name: string): Promise<Reply<Asset>>
  deleteAsset(id: number): Promise<void>
  /** Downloads the asset and gives its SHA-256 in lower-case hex; undefined: it is gone. */
  hashAsset(id: number, size: number): Promise<string | undefined>
  /** What a tag, or an annotated tag's object, points at. */
  tagRef(tag: string): Promise<GitObject | undefined>
  tagObject(sha: string): Promise<GitObject | undefined>
  /** Asks for something that needs the right to write and changes nothing. */
  probeWrite(tag: string): Promise<Reply<unknown>>
}

export interface GitObject {
  type: string
  sha: string
}

/** As GitHub's API has it: strings, not booleans. */
export type MakeLatest = 'true' | 'false' | 'legacy'
