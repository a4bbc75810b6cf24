import { expect, test } from 'vitest'
import { loadCatalog, versionsOf } from '../../src/catalog/catalog.js'
import type { Source } from '../../src/catalog/types.js'
import { planObtainable } from '../../src/jobs/obtainable.js'
import type { CanBeHad } from '../../src/sources/sources.js'
import { REQUEST } from '../plans.js'
import { collect } from '../sources/setup.js'

const catalog = await loadCatalog()
const lts = versionsOf(catalog, 'openssl').filter((source) => source.lts === true)
const [newest, next] = [...lts].reverse()
const serving = versionsOf(catalog, 'psycopg2').filter(({ pythons }) => pythons?.includes('3.13'))

async function plan(answer: (source: Source) => CanBeHad, change: Partial<typeof REQUEST> = {}) {
  const log = collect()
  const asked: Source[] = []
  const canBeHad = async (source: Source) => {
    asked.push(source)
    return answer(source)
  }
  return { plans: await planObtainable({ ...REQUEST, ...change }, catalog, canBeHad, log), log, asked }
}

test('what can be had is used, and asked for once for all Pythons', async () => {
  const { plans, log, asked } = await plan(() => 'yes', { pythons: ['3.12', '3.13'] })
  expect(plans.map(({ openssl }) => openssl)).toEqual([newest, newest])
  expect(asked).toHaveLength(3)
  expect(log.lines).toEqual([])
})

test('the newest that can be had stands in, and one warning names both', async () => {
  const { plans, log } = await plan((source) => (source === newest ? 'no' : 'yes'), {
    pythons: ['3.12', '3.13'],
  })
  expect(plans.map(({ openssl }) => openssl)).toEqual([next, next])
  expect(log.of('warning')).toBe(
    `openssl ${newest?.version} cannot be had from here, so ${next?.version} is used, the newest that can. ` +
      'Nothing older than the newest belongs in a release',
  )
})

test('each Python gets the newest psycopg2 that serves it and can be had', async () => {
  const [last, before] = [...serving].reverse()
  const { plans } = await plan((source) => (source === last ? 'no' : 'yes'))
  expect(plans[0]?.psycopg2).toBe(before)
})

test('a place that may have had a passing fault is no reason for another version', async () => {
  const { plans, log } = await plan(() => 'unknown')
  expect(plans[0]?.openssl).toBe(newest)
  expect(log.lines).toEqual([])
})

test('a version that was named stays, and is not asked for', async () => {
  const { plans, asked } = await plan(() => 'no', {
    opensslVersion: newest?.version ?? '',
    psycopg2Version: serving[0]?.version ?? '',
    postgresqlVersion: versionsOf(catalog, 'postgresql')[0]?.version ?? '',
  })
  expect(plans[0]?.openssl).toBe(newest)
  expect(asked).toEqual([])
})

test('where nothing can be had, the newest stays, so that the search for it says where it was looked for', async () => {
  const { plans, log } = await plan(() => 'no')
  expect(plans[0]).toMatchObject({ openssl: newest, psycopg2: serving.at(-1) })
  expect(log.lines).toEqual([])
})
