import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseMirror } from '../../src/sources/mirror.js'
import { openSources, type SourceOptions } from '../../src/sources/sources.js'
import * as the from './setup.js'

const directories = the.freshDirectories()
const ADDRESS = '/a/openssl-3.5.7.tar.gz'
let server: the.Served
const answers: Record<string, the.Answer> = {}
beforeEach(async () => {
  server = await the.serve(answers)
})
afterEach(() => server.close())

async function ask(answer: (bytes: Buffer) => the.Answer, wishes: SourceOptions = {}) {
  const { bytes, source } = the.tarball(`${server.url}${ADDRESS}`)
  answers[ADDRESS] = answer(bytes)
  const timing = the.fast({ answerMs: 100 })
  const sources = await openSources({ ...the.ELSEWHERE, ...wishes }, the.collect(), timing)
  return {
    answer: await sources.canBeHad(source, the.collect()),
    waits: timing.waits,
    bytes,
    source,
    sources,
  }
}

it.each([
  ['is there', (bytes: Buffer) => the.send(bytes), 'yes'],
  ['is not there', () => the.status(404), 'no'],
  ['may not be had', () => the.status(403), 'no'],
  ['is at a server in trouble', () => the.status(503), 'unknown'],
  ['is asked for too often', () => the.status(429), 'unknown'],
  ['is at a server that says nothing', () => () => {}, 'unknown'],
  ['is behind a portal', () => the.status(200, { 'content-type': 'text/html' }, 'log in'), 'unknown'],
  ['has another size there', (bytes: Buffer) => the.send(bytes.subarray(1)), 'unknown'],
])('a tarball that %s', async (_, answer, expected) => {
  const { answer: said, waits } = await ask(answer as never)
  expect(said).toBe(expected)
  expect(waits).toEqual([])
  expect(server.requests).toEqual([`GET ${ADDRESS}`])
  expect(await the.filesBelow(directories.root)).toEqual([])
})

it('an index that says nothing is not taken for a no', async () => {
  answers['/simple/psycopg2/'] = () => {}
  const { source } = the.tarball(undefined, {
    project: 'psycopg2',
    index: 'psycopg2',
    name: 'psycopg2-2.9.13.tar.gz',
  })
  const askPip = async () => `global.index-url='${server.url}/simple'`
  const wishes = { ...the.ELSEWHERE, askPip }
  const sources = await openSources(wishes, the.collect(), the.fast({ answerMs: 100 }))
  expect(await sources.canBeHad(source, the.collect())).toBe('unknown')
  expect(server.requests).toEqual(['GET /simple/psycopg2/'])
})

it('every place is asked before it is a no', async () => {
  const mirror = await the.serve({ '/m/openssl-3.5.7.tar.gz': the.send(Buffer.alloc(200_000)) })
  const wishes = { sourceMirror: parseMirror(`${mirror.url}/m`) }
  expect((await ask(() => the.status(404), wishes)).answer).toBe('yes')
  await mirror.close()
})

it('nobody is asked for what lies in source-dir or in the tool cache', async () => {
  const { source, sources, bytes } = await ask((all) => the.send(all))
  await sources.obtain([source], the.collect())
  server.requests.length = 0
  expect(await sources.canBeHad(source, the.collect())).toBe('yes')
  await writeFile(join(directories.temp, 'it'), bytes)
  const beside = await openSources(
    { ...the.ELSEWHERE, sourceDir: directories.temp },
    the.collect(),
    the.fast(),
  )
  expect(await beside.canBeHad(source, the.collect())).toBe('yes')
  expect(server.requests).toEqual([])
})
