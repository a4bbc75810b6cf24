import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { BuildPlan } from '../../src/catalog/plan.js'
import { versionsIn } from '../../src/catalog/plan.js'
import { artifactOf, outputsOf, summaryRow } from '../../src/jobs/outputs.js'
import type { Built } from '../../src/recipe/build-one.js'
import { planFor } from '../plans.js'

const [first, second] = [await planFor('3.12'), await planFor('3.13')]

const built = (plan: BuildPlan, cacheHit: boolean): Built => ({
  plan,
  artefact: {
    name: `${plan.python}.zip`,
    path: `/out/${plan.python}.zip`,
    size: 10,
    sha256: plan.python,
    md5: 'm',
    files: [`/out/${plan.python}.zip`, `/out/${plan.python}.zip.sha256`],
  },
  audit: {
    passed: true,
    loads: true,
    violations: [],
    checked: ['a', 'b'],
    highestGlibc: '2.17',
    needed: [],
    size: 5,
  },
  stages: [
    {
      stage: 'import',
      where: { machine: 'm' },
      finished: '2026-01-01T00:00:00.000Z',
      checks: [
        { name: 'a', result: 'passed', detail: '' },
        { name: 'b', result: 'passed', detail: '' },
        { name: 'c', result: 'passed', detail: '' },
        { name: 'd', result: 'skipped', detail: 'why' },
      ],
    },
  ],
  toolchain: 'Zig 1',
  verify: 'import',
  cacheHit,
  dependenciesSha256: plan.python,
  seconds: 1,
})

test('a record is named where one was asked for, whatever became of it', () => {
  const one = built(first, true)
  expect(artifactOf(one).toolchain).toBe('Zig 1')
  expect(artifactOf(one).verified).toBe('3.12.zip.verified.json')
  expect(artifactOf({ ...one, verify: 'none' }).verified).toBeNull()
})

test('the other forms are in the outputs, a layer that zips share once among the files', () => {
  const form = (name: string) => ({
    ...built(first, true).artefact,
    name,
    path: `/out/${name}`,
    files: [name],
  })
  const layer = form('layer.zip')
  const [one, two] = [first, second].map((plan) => ({
    ...{ ...built(plan, true), wheel: form(`${plan.python}.whl`), layer },
  }))
  if (one === undefined || two === undefined) expect.fail()
  const outputs = outputsOf([one, two], undefined)
  expect(outputs).toMatchObject({ wheel: '/out/3.12.whl', layer: '/out/layer.zip' })
  const files = outputs.files?.split('\n').filter((file) => !file.startsWith('/out'))
  expect(files).toEqual(['3.12.whl', 'layer.zip', '3.13.whl'])
  const sums = { path: '/out/3.13.whl', size: 10, sha256: '3.12', md5: 'm' }
  expect(artifactOf(two)).toMatchObject({
    wheel: { name: '3.13.whl', ...sums },
    layer: { name: 'layer.zip' },
  })
  expect(summaryRow(two).forms).toEqual([two.wheel, layer])
})

test('outputs speak of the first zip, lists of all', () => {
  const all = [built(first, true), built(second, false)] as const
  const outputs = outputsOf([...all], { id: 7, url: 'https://github.example/r/7' })
  expect(outputs).toMatchObject({ 'release-id': '7', 'release-url': 'https://github.example/r/7' })
  expect(outputsOf([...all], undefined)).not.toHaveProperty('release-id')
  const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as {
    outputs: object
  }
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort())
  expect(outputs).toMatchObject({ zip: '/out/3.12.zip', sha256: '3.12', md5: 'm', 'cache-hit': 'false' })
  expect(outputs['dependencies-sha256']).toBe('3.12\n3.13')
  expect(outputsOf([all[0], all[0]], undefined)['dependencies-sha256']).toBe('3.12')
  expect(outputs.files).toBe('/out/3.12.zip\n/out/3.12.zip.sha256\n/out/3.13.zip\n/out/3.13.zip.sha256')
  expect(JSON.parse(outputs.artifacts ?? '')).toEqual([
    expect.objectContaining({ name: '3.12.zip', python: '3.12', glibc: '2.17', architecture: 'x86_64' }),
    expect.objectContaining({
      name: '3.13.zip',
      versions: versionsIn(second),
    }),
  ])
  expect(summaryRow(all[0])).toMatchObject({
    name: '3.12.zip',
    forms: [],
    checks: 3,
    glibcCeiling: '2.34',
    libpq: first.postgresql.version,
  })
})
