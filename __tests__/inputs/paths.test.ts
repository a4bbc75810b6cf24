import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readBuildRequest } from '../../src/inputs/build-inputs.js'
import { InputError } from '../../src/report/errors.js'

const PATHS = { 'source-dir': 'sourceDir', 'lock-file': 'lockFile', 'output-dir': 'outputDir' } as const
const NAMES = Object.keys(PATHS) as (keyof typeof PATHS)[]
const read = (name: keyof typeof PATHS, value: string) =>
  readBuildRequest((input) => ({ 'python-version': '3.13', [name]: value })[input])[PATHS[name]]

afterEach(() => {
  vi.unstubAllEnvs()
})

const cwd = process.cwd()
const home = homedir()

test.each([
  ['dist', join(cwd, 'dist')],
  ['./dist', join(cwd, 'dist')],
  ['.', cwd],
  ['..', join(cwd, '..')],
  ['../a/./b/../c//', join(cwd, '..', 'a', 'c')],
  ['/srv/dist/', '/srv/dist'],
  ['~', home],
  ['~/', home],
  ['~/dist', join(home, 'dist')],
  ['~/../x', join(home, '..', 'x')],
  ['~//dist/.', join(home, 'dist')],
  [' ~/dist\n', join(home, 'dist')],
  ['a b/c  d', join(cwd, 'a b/c  d')],
  [`it's "mine"`, join(cwd, `it's "mine"`)],
  ['./~', join(cwd, '~')],
  ['./"a"', join(cwd, '"a"')],
  ['./$HOME', join(cwd, '$HOME')],
  ['a~b/~', join(cwd, 'a~b/~')],
  ['a$b', join(cwd, 'a$b')],
  ['$5', join(cwd, '$5')],
  ['{a,b}*', join(cwd, '{a,b}*')],
  ['\uFEFFdist', join(cwd, 'dist')],
])('%j is the same path in every input', (value, expected) => {
  for (const name of NAMES) expect(read(name, value), name).toBe(expected)
})

test.each([
  ['~root/x', 'home directory of a user'],
  ['~x', 'home directory of a user'],
  ['"dist"', 'quotes around it'],
  ["'my dist'", 'quotes around it'],
  ['`dist`', 'quotes around it'],
  ['$HOME/dist', 'a variable'],
  [`\${HOME}/dist`, 'a variable'],
  ['$(pwd)/dist', 'a variable'],
  ['%TEMP%/dist', 'a variable'],
  ['dist\nother', 'more than one line'],
  ['dist\r\nother', 'more than one line'],
  ['dist\0', 'control character'],
  ['di\tst', 'control character'],
  ['file:///srv/dist', 'an address'],
  ['s3://bucket/dist', 'an address'],
])('%j is refused in every input', (value, problem) => {
  for (const name of NAMES) {
    const attempt = () => read(name, value)
    expect(attempt, name).toThrow(InputError)
    expect(attempt, name).toThrow(new RegExp(`^${name}: .*${problem}`))
  }
})

test.each(['', 'relative'])('~ without a home directory (HOME=%j) is refused', (value) => {
  vi.stubEnv('HOME', value)
  expect(() => read('output-dir', '~/dist')).toThrow(/^output-dir: .*HOME is/)
})
