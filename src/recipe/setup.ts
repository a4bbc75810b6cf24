import type { GitHubCache } from '../cache/github-cache.js'
import type { Engine } from '../sandbox/engine.js'
import type { Verifier } from '../verify/verify.js'
import type { Provided } from './dependencies.js'
import type { BuildRequest } from './request.js'
import type { Tarballs } from './tarballs.js'

/** What the Pythons of a run have in common. */
export interface Setup {
  engine: Engine
  request: BuildRequest
  /** By which containers and directories of this run are found when it is cut short. */
  runId: string
  verifier: Verifier
  tarballs: Tarballs
  /** Where other jobs leave OpenSSL and libpq; undefined where there is no such service. */
  githubCache: GitHubCache | undefined
  /** Whether what this run builds is released. */
  forRelease: boolean
  /** The dependencies of this run, compiled or being compiled, by key. */
  provided: Map<string, Promise<Provided>>
}
