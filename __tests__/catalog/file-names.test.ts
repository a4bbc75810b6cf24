import { expect, test } from 'vitest'
import {
  isCompanion,
  layerName,
  parseZipName,
  recordName,
  sharedLayerName,
  zipName,
} from '../../src/catalog/file-names.js'

test.each([
  { psycopg2: '2.9.13', python: '3.13', architecture: 'x86_64' },
  { psycopg2: '2.9.13', python: '3.9', architecture: 'arm64' },
  { psycopg2: '2.8.6', python: '2.7', architecture: 'x86_64' },
] as const)('the name of a zip tells what it is for: %j', (zip) => {
  expect(parseZipName(zipName(zip))).toEqual(zip)
})

test.each([
  'psycopg2.9.13-3.13 (1).zip',
  'psycopg2.9.13-3.13-x86_64.zip',
  'psycopg2.9.13-3.13-layer.zip',
  'psycopg2-2.9.13-3.13.zip',
  'psycopg2.9.13-3.13.zip.sha256',
])('%s is no such name', (name) => {
  expect(parseZipName(name)).toBeUndefined()
})

test('what lies beside a zip is told from the zip', () => {
  const zip = zipName({ psycopg2: '2.9.13', python: '3.13', architecture: 'arm64' })
  expect(isCompanion(zip)).toBe(false)
  const layer = layerName(zip)
  const beside = [`${zip}.sha256`, `${zip}.md5`, recordName(zip), layer, `${layer}.sha256`, 'a.whl']
  const ofRelease = ['SHA256SUMS', 'manifest.json', 'manifest.json.sha256', '/down/loads/SHA256SUMS']
  expect([...beside, ...ofRelease].filter((name) => !isCompanion(name))).toEqual([])
  expect(['a-manifest.json', 'SHA256SUMS.zip'].filter(isCompanion)).toEqual([])
})

test('a layer is named after its zip, or after what its zips have in common', () => {
  expect(layerName('psycopg2.9.13-3.13-arm64.zip')).toBe('psycopg2.9.13-3.13-arm64-layer.zip')
  const shared = (['x86_64', 'arm64'] as const).map((architecture) =>
    sharedLayerName({ psycopg2: '2.9.13', architecture }),
  )
  expect(shared).toEqual(['psycopg2.9.13-layer.zip', 'psycopg2.9.13-arm64-layer.zip'])
  expect(shared.every(isCompanion)).toBe(true)
})
