import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { major, minVersion, satisfies } from 'semver'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { FLOOR, NEWEST } from '../stand-ins/nodes.js'

const top = join(import.meta.dirname, '..')
const read = (...path: string[]) => readFileSync(join(top, ...path), 'utf8')
const promised: string = JSON.parse(read('package.json')).engines.node
const versionOf = (node: string) =>
  execFileSync(node, ['--print', 'process.version'], { encoding: 'utf8' }).trim()

test('the floor is the very first version that package.json promises', () => {
  expect(versionOf(FLOOR)).toBe(`v${minVersion(promised)}`)
})

test.each([
  'action.yml',
  'publish/action.yml',
  'verify/action.yml',
  'audit/action.yml',
  'install/action.yml',
])('the newest is what %s asks for', (file) => {
  expect(`node${major(versionOf(NEWEST))}`).toBe(parse(read(file)).runs.using)
})

test('npm scripts, and so these tests, run on the newest', () => {
  // Both packages declare it; installing the older one alone may leave the wrong one there.
  expect(realpathSync(join(top, 'node_modules', '.bin', 'node')), 'npm ci repairs it').toBe(
    realpathSync(NEWEST),
  )
})

test('every dependency that is bundled runs on the floor, by its own word', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { dev?: boolean; engines?: { node?: string } }>
  }
  const floor = minVersion(promised) ?? expect.fail('no floor')
  const refusing = Object.entries(packages)
    .filter(([, { dev, engines }]) => dev !== true && !satisfies(floor, engines?.node ?? '*'))
    .map(([path, { engines }]) => `${path} wants ${engines?.node}`)
  expect(refusing).toEqual([])
})

test('the sources are compiled against the types of the floor, so that nothing newer is called', () => {
  expect(major(JSON.parse(read('node_modules', '@types', 'node', 'package.json')).version)).toBe(
    minVersion(promised)?.major,
  )
})
