import type { Dependencies } from '../cache/cache-request.js'
import type { GitHubCache } from '../cache/github-cache.js'
import type { BuildPlan } from '../catalog/plan.js'
import type { Log } from '../report/log.js'
import type { Engine } from '../sandbox/engine.js'
import type { Sources } from '../sources/sources.js'
import type { Verifier } from '../verify/verify.js'
import type { BuildRequest } from './build-request.js'
import type { Tarballs } from './tarballs.js'
import type { Toolchains } from './toolchains.js'

/** What is to be built, and with what. */
export interface Work {
  plans: readonly BuildPlan[]
  request: BuildRequest
  /** The image with the PostgreSQL that `verify: connect` connects to. */
  serverImage: string
  /** What `findEngine` gave. */
  engine: Engine
  sources: Sources
  /** By which containers and directories of this run are found when it is cut short. */
  runId: string
  /** Whether engine `auto` may use this machine itself when an image cannot be had. */
  fallBack: boolean
  /** Where other jobs leave OpenSSL and libpq; undefined where there is no such service. */
  githubCache: GitHubCache | undefined
  /** Whether what is built is released. */
  forRelease: boolean
  log: Log
}

/** OpenSSL and libpq for a plan, and whether an earlier run had compiled them. */
export interface Provided extends Dependencies {
  cached: boolean
}

/** What the Pythons of a run have in common. */
export interface Setup extends Pick<Work, 'engine' | 'request' | 'runId' | 'githubCache' | 'forRelease'> {
  verifier: Verifier
  tarballs: Tarballs
  toolchains: Toolchains
  /** The dependencies of this run, compiled or being compiled, by key. */
  provided: Map<string, Promise<Provided>>
}
