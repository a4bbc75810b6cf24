import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { initFunctionOf, moduleFileName } from '../../src/catalog/python.js'

const HOST = process.arch === 'arm64' ? 'arm64' : 'x86_64'

describe('moduleFileName', () => {
  it.each([
    ['2.7', 'x86_64', '_psycopg.so'],
    ['3.6', 'x86_64', '_psycopg.cpython-36m-x86_64-linux-gnu.so'],
    ['3.7', 'x86_64', '_psycopg.cpython-37m-x86_64-linux-gnu.so'],
    ['3.8', 'x86_64', '_psycopg.cpython-38-x86_64-linux-gnu.so'],
    ['3.8', 'arm64', '_psycopg.cpython-38-aarch64-linux-gnu.so'],
    ['3.9', 'arm64', '_psycopg.cpython-39-aarch64-linux-gnu.so'],
    ['3.13', 'x86_64', '_psycopg.cpython-313-x86_64-linux-gnu.so'],
    ['3.14', 'arm64', '_psycopg.cpython-314-aarch64-linux-gnu.so'],
  ] as const)('of Python %s on %s is %s', (python, architecture, name) => {
    expect(moduleFileName(python, architecture)).toBe(name)
  })

  const here = spawnSync(
    'python3',
    [
      '-c',
      'import sys, sysconfig; print("%d.%d" % sys.version_info[:2], sysconfig.get_config_var("EXT_SUFFIX"))',
    ],
    { encoding: 'utf8' },
  )
  it('is what the Python of this machine looks for', () => {
    const [python = '', suffix] = here.stdout.trim().split(' ')
    expect(moduleFileName(python, HOST)).toBe(`_psycopg${suffix}`)
  })
})

describe('initFunctionOf', () => {
  it.each([
    ['2.7', 'init_psycopg'],
    ['3.6', 'PyInit__psycopg'],
    ['3.14', 'PyInit__psycopg'],
  ])('of Python %s is %s', (python, name) => {
    expect(initFunctionOf(python)).toBe(name)
  })
})
