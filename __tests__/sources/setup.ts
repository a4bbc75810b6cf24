import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Source, SourceFile } from '../../src/catalog/types.js'
import type { Clock } from '../../src/network/clock.js'
import { REAL } from '../../src/network/conditions.js'
import type { Times } from '../../src/network/trouble.js'
import type { Log } from '../../src/report/log.js'
import type { Obtained } from '../../src/sources/cache.js'
import { openSources, type SourceOptions } from '../../src/sources/sources.js'

/** What the code under test said, by kind. */
export interface Said extends Log {
  lines: { kind: string; text: string }[]
  /** All texts of one kind, one a line. */
  of(kind: string): string
}

export function collect(): Said {
  const lines: Said['lines'] = []
  const say = (kind: string) => (text: string) => {
    lines.push({ kind, text })
  }
  return {
    lines,
    of: (kind) => lines.flatMap((line) => (line.kind === kind ? [line.text] : [])).join('\n'),
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    debug: say('debug'),
    progress: say('progress'),
    begin: () => {},
    end: () => {},
    group: (_title, work) => work(),
  }
}

/** A tarball of `size` random bytes and its row in a lock. */
export function tarball(
  url: string | undefined,
  row: Partial<Omit<Source, 'files'>> & Partial<SourceFile> = {},
  size = 200_000,
): { bytes: Buffer; source: Source; file: SourceFile } {
  const bytes = randomBytes(size)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { project = 'openssl', version = '3.5.7', pythons, lts, ...more } = row
  const file: SourceFile = { url, root: 'openssl-3.5.7', size, sha256, checked: 'in a test', ...more }
  return { bytes, file, source: { project, version, pythons, lts, files: [file] } }
}

/** How the tests wait: not at all, and what they would have waited. */
export type Fast = typeof REAL & { waits: number[] }

/** Waits nothing, and remembers how long it should have waited. */
export function fast(change: Partial<Times> & Partial<Clock> = {}): Fast {
  const waits: number[] = []
  const { answerMs = 5000, stallMs = 5000, ...clock } = change
  return {
    clock: {
      now: Date.now,
      sleep: async (ms) => {
        waits.push(ms)
      },
      random: () => 0.5,
      ...clock,
    },
    limits: REAL.limits,
    times: { answerMs, stallMs },
    waits,
  }
}

/** A machine without apt, so that no pool stands in; and nobody has a pip. */
export const ELSEWHERE: SourceOptions = { aptDirectory: '/nonexistent/apt' }

/** Obtains the tarballs on such a machine. */
export async function obtain(
  sources: readonly Source[],
  wishes: SourceOptions = {},
  log: Log = collect(),
  conditions: typeof REAL & { signal?: AbortSignal } = fast(),
): Promise<Map<Source, Obtained>> {
  const opened = await openSources({ ...ELSEWHERE, ...wishes }, log, conditions)
  return opened.obtain(sources, log, { signal: conditions.signal })
}

/** An address whose name never resolves (RFC 6761, section 6.4). */
export const UNREACHABLE = 'http://nowhere.invalid'

/** A fresh tool cache and temporary directory for each test of the file. */
export function freshDirectories(): { readonly root: string; readonly cache: string; readonly temp: string } {
  const directories = { root: '', cache: '', temp: '' }
  const before = { RUNNER_TOOL_CACHE: process.env.RUNNER_TOOL_CACHE, RUNNER_TEMP: process.env.RUNNER_TEMP }
  beforeEach(async () => {
    directories.root = await mkdtemp(join(tmpdir(), 'sources-test-'))
    directories.cache = join(directories.root, 'tools')
    directories.temp = join(directories.root, 'temp')
    await mkdir(directories.temp)
    process.env.RUNNER_TOOL_CACHE = directories.cache
    process.env.RUNNER_TEMP = directories.temp
  })
  afterEach(async () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    await rm(directories.root, { recursive: true, force: true })
  })
  return directories
}

/** Every file below a directory, markers of the tool cache left out. */
export async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.flatMap((entry) =>
    entry.isFile() && !entry.name.endsWith('.complete') ? [join(entry.parentPath, entry.name)] : [],
  )
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on a free port of 127.0.0.1. */
export interface Served {
  url: string
  /** `METHOD /path` of every request so far. */
  requests: string[]
  headers: IncomingMessage['headers'][]
  close(): Promise<void>
}

/** Serves `answers` by path; several for one path are given one after the other, the last for ever. */
export async function serve(answers: Record<string, Answer | Answer[]>): Promise<Served> {
  const requests: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(`${request.method} ${path}`)
    headers.push(request.headers)
    const nth = asked.get(path) ?? 0
    asked.set(path, nth + 1)
    const list = [answers[path] ?? status(404)].flat()
    list[Math.min(nth, list.length - 1)]?.(request, response)
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    headers,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A port nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end(body)
  }

export const send =
  (bytes: Buffer, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': String(bytes.length), ...headers }).end(bytes)
  }

/** Announces everything, sends `part` of it and goes on as `then` says. */
export const broken =
  (bytes: Buffer, part: number, then: 'close' | 'reset' | 'stall'): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': String(bytes.length) })
    response.write(bytes.subarray(0, part), () => {
      // A moment later, so that the part arrives before the end does.
      setTimeout(() => {
        if (then === 'close') response.socket?.destroy()
        if (then === 'reset') response.socket?.resetAndDestroy()
      }, 20)
    })
  }

/** Without a length announced, so that only the lock tells how much is missing or too much. */
export const chunked =
  (bytes: Buffer): Answer =>
  (_, response) => {
    response.writeHead(200, { 'transfer-encoding': 'chunked' }).end(bytes)
  }
