import { expect } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import type { Facts } from '../../src/release/manifest-schema.js'
import { type PublishRequest, publishRelease } from '../../src/release/publish-release.js'
import type { Expected, LocalFile } from '../../src/release/types.js'
import type { StoredRelease } from '../../stand-ins/github/model.js'
import { type Bench, COMMIT, contentsOf, failureOf, TAG } from './bench.js'

export const MD5 = '0123456789abcdef0123456789abcdef'
/** The operation that publishes. */
export const PATCH = 'update-release'
/** What publishing adds, sorted by name. */
export const WRITTEN = ['SHA256SUMS', 'manifest.json', 'manifest.json.sha256']
/** What the matrix builds. */
export const NAMES = ['psycopg2.9.13-3.12.zip', 'psycopg2.9.13-3.13.zip']

/** What is known of them. */
export const FACTS: Facts = {
  python: '3.13',
  architecture: 'x86_64',
  versions: { psycopg2: '2.9.13', postgresql: '18.6', openssl: '3.5.7' },
  glibc: '2.17',
  toolchain: 'zig 0.17.1, glibc 2.17',
}

/** Build jobs that have done their work, and the step that publishes it. */
export function matrixOn(bench: Bench) {
  return { built, complete, publish, refused }

  /** What a build job uploads for one artefact, and what its `artifacts` output says. */
  async function built(name: string): Promise<{ files: LocalFile[]; expected: Expected }> {
    const zip = await bench.file(name)
    const sums = await bench.file(`${name}.sha256`, `${zip.sha256}  ${name}\n`)
    const md5 = await bench.file(`${name}.md5`, `${MD5}  ${name}\n`)
    const facts = { ...FACTS, python: name.slice(14, 18) }
    return {
      files: [zip, sums, md5],
      expected: { name, sha256: zip.sha256, size: zip.size, md5: MD5, facts },
    }
  }

  /** A draft with everything on it, and the request that publishes it. */
  async function complete(): Promise<{ stored: StoredRelease; request: PublishRequest }> {
    bench.tagAt()
    const { stored, release } = bench.draft({ commitish: 'main' })
    const jobs = await Promise.all(NAMES.map(built))
    await ensureAssets(
      bench.connection(),
      release,
      jobs.flatMap(({ files }) => files),
    )
    bench.server.requests.length = 0
    return {
      stored,
      request: { expected: jobs.map(({ expected }) => expected), files: [], makeLatest: 'legacy' },
    }
  }

  function publish(request: PublishRequest, fields = {}) {
    return publishRelease(bench.connection({ tag: TAG, sha: COMMIT, ...fields }), request)
  }

  /** It was refused, and nothing has changed. */
  async function refused(stored: StoredRelease, request: PublishRequest, fields = {}) {
    const before = contentsOf(stored)
    const error = await failureOf(publish(request, fields))
    expect(stored.draft).toBe(true)
    expect(contentsOf(stored)).toEqual(before)
    expect(bench.server.count(PATCH)).toBe(0)
    return error
  }
}
