import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { BUILD_INPUTS, type BuildInput, readBuildRequest } from '../src/inputs.js'

const read = (values: Partial<Record<BuildInput, string>>) =>
  readBuildRequest((name) => ({ 'python-version': '3.13', ...values })[name])

const top = join(import.meta.dirname, '..')
const action = parse(readFileSync(join(top, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default?: string; required?: boolean }>
}

test('nothing but a Python gives the documented defaults', () => {
  expect(read({})).toEqual({
    pythons: ['3.13'],
    architecture: process.arch === 'arm64' ? 'arm64' : 'x86_64',
    psycopg2Version: 'default',
    postgresqlVersion: 'default',
    opensslVersion: 'default',
    verify: 'import',
    engine: 'auto',
    cache: true,
    outputDir: resolve('dist'),
  })
})

test.each([
  ['3.12 3.13', ['3.12', '3.13']],
  ['3.12,3.13', ['3.12', '3.13']],
  ['3.12\n3.13\n', ['3.12', '3.13']],
  [' 3.13, 3.13 ', ['3.13']],
])('python-version %j', (value, pythons) => {
  expect(read({ 'python-version': value }).pythons).toEqual(pythons)
})

test('paths are made absolute where they are read', () => {
  expect(read({ 'source-dir': 'x', 'lock-file': 'y', 'output-dir': 'z' })).toMatchObject({
    sourceDir: resolve('x'),
    lockFile: resolve('y'),
    outputDir: resolve('z'),
  })
})

test.each([
  ['cache', 'FALSE', false],
  ['cache', 'True', true],
] as const)('%s: %s', (name, value, expected) => {
  expect(read({ [name]: value }).cache).toBe(expected)
})

test.each<[BuildInput, string, RegExp]>([
  ['python-version', ' , ', /^python-version: nothing given/],
  ['cache', 'on', /^cache: "on" is neither true nor false/],
  ['formats', 'layer', /^formats: "layer" is not supported/],
  ['runtime-image', 'a;b', /^runtime-image: "a;b" is no image name/],
])('%s: %j is refused', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(message)
})

test('action.yml has exactly the inputs that are read, with the defaults that the code has', () => {
  expect(Object.keys(action.inputs)).toEqual([...BUILD_INPUTS])
  const declared = Object.fromEntries(
    Object.entries(action.inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [[name, input.default]],
    ),
  )
  expect(read(declared)).toEqual(read({}))
})

test('the README shows every input with its default', () => {
  const readme = readFileSync(join(top, 'README.md'), 'utf8')
  const block =
    /<!-- inputs -->\n```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? expect.fail('no block of inputs')
  const [step] = parse(block) as [{ with: Record<string, unknown> }]
  expect(Object.keys(step.with)).toEqual([...BUILD_INPUTS])
  for (const [name, input] of Object.entries(action.inputs)) {
    if (input.default !== undefined) expect(String(step.with[name]), name).toBe(input.default)
  }
})
