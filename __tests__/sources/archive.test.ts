import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import lock from '../../src/catalog/sources.lock.json' with { type: 'json' }
import type { Source } from '../../src/catalog/types.js'
import type { Host } from '../../src/sources/debian.js'
import { obtainSources } from '../../src/sources/obtain.js'
import * as the from './setup.js'

const directories = the.freshDirectories()
const hasApt = existsSync('/usr/bin/apt-get')
const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

let mirror: the.Served | undefined
afterEach(async () => {
  await mirror?.close()
  mirror = undefined
})

const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** What a Debian mirror has about one package in one suite: an unsigned index, the tarball, and no .dsc. */
function published(suite: string, rows: { name: string; file: string; indexed: Buffer; served?: Buffer }[]) {
  const index = rows
    .map(({ name, file, indexed }) => {
      const dsc = `${name}_1.0-1.dsc`
      return `Package: ${name}
Binary: ${name}
Version: 1.0-1
Format: 3.0 (quilt)
Directory: pool/main/${name}
Files:
 ${createHash('md5').update(dsc).digest('hex')} ${dsc.length} ${dsc}
 ${createHash('md5').update(indexed).digest('hex')} ${indexed.length} ${file}
Checksums-Sha256:
 ${hash(dsc)} ${dsc.length} ${dsc}
 ${hash(indexed)} ${indexed.length} ${file}
`
    })
    .join('\n')
  const release = `Suite: ${suite}
Codename: ${suite}
Components: main
Date: ${new Date().toUTCString().replace('GMT', 'UTC')}
SHA256:
 ${hash(index)} ${index.length} main/source/Sources
`
  const base = `/debian/dists/${suite}`
  return Object.fromEntries([
    [`${base}/Release`, the.send(Buffer.from(release))],
    [`${base}/main/source/Sources`, the.send(Buffer.from(index))],
    ...rows.map(({ name, file, indexed, served }) => [
      `/debian/pool/main/${name}/${file}`,
      the.send(served ?? indexed),
    ]),
  ]) as Record<string, the.Answer>
}

/** A Debian host whose apt knows the mirror of this test, and trusts it without a key. */
async function host(url: string): Promise<Host> {
  const aptDirectory = join(directories.root, 'apt')
  await mkdir(join(aptDirectory, 'sources.list.d'), { recursive: true })
  await writeFile(join(aptDirectory, 'sources.list'), `deb [trusted=yes] ${url}/debian old main\n`)
  await writeFile(
    join(aptDirectory, 'sources.list.d', 'debian.sources'),
    `Types: deb\nURIs: ${url}/debian\nSuites: old old-updates\nComponents: main\nTrusted: yes\n`,
  )
  const osRelease = join(directories.root, 'os-release')
  await writeFile(osRelease, 'ID=debian\nVERSION_CODENAME=old\n')
  return { osRelease, aptDirectory }
}

function row(nth: number, suites: string[]): { bytes: Buffer; source: Source; name: string; file: string } {
  const name = `thing${nth}`
  const made = the.tarball(`${the.UNREACHABLE}/${name}-1.0.tar.gz`, {
    root: `${name}-1.0`,
    version: `1.0.${nth}`,
    debian: { package: name, suites },
  })
  return { ...made, name, file: `${name}_1.0.orig.tar.gz` }
}

async function nothingLeft() {
  expect(await readdir(directories.temp)).toEqual([])
  expect((await the.filesBelow(directories.cache)).filter((path) => path.endsWith('.partial'))).toEqual([])
}

describe.runIf(hasApt)("the distribution's source archive, through the real apt", () => {
  const obtain = async (sources: Source[], log = the.collect()) => {
    const conditions = { timing: the.fast(), host: await host(mirror?.url ?? '') }
    return await obtainSources(sources, {}, log, conditions)
  }

  it('stands in for upstream, its index fetched once for all, though a suite and every .dsc are gone', async () => {
    const rows = [row(1, ['new']), row(2, ['new', 'gone']), row(3, ['newer'])]
    const [first, second, third] = rows.map((it) => ({ name: it.name, file: it.file, indexed: it.bytes }))
    if (first === undefined || second === undefined || third === undefined) throw new Error('three rows')
    mirror = await the.serve({ ...published('new', [first, second]), ...published('newer', [third]) })
    const log = the.collect()
    const found = await obtain(
      rows.map((it) => it.source),
      log,
    )
    for (const it of rows) expect(it.bytes.equals(await readFile(found.get(it.source) ?? ''))).toBe(true)
    expect(mirror.requests.filter((it) => it === 'GET /debian/dists/new/Release')).toHaveLength(1)
    expect(mirror.requests.filter((it) => it.endsWith('/gone/InRelease'))).toHaveLength(1)
    expect(log.of('notice')).toContain(
      "thing1-1.0.tar.gz: upstream did not give it, so the distribution's archive stands in: thing1_1.0.orig.tar.gz of thing1 1.0-1",
    )
    expect(log.of('info')).toMatch(
      /thing3-1\.0\.tar\.gz: 0\.2 MB in .* s from Debian's source archive \(thing3 1\.0-1\)/,
    )
    await nothingLeft()
  }, 60_000)

  it('that has other bytes than the lock is told, with the package', async () => {
    const it = row(1, ['new'])
    mirror = await the.serve(published('new', [{ ...it, indexed: Buffer.alloc(200_000) }]))
    const work = obtain([it.source])
    await expect(work).rejects.toThrow(
      /\(1\) upstream .*; \(2\) Debian's source archive: no version of its package thing1 has this SHA-256/,
    )
    await nothingLeft()
  }, 60_000)

  it.each([
    [
      'altered',
      Buffer.alloc(200_000),
      /Debian's source archive: thing1 1\.0-1 did not arrive: E: .*Hash Sum mismatch/,
    ],
    ['truncated', Buffer.alloc(1000), /Debian's source archive: thing1 1\.0-1 did not arrive: E: /],
  ])(
    'that serves %s bytes under the right sum gives nothing',
    async (_, served, why) => {
      const it = row(1, ['new'])
      mirror = await the.serve(published('new', [{ ...it, indexed: it.bytes, served }]))
      await expect(obtain([it.source])).rejects.toThrow(why)
      await nothingLeft()
      expect(await the.filesBelow(directories.cache)).toEqual([])
    },
    60_000,
  )

  it('that cannot be reached is told with what apt said', async () => {
    mirror = await the.serve({})
    await expect(obtain([row(1, ['new']).source])).rejects.toThrow(
      /Debian's source archive: no version .* SHA-256: E: Failed to fetch .* 404/,
    )
    await nothingLeft()
  }, 60_000)

  it('is left as soon as another tarball has failed, and its state is removed', async () => {
    const it = row(1, ['new'])
    mirror = await the.serve({
      ...published('new', [{ ...it, indexed: it.bytes }]),
      '/bad.tar.gz': the.send(Buffer.alloc(200_000)),
    })
    const bad = the.tarball(`${mirror.url}/bad.tar.gz`).source
    await expect(obtain([it.source, bad])).rejects.toThrow('is not the file in the lock')
    expect(mirror.requests.filter((request) => request.includes('/pool/'))).toEqual([])
    await nothingLeft()
  }, 60_000)

  it('is not asked for a tarball whose package the lock does not know', async () => {
    mirror = await the.serve({})
    const { debian: _, ...source } = row(1, []).source
    await expect(obtain([source])).rejects.toThrow(
      "Debian's source archive: the lock names no package for it",
    )
    expect(mirror.requests).toEqual([])
  })

  it('that no mirror is configured for is told', async () => {
    mirror = await the.serve({})
    const conditions = { timing: the.fast(), host: { ...(await host('x')), aptDirectory: directories.temp } }
    const work = obtainSources([row(1, ['new']).source], {}, the.collect(), conditions)
    await expect(work).rejects.toThrow(`${directories.temp} names no Debian mirror to fetch from`)
  })
})

describe.runIf(hasApt && isDebian)('this Debian', () => {
  it('gives psycopg2 2.9.10 where upstream cannot be reached', async () => {
    const real = (lock.sources as Source[]).find((it) => it.project === 'psycopg2' && it.version === '2.9.10')
    if (real === undefined) throw new Error('the lock has no psycopg2 2.9.10')
    const source = { ...real, url: `${the.UNREACHABLE}/tags/2.9.10.tar.gz` }
    const log = the.collect()
    const found = await obtainSources([source], {}, log, { timing: the.fast() })
    const bytes = await readFile(found.get(source) ?? '')
    expect(bytes.length).toBe(386138)
    expect(hash(bytes)).toBe(source.sha256)
    expect(log.of('notice')).toMatch(/psycopg2_2\.9\.10\.orig\.tar\.gz of psycopg2 2\.9\.10-/)
    await nothingLeft()
  }, 180_000)
})
