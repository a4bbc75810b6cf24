import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AskPip } from '../../src/sources/pip-settings.js'
import { openSources } from '../../src/sources/sources.js'
import * as the from './setup.js'

the.freshDirectories()
const NAME = 'psycopg2-2.9.13.tar.gz'
const FILE = `/packages/ab/${NAME}`

let server: the.Served
let bytes: Buffer
let source: ReturnType<typeof the.tarball>['source']
let sha256: string
const answers: Record<string, the.Answer | the.Answer[]> = {}

beforeEach(async () => {
  for (const path of Object.keys(answers)) delete answers[path]
  server = await the.serve(answers)
  const row = { project: 'psycopg2', version: '2.9.13', root: 'psycopg2-2.9.13' } as const
  ;({ bytes, source } = the.tarball(undefined, { ...row, index: 'psycopg2', name: NAME }))
  sha256 = source.files[0].sha256
  answers[FILE] = the.send(bytes)
})
afterEach(() => server.close())

/** A pip with this configuration, as `pip config list` prints it. */
const pip =
  (...settings: string[]): AskPip =>
  async (verb) =>
    verb === 'config'
      ? settings.join('\n')
      : '  -i, --index-url <url>  Base URL (default http://nowhere.invalid/simple).'

const json = (files: object[]): the.Answer =>
  the.send(Buffer.from(JSON.stringify({ meta: { 'api-version': '1.1' }, name: 'psycopg2', files })), {
    'content-type': 'application/vnd.pypi.simple.v1+json',
  })
const html = (text: string): the.Answer => the.send(Buffer.from(text), { 'content-type': 'text/html' })

async function obtain(askPip: AskPip = pip(`global.index-url='${server.url}/simple'`), log = the.collect()) {
  const found = await the.obtain([source], { askPip }, log)
  expect(bytes.equals(await readFile(found.get(source)?.path ?? ''))).toBe(true)
  return log
}

describe('a page of the index', () => {
  const listed = () => ({ filename: NAME, url: `..${'/..'}${FILE}`, hashes: { sha256 } })

  it.each([
    ['JSON', () => json([{ filename: 'psycopg2-2.9.12.tar.gz', url: '/x', hashes: {} }, listed()])],
    ['JSON with a whole address', () => json([{ ...listed(), url: `${server.url}${FILE}` }])],
    ['JSON without sums', () => json([{ filename: NAME, url: FILE, hashes: {} }])],
    [
      'HTML',
      () =>
        html(`<!DOCTYPE html><html><body><a href="/x">psycopg2-2.9.12.tar.gz</a><br/>
          <a data-requires-python="&gt;=3.9" href="../..${FILE}#sha256=${sha256}"
          >${NAME}</a></body></html>`),
    ],
    ['HTML with an escaped address', () => html(`<A HREF='${FILE}?a=1&amp;b=2'>${NAME}</A>`)],
    [
      'HTML with what needs no escape',
      () => html(`<a data-requires-python=">=3.9" href=${FILE}>${NAME}</a>`),
    ],
    ['HTML with more in the name', () => html(`<a href="${FILE}"><code>${NAME}</code></a>`)],
    ['HTML with another base', () => html(`<base href="/packages/"><a href="ab/${NAME}">${NAME}</a>`)],
    [
      'HTML with an old anchor in a comment',
      () => html(`<!-- <a href="/gone">${NAME}</a> --><a href="${FILE}">${NAME}</a>`),
    ],
  ])('in %s leads to the file', async (_, page) => {
    answers['/simple/psycopg2/'] = page()
    answers[`${FILE}?a=1&b=2`] = the.send(bytes)
    const log = await obtain()
    expect(server.headers[0]?.accept).toMatch(/^application\/vnd\.pypi\.simple\.v1\+json/)
    expect(log.of('info')).toContain(`from ${server.url}${FILE}`)
    expect(log.of('warning')).toBe('')
  })

  it.each([
    ['does not list the file', () => json([]), `no ${NAME} at`],
    [
      'lists other bytes',
      () => json([{ filename: NAME, url: FILE, hashes: { sha256: 'f'.repeat(64) } }]),
      'has another SHA-256 than the lock',
    ],
    [
      'is none',
      () => the.send(Buffer.from('{'), { 'content-type': 'application/json' }),
      'is not a page as PEP 691',
    ],
    ['is refused', () => the.status(401), 'HTTP 401 Unauthorized'],
  ])('that %s is told, and warned of', async (_, page, words) => {
    answers['/simple/psycopg2/'] = page()
    const log = the.collect()
    await expect(obtain(undefined, log)).rejects.toThrow(words)
    expect(log.of('warning')).toContain('the Python index did not give psycopg2 2.9.13')
    expect(log.of('warning')).toContain(words)
    expect(server.requests).toEqual(['GET /simple/psycopg2/'])
  })

  it('is asked for again when it broke off', async () => {
    answers['/simple/psycopg2/'] = [
      the.status(503),
      the.broken(Buffer.alloc(1000), 10, 'close'),
      json([listed()]),
    ]
    await obtain()
    expect(server.requests.filter((line) => line.includes('simple'))).toHaveLength(3)
  })
})

describe('which index', () => {
  beforeEach(() => {
    answers['/simple/psycopg2/'] = json([{ filename: NAME, url: FILE, hashes: { sha256 } }])
  })

  it.each([
    [
      "pip's files",
      () => pip("global.index-url='http://wrong.invalid'", `download.index-url='${server.url}/simple/'`),
    ],
    [
      "pip's variables",
      () => pip("global.index-url='http://wrong.invalid'", `:env:.index-url='${server.url}/simple'`),
    ],
    [
      "pip's own default, however its help is broken into lines",
      (): AskPip => async (verb) =>
        verb === 'config'
          ? "global.timeout='60'"
          : `  -i, --index-url <url>       Base URL of the Python Package Index (default\n      ${server.url}/simple). This should point`,
    ],
    [
      'an extra one, where the first does not have it',
      () =>
        pip(
          `global.index-url='${server.url}/empty'`,
          `global.extra-index-url='\\nhttp://nowhere.invalid/a\\n${server.url}/simple'`,
        ),
    ],
  ])('%s', async (_, askPip) => {
    await obtain(askPip())
  })

  it("is that of the build image's pip, where this machine has none; it is asked once", async () => {
    const log = the.collect()
    const sources = await openSources({ ...the.ELSEWHERE, askPip: async () => undefined }, log, the.fast())
    const asked: string[] = []
    const answer = pip(`global.index-url='${server.url}/simple'`, "global.cert='/in/the/image.pem'")
    const askPip: AskPip = (...argv) => {
      asked.push(argv.join(' '))
      return answer(...argv)
    }
    expect((await sources.obtain([source], log, { askPip })).get(source)?.file).toBe(source.files[0])
    await expect(
      sources.obtain([{ ...source, files: [{ ...source.files[0], sha256: '0'.repeat(64) }] }], log, {
        askPip,
      }),
    ).rejects.toThrow('has another SHA-256')
    expect(asked).toEqual(['config list'])
  })

  it('that nobody knows is a no, but not where a pip elsewhere may still be asked', async () => {
    const nobody = { ...the.ELSEWHERE, askPip: async () => undefined }
    const ask = async (wishes: object) =>
      (await openSources({ ...nobody, ...wishes }, the.collect(), the.fast())).canBeHad(source, the.collect())
    expect(await ask({})).toBe('no')
    expect(await ask({ pipElsewhere: true })).toBe('unknown')
  })

  it('that refuses is told even where the next one has the file', async () => {
    answers['/closed/psycopg2/'] = the.status(401)
    const indexes = [
      `global.index-url='${server.url}/closed'`,
      `global.extra-index-url='${server.url}/simple'`,
    ]
    const log = await obtain(pip(...indexes))
    expect(log.of('warning')).toContain(
      `the Python index did not give psycopg2 2.9.13, which is looked for elsewhere: ${server.url}/closed/psycopg2/: HTTP 401`,
    )
  })

  it('is asked next where the file of the first cannot be had', async () => {
    answers['/first/psycopg2/'] = json([{ filename: NAME, url: '/gone', hashes: { sha256 } }])
    await obtain(
      pip(`global.index-url='${server.url}/first'`, `global.extra-index-url='${server.url}/simple'`),
    )
  })

  it("that is pip's own default is not warned of", async () => {
    const log = the.collect()
    const askPip: AskPip = async (verb) =>
      verb === 'config' ? '' : `--index-url (default ${server.url}/none).`
    await expect(obtain(askPip, log)).rejects.toThrow('HTTP 404')
    expect(log.of('warning')).toBe('')
  })

  it.each([
    [async () => undefined, 'set PIP_INDEX_URL'],
    [pip("global.no-index='true'"), 'pip is told to use none (no-index)'],
    [pip("global.index-url='file:///srv/simple'"), 'neither http nor https'],
    [pip("global.index-url='http://me:50%off@index.invalid/simple'"), 'the login in its address has a %'],
  ])('cannot be known: case %#', async (askPip, words) => {
    const work = obtain(askPip as AskPip)
    await expect(work).rejects.toThrow(words)
    await expect(work).rejects.toThrow(/^(?!.*50%off)/)
  })

  it('gets the login of its address, and so do its files; no message does', async () => {
    const other = await the.serve({ [FILE]: the.send(bytes) })
    const withLogin = `${server.url.replace('//', '//me:s%20cret@')}/simple`
    const log = await obtain(pip(`global.index-url='${withLogin}'`))
    const login = `Basic ${Buffer.from('me:s cret').toString('base64')}`
    expect(server.headers.map(({ authorization }) => authorization)).toEqual([login, login])
    expect(JSON.stringify(log.lines)).not.toMatch(/s%20cret|s cret/)
    await other.close()
  })

  it('gives its login to no other host', async () => {
    const other = await the.serve({ [FILE]: the.send(bytes) })
    answers['/simple/psycopg2/'] = json([{ filename: NAME, url: `${other.url}${FILE}`, hashes: { sha256 } }])
    await obtain(pip(`global.index-url='${server.url.replace('//', '//me:word@')}/simple'`))
    expect(other.headers[0]?.authorization).toBeUndefined()
    await other.close()
  })
})
