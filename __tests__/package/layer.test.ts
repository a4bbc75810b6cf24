import { expect, it } from 'vitest'
import { layerOf, sharedLayerOf } from '../../src/package/layer.js'
import { packageTree } from '../../src/package/tree.js'
import { readZip } from '../../src/package/unzip.js'
import { writeZip } from '../../src/package/zip.js'
import { sampleContents } from './sample.js'
import { errorOf } from './thrown.js'

const zip = writeZip(packageTree(sampleContents()))
const contentsOf = (bytes: Uint8Array) =>
  new Map(readZip(bytes).flatMap(({ path, data, directory }) => (directory ? [] : [[path, data] as const])))
const moved = (directory: string) =>
  new Map(Array.from(contentsOf(zip), ([path, data]) => [`${directory}/${path}`, data]))

it('has the same tree below python/', () => {
  expect(contentsOf(layerOf(zip))).toEqual(moved('python'))
  const directories = readZip(layerOf(zip)).flatMap(({ path, directory }) => (directory ? [path] : []))
  expect(directories).toEqual(expect.arrayContaining(['python/', 'python/psycopg2/']))
})

it('has several Pythons side by side, whatever their order, the same bytes each time', () => {
  const parts = ['3.9', '3.13'].map((python) => ({ python, zip }))
  const layer = sharedLayerOf(parts)
  const both = [
    ...moved('python/lib/python3.13/site-packages'),
    ...moved('python/lib/python3.9/site-packages'),
  ]
  expect(contentsOf(layer)).toEqual(new Map(both))
  expect(sharedLayerOf(parts.toReversed())).toEqual(layer)
})

it('says which Pythons do not fit into one', () => {
  const parts = ['3.13', '3.13'].map((python) => ({ python, zip }))
  const error = errorOf(() => sharedLayerOf(parts))
  expect(error.message).toMatch(/^one layer for Python 3\.13, 3\.13 cannot be made: .* is there twice/)
  expect(error.hint).toContain('combine-layers')
})
