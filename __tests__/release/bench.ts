import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { type Connection, connect } from '../../src/github/api.js'
import type { GitHubLimits } from '../../src/github/limits.js'
import type { Release, ReleaseTarget } from '../../src/github/types.js'
import type { Clock } from '../../src/network/clock.js'
import type { LocalFile } from '../../src/release/types.js'
import { BuildError } from '../../src/report/errors.js'
import type { Log } from '../../src/report/log.js'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { type StoredAsset, type StoredRelease, sha } from '../../stand-ins/github/model.js'

export const TOKEN = 'ghs_secret'
export const TAG = '2.9.13-1'
export const COMMIT = sha('the built commit')

/** Time passes only when somebody sleeps, and then at once. */
export class TestClock implements Clock {
  readonly sleeps: number[] = []
  constructor(public time = Date.parse('2026-11-22T10:00:00Z')) {}
  now = () => this.time
  random = () => 0.5
  async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds)
    this.time += milliseconds
    // Lets what the server has in hand come to its end.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Real time, `speed` times as fast, for jobs that race. */
export function fastClock(speed: number): Clock {
  const start = performance.now()
  const epoch = Date.parse('2026-11-22T10:00:00Z')
  return {
    now: () => epoch + (performance.now() - start) * speed,
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.ceil(milliseconds / speed))),
  }
}

/** Keeps every line, whatever its level. */
export function collectingLog(): Log & { lines: string[] } {
  const lines: string[] = []
  const keep = (line: string) => {
    lines.push(line)
  }
  return {
    lines,
    info: keep,
    notice: keep,
    warning: keep,
    debug: keep,
    progress: keep,
    begin: keep,
    end: () => {},
    group: (title, work) => {
      keep(title)
      return work()
    },
  }
}

/** A server, a clock, a log and a directory, anew for every test of the file. */
export class Bench {
  clock = new TestClock()
  log = collectingLog()
  #server: FakeGitHub | undefined
  #directory = ''

  async open(): Promise<void> {
    this.clock = new TestClock()
    this.log = collectingLog()
    this.#server = await FakeGitHub.start(() => this.clock.now())
    this.#directory = await mkdtemp(join(tmpdir(), 'release-'))
  }

  /** Closes all, and checks that neither side has departed from GitHub's description. */
  async close(): Promise<void> {
    const { violations } = this.server
    await this.server.stop()
    await rm(this.#directory, { recursive: true })
    expect(violations).toEqual([])
  }

  get server(): FakeGitHub {
    if (this.#server === undefined) throw new Error('the bench is not open')
    return this.#server
  }

  target(fields: Partial<ReleaseTarget> = {}): ReleaseTarget {
    const { url, repository } = this.server
    return {
      owner: repository.owner,
      repo: repository.name,
      token: TOKEN,
      apiUrl: url,
      overwrite: false,
      ...fields,
    }
  }

  connection(fields: Partial<ReleaseTarget> = {}, limits: Partial<GitHubLimits> = {}): Connection {
    return connect(this.target(fields), this.log, { clock: this.clock, limits })
  }

  /** A draft on the server, and what the jobs know of it. */
  draft(fields: Partial<StoredRelease> = {}): { stored: StoredRelease; release: Release } {
    const stored = this.server.repository.addRelease({ tag: TAG, ...fields })
    return { stored, release: this.release(stored) }
  }

  /** A release as a create answer or a look-up gives it. */
  release(stored: StoredRelease): Release {
    const { id, tag, draft, prerelease, immutable, commitish } = stored
    const { owner, name } = this.server.repository
    const uploadUrl = `${this.server.uploads}/repos/${owner}/${name}/releases/${id}/assets{?name,label}`
    const state = { draft, prerelease, publishedAt: stored.publishedAt ?? 0, immutable }
    return { id, tag, ...state, commitish, url: 'https://github.com/', uploadUrl }
  }

  async file(name: string, content = `the bytes of ${name}`): Promise<LocalFile> {
    const path = join(this.#directory, name)
    await writeFile(path, content)
    return { name, path, size: Buffer.byteLength(content), sha256: sha256(content) }
  }

  tagAt(commit = COMMIT): void {
    this.server.repository.tags.set(TAG, { type: 'commit', sha: commit })
  }
}

/** A {@link Bench} that opens and closes around each test. */
export function useBench(): Bench {
  const bench = new Bench()
  beforeEach(() => bench.open())
  afterEach(() => bench.close())
  return bench
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The text of a record of the zip with this SHA-256. */
export function recordOf(zip: string, finished = 'monday'): string {
  return JSON.stringify({ zip: { sha256: zip }, finished, stages: [{ stage: 'audit' }] })
}

/** What is stored under each name, as text. */
export function contentsOf({ assets }: StoredRelease): Record<string, string> {
  return Object.fromEntries(assets.map(({ name, bytes }: StoredAsset) => [name, bytes.toString()]))
}

/** The error for people that the work ends with. */
export async function failureOf(work: Promise<unknown>): Promise<BuildError> {
  const error = await work.then(
    () => expect.fail('it should have failed'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof BuildError)) throw error
  return error
}
