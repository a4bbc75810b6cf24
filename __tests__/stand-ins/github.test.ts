import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDescription } from '../../stand-ins/github/description.js'
import { Judge } from '../../stand-ins/github/judge.js'
import { Repository } from '../../stand-ins/github/model.js'

const description = loadDescription()
const judge = new Judge(description)

/** Finds an operation of the description. */
function operation(id: string) {
  const found = description.operations.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`the cut lacks ${id}`)
  return found
}

const repository = new Repository('o', 'r', () => 0, { api: 'http://h', uploads: () => 'http://h' })
const release = repository.addRelease({ tag: 'v1' })
const asset = repository.renderAsset(release, repository.addAsset(release, { name: 'a.zip' }))

test('the cut has the operations of releases and tags, in about 50 KB', () => {
  const ids = description.operations.map(({ id }) => id)
  expect(ids).toEqual(
    expect.arrayContaining([
      'upload-release-asset',
      'generate-release-notes',
      'get-release-by-tag',
      'get-ref',
      'get-tag',
    ]),
  )
  expect(JSON.stringify(description).length).toBeLessThan(100_000)
})

test('the judge passes what the server makes, and finds what departs from the description', () => {
  const upload = operation('upload-release-asset')
  expect(judge.answer(upload, 201, asset)).toEqual([])
  expect(judge.answer(upload, 201, { ...asset, state: 'starter' })).toEqual([])
  const { digest: _, ...without } = asset
  expect(judge.answer(upload, 201, without)).toEqual([expect.stringContaining('digest')])
  expect(judge.answer(upload, 201, { ...asset, state: 'gone' })).toEqual([expect.stringContaining('/state')])
  expect(judge.answer(upload, 201, { ...asset, created_at: 'today' })).toEqual([
    expect.stringContaining('date-time'),
  ])
  expect(judge.answer(upload, 418, {})).toEqual([expect.stringContaining('no such answer')])
  expect(
    judge.answer(operation('create-release'), 201, { ...repository.renderRelease(release), draft: 1 }),
  ).toHaveLength(1)
  expect(judge.answer(operation('get-ref'), 200, { ref: 'refs/tags/v1' })).not.toEqual([])
})

test('the judge finds requests that GitHub would not understand', () => {
  const path = { owner: 'o', repo: 'r', release_id: '7' }
  const none = new URLSearchParams()
  const create = operation('create-release')
  expect(judge.request(create, path, none, { tag_name: 'v1' })).toEqual([])
  expect(judge.request(create, path, none, {})).toEqual([expect.stringContaining('tag_name')])
  expect(judge.request(operation('upload-release-asset'), path, none, {})).toEqual([
    expect.stringContaining('name'),
  ])
  const update = operation('update-release')
  expect(judge.request(update, path, none, { make_latest: true })).not.toEqual([])
  expect(judge.request(update, { ...path, release_id: 'x' }, none, {})).not.toEqual([])
  expect(judge.request(update, path, new URLSearchParams('tag=1'), {})).not.toEqual([])
})

test('each of the fifty fault cases has a test with its number', () => {
  const directories = ['github', 'release'].map((room) => new URL(`../${room}/`, import.meta.url))
  const files = directories.flatMap((directory) =>
    readdirSync(directory).map((name) => new URL(name, directory)),
  )
  const tests = files.filter(({ pathname }) => pathname.endsWith('.test.ts'))
  const text = tests.map((file) => readFileSync(file, 'utf8')).join('\n')
  const numbers = [...text.matchAll(/'case (\d+): /g)].map((match) => Number(match[1]))
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
})
