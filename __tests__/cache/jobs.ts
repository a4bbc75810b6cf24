import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as client from '@actions/cache'
import { vi } from 'vitest'
import { contentHash } from '../../src/cache/file-list.js'
import { type GitHubCache, openGitHubCache } from '../../src/cache/github-cache.js'
import { dependencyKey } from '../../src/cache/key.js'
import type { Source } from '../../src/catalog/types.js'
import { sha256 } from '../../src/package/checksums.js'
import { dependenciesFor } from '../../src/recipe/dependencies.js'
import { Tarballs } from '../../src/recipe/tarballs.js'
import type { Provided } from '../../src/recipe/work.js'
import type { Workshop } from '../../src/recipe/workshop.js'
import type { CacheService } from '../../stand-ins/github-cache.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'

const plan = await planFor('3.13')
const FINGERPRINT = 'f'.repeat(64)
const obtained = async (sources: readonly Source[]) =>
  new Map(sources.map((source) => [source, { path: source.project, file: source.files[0] }]))

/** What every job's compiler gives, and its content hash. */
export const COMPILED = 'archive'
export const CONTENT = hashOf(COMPILED)
export const KEY = await dependencyKey(FINGERPRINT, plan)

/** The content hash of what `libssl.a` with this text is all of. */
export function hashOf(text: string): string {
  return contentHash([['openssl/lib/libssl.a', sha256(Buffer.from(text))]])
}

/** One job: what it is told, and on which machine it runs. */
export interface Job {
  run?: string
  scope?: string
  forRelease?: boolean
  accepted?: string[]
  /** What its compiler gives. */
  gives?: string
  /** The machine's tool cache; a new machine's without it. */
  tools?: string
}

/** What a job did. */
export interface Done extends Provided {
  compiled: boolean
  /** Warnings: of ours, and of the toolkit's, which writes them as the runner reads them. */
  warnings: string[]
}

/** Gives a job the environment that a runner with this service has. */
export function enter(service: CacheService, { run = '1', scope = 'main', tools }: Job): void {
  vi.stubEnv('ACTIONS_RESULTS_URL', `${service.url}/`)
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', scope)
  vi.stubEnv('ACTIONS_CACHE_SERVICE_V2', 'true')
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com')
  vi.stubEnv('GITHUB_RUN_ID', run)
  vi.stubEnv('GITHUB_RUN_ATTEMPT', '1')
  vi.stubEnv('NO_PROXY', '127.0.0.1')
  vi.stubEnv('RUNNER_TOOL_CACHE', tools ?? mkdtempSync(join(tmpdir(), 'tools-')))
}

/** The cache that a job has. */
export function cacheOf(service: CacheService, job: Job = {}): GitHubCache {
  enter(service, job)
  const cache = openGitHubCache(client, process.env, randomUUID())
  if (cache === undefined) throw new Error('there is no cache')
  return cache
}

/** Runs a job's part that is about OpenSSL and libpq, with a compiler that only writes a file. */
export async function runJob(service: CacheService, job: Job = {}): Promise<Done> {
  const cache = cacheOf(service, job)
  const { log } = collectingLog()
  const warnings: string[] = []
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    warnings.push(
      ...String(text)
        .split('\n')
        .filter((line) => /^::(warning|error)/.test(line)),
    )
    return true
  })
  let compiled = false
  const sandbox = {
    title: 'a container',
    root: '/root',
    copyIn: async (_: string, inside: string) => inside,
    async copyOut(_: string, local: string) {
      compiled = true
      mkdirSync(join(local, 'openssl', 'lib'), { recursive: true })
      writeFileSync(join(local, 'openssl', 'lib', 'libssl.a'), job.gives ?? COMPILED)
    },
    execute: async () => ({ exitCode: 0, stdout: '', stderr: '' }),
    remove: async () => {},
  }
  const ourLog = { ...log, warning: (message: string) => void warnings.push(message) }
  const workshop: Workshop = {
    sandbox,
    workDir: '/work',
    env: {},
    fingerprint: FINGERPRINT,
    toolchain: '',
    where: { machine: '' },
    plan,
    runId: randomUUID(),
    log: ourLog,
  }
  const setup = {
    request: { cache: true, dependenciesSha256: job.accepted ?? [] },
    tarballs: new Tarballs(obtained),
    githubCache: cache,
    forRelease: job.forRelease ?? false,
    provided: new Map(),
  }
  try {
    const provided = await dependenciesFor(workshop, setup)
    return { ...provided, compiled, warnings }
  } finally {
    stdout.mockRestore()
  }
}
