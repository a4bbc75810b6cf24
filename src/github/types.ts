import type { Lost, Refused } from '../network/trouble.js'

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
  prerelease: boolean
  /** By the server's clock, in milliseconds; 0 for a draft. */
  publishedAt: number
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
export interface GitHubRefused extends Refused {
  details: readonly ErrorDetail[]
}

/** Anything but a yes. */
export type GitHubTrouble = GitHubRefused | Lost

/** What became of a request that is sent once; whoever sent it decides whether to send it again. */
export type Reply<T> = { kind: 'ok'; data: T } | GitHubTrouble

/** The bytes of one file to be uploaded, read again for every attempt. */
export interface Upload {
  name: string
  size: number
  sha256: string
  body: Blob
  /** Whether the file on disk is no longer the one that was hashed. */
  changed(): Promise<boolean>
}

/** How a draft is published. */
export interface Publication {
  /** Where the tag is created if it does not exist: a branch or a commit. */
  commitish: string
  makeLatest: MakeLatest
}

/** As GitHub's API has it: strings, not booleans. */
export type MakeLatest = 'true' | 'false' | 'legacy'
