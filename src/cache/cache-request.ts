import type { Architecture } from '../catalog/architecture.js'
import type { Log } from '../report/log.js'
import type { GitHubCache } from './github-cache.js'

/** OpenSSL and libpq, compiled: a directory of this machine. */
export interface Dependencies {
  directory: string
  /** SHA-256 of the list of its files with their SHA-256s: what `dependencies-sha256` lists. */
  contentHash: string
}

/** Which dependencies are looked for, and what may be believed of those that are found. */
export interface CacheRequest {
  /** What `dependencyKey` gives. */
  key: string
  architecture: Architecture
  /** The content hashes that may be used; none: every one. */
  accepted: readonly string[]
  /** Where other jobs leave theirs; undefined where there is no such service. */
  githubCache: GitHubCache | undefined
  /**
   * Whether what this run builds is released. If so, GitHub's cache gives only entries whose content hash was listed:
   * whoever runs code in any job of the default branch can leave an entry there, with a list of files to match. Saving
   * is always safe, because what a run on a tag saves can be read by runs on that tag only.
   */
  forRelease: boolean
  runId: string
  log: Log
}
