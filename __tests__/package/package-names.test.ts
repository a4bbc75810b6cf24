import { describe, expect, it } from 'vitest'
import { zipName } from '../../src/catalog/file-names.js'
import { abiTag } from '../../src/catalog/python.js'
import {
  distInfoName,
  sharedObjectPath,
  taggedGlibc,
  wheelName,
  wheelTag,
  wheelTags,
} from '../../src/package/package-names.js'

describe('zipName', () => {
  it('keeps the established name for x86_64 and says arm64', () => {
    expect(zipName({ psycopg2: '2.9.13', python: '3.13', architecture: 'x86_64' })).toBe(
      'psycopg2.9.13-3.13.zip',
    )
    expect(zipName({ psycopg2: '2.9.13', python: '3.13', architecture: 'arm64' })).toBe(
      'psycopg2.9.13-3.13-arm64.zip',
    )
    expect(zipName({ psycopg2: '2.8.6', python: '2.7', architecture: 'x86_64' })).toBe('psycopg2.8.6-2.7.zip')
  })
})

// Second and third column as CPython's sysconfig gives them (EXT_SUFFIX) and pip's debug --verbose.
it.each([
  ['2.7', 'x86_64', '2.17', 'psycopg2/_psycopg.so', 'cp27-cp27mu-manylinux_2_17_x86_64.manylinux2014_x86_64'],
  [
    '3.6',
    'x86_64',
    '2.17',
    'psycopg2/_psycopg.cpython-36m-x86_64-linux-gnu.so',
    'cp36-cp36m-manylinux_2_17_x86_64.manylinux2014_x86_64',
  ],
  [
    '3.7',
    'x86_64',
    '2.17',
    'psycopg2/_psycopg.cpython-37m-x86_64-linux-gnu.so',
    'cp37-cp37m-manylinux_2_17_x86_64.manylinux2014_x86_64',
  ],
  [
    '3.8',
    'arm64',
    '2.26',
    'psycopg2/_psycopg.cpython-38-aarch64-linux-gnu.so',
    'cp38-cp38-manylinux_2_26_aarch64',
  ],
  [
    '3.9',
    'x86_64',
    '2.26',
    'psycopg2/_psycopg.cpython-39-x86_64-linux-gnu.so',
    'cp39-cp39-manylinux_2_26_x86_64',
  ],
  [
    '3.10',
    'arm64',
    '2.26',
    'psycopg2/_psycopg.cpython-310-aarch64-linux-gnu.so',
    'cp310-cp310-manylinux_2_26_aarch64',
  ],
  [
    '3.13',
    'x86_64',
    '2.34',
    'psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so',
    'cp313-cp313-manylinux_2_34_x86_64',
  ],
] as const)('Python %s on %s with glibc %s', (python, architecture, glibc, path, tag) => {
  expect(sharedObjectPath({ python, architecture })).toBe(path)
  expect(wheelTag({ python, architecture, glibc })).toBe(tag)
  expect(tag).toContain(`-${abiTag(python)}-`)
})

it('names the dist-info', () => {
  expect(distInfoName('2.9.13')).toBe('psycopg2-2.9.13.dist-info')
})

it.each([
  [null, '2.17'],
  ['2.4', '2.17'],
  ['2.17', '2.17'],
  ['2.34', '2.34'],
])('what needs GLIBC %s is tagged for %s', (highest, tagged) => {
  expect(taggedGlibc(highest)).toBe(tagged)
})

it('each name of a platform is a tag of its own', () => {
  expect(wheelTags({ python: '3.13', architecture: 'arm64', glibc: '2.17' })).toEqual([
    'cp313-cp313-manylinux_2_17_aarch64',
    'cp313-cp313-manylinux2014_aarch64',
  ])
})

it('a wheel carries the build tag between version and Python', () => {
  const wheel = { psycopg2: '2.9.13', python: '3.13', architecture: 'x86_64', glibc: '2.17' } as const
  const tags = 'cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64'
  expect(wheelName(wheel)).toBe(`psycopg2-2.9.13-${tags}.whl`)
  expect(wheelName({ ...wheel, buildNumber: '2' })).toBe(`psycopg2-2.9.13-2-${tags}.whl`)
})
