import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { find } from '@actions/tool-cache'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BuildError, InputError } from '../../src/report/errors.js'
import { CACHE_TOOL, cacheVersion } from '../../src/sources/cache.js'
import { parseMirror } from '../../src/sources/mirror.js'
import type { SourceOptions } from '../../src/sources/sources.js'
import { fileName, fileNames } from '../../src/sources/tarball-names.js'
import * as the from './setup.js'

const directories = the.freshDirectories()
const ADDRESS = '/a/openssl-3.5.7.tar.gz'
let server: the.Served
let bytes: Buffer
let source: ReturnType<typeof the.tarball>['source']
let file: ReturnType<typeof the.tarball>['file']
const answers: Record<string, the.Answer | the.Answer[]> = {}

beforeEach(async () => {
  server = await the.serve(answers)
  ;({ bytes, source, file } = the.tarball(`${server.url}${ADDRESS}`))
  answers[ADDRESS] = the.send(bytes)
})
afterEach(() => server.close())

async function obtain(wishes: SourceOptions = {}, log = the.collect()) {
  const found = await the.obtain([source], wishes, log)
  return { path: found.get(source)?.path ?? '', log }
}

/** Makes the row one of a file with this address and root. */
function named(url: string, root: string) {
  source = { ...source, files: [{ ...file, url, root }] }
}

describe('source-dir', () => {
  const put = async (name: string, content: Buffer) => {
    await writeFile(join(directories.temp, name), content)
    return join(directories.temp, name)
  }
  const sourceDir = () => ({ sourceDir: directories.temp })

  it.each(['openssl-3.5.7.tar.gz', 'renamed by hand.bin', 'psycopg2.orig.tar.gz'])(
    'finds the bytes as %j',
    async (name) => {
      const path = await put(name, bytes)
      await put('of the same size', Buffer.alloc(bytes.length, 7))
      await put('another', Buffer.from('x'))
      const it = await obtain(sourceDir())
      expect(it.path).toBe(path)
      expect(it.log.of('info')).toContain(`found in source-dir as ${path}`)
      expect(server.requests).toEqual([])
    },
  )

  it('finds them behind a link, and under a name while a wrong file has the right one', async () => {
    await mkdir(join(directories.root, 'far'))
    await put('openssl-3.5.7.tar.gz', Buffer.from('wrong'))
    await rename(await put('x', bytes), join(directories.root, 'far', 'x'))
    await symlink(join(directories.root, 'far', 'x'), join(directories.temp, 'link'))
    expect((await obtain(sourceDir())).path).toBe(join(directories.temp, 'link'))
  })

  it('does not look into directories, nor at dangling links', async () => {
    await mkdir(join(directories.temp, 'sub'))
    await mkdir(join(directories.temp, 'openssl-3.5.7.tar.gz'))
    await put('sub/openssl.tar.gz', bytes)
    await symlink('/nowhere', join(directories.temp, 'dangling'))
    expect((await obtain(sourceDir())).path).toContain(directories.cache)
  })

  it('says of a truncated file what was expected and found, and asks nobody else', async () => {
    const path = await put('openssl-3.5.7.tar.gz', bytes.subarray(0, 5000))
    const work = obtain(sourceDir())
    await expect(work).rejects.toThrow(BuildError)
    await expect(work).rejects.toThrow(
      `openssl-3.5.7.tar.gz from ${path} is not the file in the lock: expected 200000 bytes with SHA-256 ${file.sha256}, found 5000 bytes with SHA-256 `,
    )
    expect(server.requests).toEqual([])
  })

  it('says the same of a tampered one of the right size', async () => {
    const other = Buffer.from(bytes)
    other[100_000] = ((other[100_000] ?? 0) + 1) % 256
    await put('openssl-3.5.7.tar.gz', other)
    await expect(obtain(sourceDir())).rejects.toThrow('found 200000 bytes with SHA-256 ')
  })

  it.each(['2.9.10.tar.gz', 'psycopg2-2.9.10.tar.gz'])("knows GitHub's names of a tag: %s", async (name) => {
    named(`${server.url}/tags/2.9.10.tar.gz`, 'psycopg2-2.9.10')
    await put(name, Buffer.from('truncated'))
    await expect(obtain(sourceDir())).rejects.toThrow('psycopg2-2.9.10.tar.gz from')
  })

  it('passes over a file it may not read, with a warning', async () => {
    await chmod(await put('x', bytes), 0)
    // Root may read everything, so nobody takes its place for the moment.
    const root = process.getuid?.() === 0
    if (root) {
      execFileSync('chown', ['-R', '65534', directories.root])
      process.seteuid?.(65534)
    }
    try {
      expect((await obtain(sourceDir())).log.of('warning')).toContain('cannot be read and is passed over')
    } finally {
      if (root) process.seteuid?.(0)
    }
  })

  it.each(['/nonexistent/directory', '/dev/null'])('is refused when it is %s', async (path) => {
    const work = obtain({ sourceDir: path })
    await expect(work).rejects.toThrow(InputError)
    await expect(work).rejects.toThrow(`source-dir: ${path} cannot be read`)
  })
})

describe('the tool cache', () => {
  it('serves the second time, in the layout of @actions/tool-cache', async () => {
    const first = await obtain()
    const second = await obtain()
    expect(second.path).toBe(first.path)
    expect(second.log.of('info')).toBe('openssl-3.5.7.tar.gz: found in the tool cache')
    expect(server.requests).toHaveLength(1)
    expect(join(find(CACHE_TOOL, cacheVersion(source, file), 'noarch'), 'openssl-3.5.7.tar.gz')).toBe(
      first.path,
    )
  })

  it.each([
    ['truncated', (path: string) => writeFile(path, bytes.subarray(1)), 'is damaged (199999 bytes with'],
    [
      'altered',
      (path: string) => writeFile(path, Buffer.alloc(200_000)),
      'is damaged (200000 bytes with SHA-256',
    ],
    ['missing', (path: string) => rename(path, `${path}.away`), 'is damaged (ENOENT'],
  ])('replaces an entry that is %s, and says so', async (_, damage, warning) => {
    const { path } = await obtain()
    await damage(path)
    const it = await obtain()
    expect(it.log.of('warning')).toContain(warning)
    expect(bytes.equals(await readFile(it.path))).toBe(true)
    expect(await the.filesBelow(directories.cache)).toEqual([it.path])
  })

  it('does not believe an entry without its marker', async () => {
    const { path } = await obtain()
    await rename(`${join(path, '..')}.complete`, join(directories.temp, 'x'))
    await obtain()
    expect(server.requests).toHaveLength(2)
  })

  it('has another entry for other bytes of the same version', () => {
    expect(cacheVersion(source, file)).not.toBe(cacheVersion(source, { ...file, sha256: 'f'.repeat(64) }))
  })

  it('clears away what a killed job left, but no running download', async () => {
    const root = join(directories.cache, CACHE_TOOL)
    await mkdir(root, { recursive: true })
    await writeFile(join(root, 'old.partial'), 'x')
    await writeFile(join(root, 'new.partial'), 'x')
    await utimes(join(root, 'old.partial'), 1, 1)
    const { path } = await obtain()
    expect((await the.filesBelow(root)).sort()).toEqual([path, join(root, 'new.partial')].sort())
  })

  it('that cannot be written is said plainly', async () => {
    process.env.RUNNER_TOOL_CACHE = '/dev/null/tools'
    await expect(obtain()).rejects.toThrow(/\/dev\/null\/tools\/.* could not be written \(ENOTDIR\)/)
  })

  it('that is nowhere is said plainly', async () => {
    delete process.env.RUNNER_TOOL_CACHE
    await expect(obtain()).rejects.toThrow('RUNNER_TOOL_CACHE is not set')
  })
})

describe('source-mirror', () => {
  it('comes before upstream', async () => {
    answers['/mirror/openssl-3.5.7.tar.gz'] = the.send(bytes)
    const it = await obtain({ sourceMirror: parseMirror(`${server.url}/mirror//`) })
    expect(server.requests).toEqual(['GET /mirror/openssl-3.5.7.tar.gz'])
    expect(it.log.of('info')).toContain(`from ${server.url}/mirror/openssl-3.5.7.tar.gz`)
  })

  it('is asked for both names of a tag, then upstream is', async () => {
    named(`${server.url}/tags/2.9.10.tar.gz`, 'psycopg2-2.9.10')
    answers['/tags/2.9.10.tar.gz'] = the.send(bytes)
    await obtain({ sourceMirror: parseMirror(`${server.url}/mirror`) })
    expect(server.requests).toEqual([
      'GET /mirror/2.9.10.tar.gz',
      'GET /mirror/psycopg2-2.9.10.tar.gz',
      'GET /tags/2.9.10.tar.gz',
    ])
  })

  it('gets the user name and password of its address, in no message', async () => {
    answers['/mirror/openssl-3.5.7.tar.gz'] = the.status(404)
    const log = the.collect()
    await obtain({ sourceMirror: parseMirror(`${server.url.replace('//', '//me:s%20cret@')}/mirror`) }, log)
    expect(server.headers[0]?.authorization).toBe(`Basic ${Buffer.from('me:s cret').toString('base64')}`)
    expect(server.headers[1]?.authorization).toBeUndefined()
    expect(JSON.stringify(log.lines)).not.toMatch(/s%20cret|s cret/)
  })
})

describe('a place that somebody named', () => {
  it.each([
    ['refuses', () => the.status(401), 'HTTP 401 Unauthorized'],
    ['does not have it', () => the.status(404), 'HTTP 404 Not Found'],
    ['is in trouble', () => the.status(503), 'HTTP 503 Service Unavailable (tried 4 times)'],
  ])('and that %s is passed over with one warning, which names it', async (_, answer, reason) => {
    answers['/mirror/openssl-3.5.7.tar.gz'] = answer()
    const mirror = `${server.url}/mirror/openssl-3.5.7.tar.gz`
    const it = await obtain({ sourceMirror: parseMirror(`${server.url}/mirror`) })
    expect(it.log.of('warning')).toBe(
      `source-mirror did not give openssl 3.5.7, which is looked for elsewhere: ${mirror}: ${reason}`,
    )
  })

  it('gets its login, and whom it sends us to does not', async () => {
    const other = await the.serve({ '/it': the.send(bytes) })
    answers['/mirror/openssl-3.5.7.tar.gz'] = the.status(302, { location: `${other.url}/it` })
    await obtain({ sourceMirror: parseMirror(`${server.url.replace('//', '//me:word@')}/mirror`) })
    expect(server.headers[0]?.authorization).toMatch(/^Basic /)
    expect(other.headers[0]?.authorization).toBeUndefined()
    await other.close()
  })

  it('and that refuses everything is told of once', async () => {
    answers['/mirror/openssl-3.5.7.tar.gz'] = answers['/mirror/other-1.tar.gz'] = the.status(401)
    const other = the.tarball(`${server.url}/a/other-1.tar.gz`, { root: 'other-1', version: '1' })
    answers['/a/other-1.tar.gz'] = the.send(other.bytes)
    const log = the.collect()
    await the.obtain([source, other.source], { sourceMirror: parseMirror(`${server.url}/mirror`) }, log)
    expect(log.of('warning').split('\n')).toHaveLength(1)
  })
})

it('all places are asked, in their order', async () => {
  await mkdir(join(directories.temp, 'apt'))
  await writeFile(join(directories.temp, 'apt', 'sources.list'), `deb ${server.url}/debian sid main\n`)
  source = { ...source, files: [{ ...file, index: 'psycopg2', pool: 'pool/main/x.tar.gz' }] }
  answers[ADDRESS] = the.status(404)
  const wishes = {
    sourceMirror: parseMirror(`${server.url}/mirror`),
    askPip: async () => `global.index-url='${server.url}/simple'`,
    aptDirectory: join(directories.temp, 'apt'),
  }
  await expect(obtain(wishes)).rejects.toThrow(
    /\(1\) source-mirror: .*\(2\) the Python index: .*\(3\) upstream: .*\(4\) the distribution's pool: /,
  )
  const paths = ['/mirror/openssl-3.5.7.tar.gz', '/simple/psycopg2/', ADDRESS, '/debian/pool/main/x.tar.gz']
  expect(server.requests).toEqual(paths.map((path) => `GET ${path}`))
})

describe('a version of which several files will do', () => {
  const second = (row: object) => {
    const made = the.tarball(`${server.url}/b/2.9.13.tar.gz`, { root: 'openssl-3.5.7', ...row })
    source = { ...source, files: [file, made.file] }
    return made
  }

  it('comes as whichever can be had, and says which', async () => {
    const made = second({})
    answers[ADDRESS] = the.status(404)
    answers['/b/2.9.13.tar.gz'] = the.send(made.bytes)
    const found = (await the.obtain([source])).get(source)
    expect(found?.file).toBe(made.file)
    expect(made.bytes.equals(await readFile(found?.path ?? ''))).toBe(true)
    // And the next time from the cache, as the same.
    expect((await the.obtain([source])).get(source)).toEqual(found)
  })

  it('may lie on a mirror under a name that both have', async () => {
    const made = second({})
    answers['/mirror/openssl-3.5.7.tar.gz'] = the.send(made.bytes)
    const wishes = { sourceMirror: parseMirror(`${server.url}/mirror`) }
    expect((await the.obtain([source], wishes)).get(source)?.file).toBe(made.file)
  })

  it('may lie in source-dir under a name that both have', async () => {
    const made = second({})
    await writeFile(join(directories.temp, 'openssl-3.5.7.tar.gz'), made.bytes)
    const found = await the.obtain([source], { sourceDir: directories.temp })
    expect(found.get(source)?.file).toBe(made.file)
  })
})

describe('names', () => {
  it.each([
    ['https://a.example/x/openssl-3.5.7.tar.gz', 'openssl-3.5.7', ['openssl-3.5.7.tar.gz']],
    ['https://a.example/refs/tags/2_9_5.tar.gz', 'psycopg2-2_9_5', ['2_9_5.tar.gz', 'psycopg2-2_9_5.tar.gz']],
    ['https://a.example/download?id=1', 'thing-1', ['thing-1']],
    ['https://a.example/..%2f..%2fetc.tar.gz', 'thing-1', ['__2f.._2fetc.tar.gz', 'thing-1.tar.gz']],
  ])('of %s', (url, root, names) => {
    const row = { ...file, url, root }
    expect(fileNames(row)).toEqual(names)
    expect(fileName(row)).toBe(names.at(-1))
  })
})
