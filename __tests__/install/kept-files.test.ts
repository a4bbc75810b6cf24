import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptFiles } from '../../src/install/kept-files.js'
import { collect } from '../sources/setup.js'
import { sumOf } from './released.js'

const bytes = Buffer.from('a file of a release')
const temporary = () => mkdtempSync(join(tmpdir(), 'kept-'))

test('what is kept is found, and nothing that is damaged', async () => {
  const directory = temporary()
  const log = collect()
  const kept = keptFiles(directory, log)
  await kept.keep(sumOf(bytes), bytes)
  expect(await kept.find(sumOf(bytes))).toEqual(bytes)
  writeFileSync(join(directory, 'psycopg2-lambda-install', sumOf(bytes)), 'another')
  expect(await kept.find(sumOf(bytes))).toBeUndefined()
  expect(log.of('warning')).toMatch(/in the cache is damaged; it is fetched anew$/)
})

test('where nothing can be kept, that is said once', async () => {
  const file = join(temporary(), 'file')
  writeFileSync(file, '')
  const log = collect()
  const kept = keptFiles(file, log)
  for (const one of [bytes, Buffer.from('another')]) await kept.keep(sumOf(one), one)
  expect(log.lines).toHaveLength(1)
  expect(log.of('warning')).toContain(`nothing can be kept in ${join(file, 'psycopg2-lambda-install')}`)
})
