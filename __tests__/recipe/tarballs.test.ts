import { expect, test } from 'vitest'
import type { Source } from '../../src/catalog/types.js'
import { Tarballs } from '../../src/recipe/tarballs.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'

const { openssl, postgresql, psycopg2 } = await planFor('3.13')
const { log } = collectingLog()
const tarballOf = ({ project, files: [file] }: Source) => ({ path: `/${project}`, file })

test('each tarball is obtained once, when it is first asked for, together with what is asked for with it', async () => {
  const asked: string[][] = []
  const tarballs = new Tarballs(async (sources: readonly Source[]) => {
    asked.push(sources.map(({ project }) => project))
    return new Map(sources.map((source) => [source, tarballOf(source)]))
  })
  expect(await tarballs.fetch([psycopg2, psycopg2], log)).toEqual([tarballOf(psycopg2), tarballOf(psycopg2)])
  const both = [tarballs.fetch([openssl, postgresql], log), tarballs.fetch([postgresql, psycopg2], log)]
  expect(await Promise.all(both)).toEqual([
    [tarballOf(openssl), tarballOf(postgresql)],
    [tarballOf(postgresql), tarballOf(psycopg2)],
  ])
  expect(asked).toEqual([['psycopg2'], ['openssl', 'postgresql']])
})

test('whoever asks for what cannot be had is told why', async () => {
  const tarballs = new Tarballs(() => Promise.reject(new Error('nowhere')))
  for (let time = 0; time < 2; time++) {
    await expect(tarballs.fetch([openssl], log)).rejects.toThrow('nowhere')
  }
})
