import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { packagesOf, readAuditRequest } from '../../src/inputs/audit-inputs.js'
import { readBuildRequest } from '../../src/inputs/build-inputs.js'
import {
  AUDIT_INPUTS,
  BUILD_INPUTS,
  type BuildInput,
  PUBLISH_INPUTS,
  VERIFY_INPUTS,
} from '../../src/inputs/input-names.js'
import { isForTag, readPublishJob, readReleaseTarget } from '../../src/inputs/release-inputs.js'
import { readVerifyRequest } from '../../src/inputs/verify-inputs.js'
import { page } from '../docs.js'

const read = (values: Partial<Record<BuildInput, string>>) =>
  readBuildRequest((name) => ({ 'python-version': '3.13', ...values })[name])

const top = join(import.meta.dirname, '..', '..')

interface ActionFile {
  inputs: Record<string, { default?: string; required?: boolean }>
  outputs: Record<string, unknown>
  runs: { main: string; post?: string }
}

const readAction = (path: string) => parse(readFileSync(join(top, path), 'utf8')) as ActionFile
const action = readAction('action.yml')
const publish = readAction('publish/action.yml')
const verify = readAction('verify/action.yml')
const audit = readAction('audit/action.yml')
const installing = readAction('install/action.yml')
const inputs = page('docs/inputs.md')
const blockAfter = (marker: string) =>
  new RegExp(`<!-- ${marker} -->\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(inputs)?.[1] ?? expect.fail(marker)

test('nothing but a Python gives the documented defaults', () => {
  expect(read({})).toEqual({
    pythons: ['3.13'],
    architectures: [process.arch === 'arm64' ? 'arm64' : 'x86_64'],
    toolchain: 'pinned',
    psycopg2Version: 'default',
    postgresqlVersion: 'default',
    opensslVersion: 'default',
    verify: 'import',
    serverImage: undefined,
    engine: 'auto',
    formats: ['zip'],
    combineLayers: false,
    cache: true,
    dependenciesSha256: [],
    outputDir: resolve('dist'),
  })
})

test('no Python is what its reader makes of it; a list without one is a mistake', () => {
  expect(() => readBuildRequest(() => undefined)).toThrow(/^python-version: nothing given/)
  expect(readBuildRequest(() => undefined, { python: 'optional' }).pythons).toEqual([])
  const comma = (name: string) => (name === 'python-version' ? ',' : undefined)
  expect(() => readBuildRequest(comma, { python: 'optional' })).toThrow(/^python-version: nothing given/)
})

test.each([
  ['3.12 3.13', ['3.12', '3.13']],
  ['3.12,3.13', ['3.12', '3.13']],
  ['3.12\n3.13\n', ['3.12', '3.13']],
  [' 3.13, 3.13 ', ['3.13']],
])('python-version %j', (value, pythons) => {
  expect(read({ 'python-version': value }).pythons).toEqual(pythons)
})

test.each([
  ['x86_64 arm64', ['x86_64', 'arm64']],
  ['arm64,x86_64', ['arm64', 'x86_64']],
  ['arm64\narm64\n', ['arm64']],
])('architecture %j', (value, architectures) => {
  expect(read({ architecture: value }).architectures).toEqual(architectures)
})

test('the forms of a zip', () => {
  const asked = read({ formats: 'wheel, layer', 'combine-layers': 'true', 'build-number': '2' })
  expect(asked).toMatchObject({ formats: ['wheel', 'layer'], combineLayers: true, buildNumber: '2' })
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

test('dependencies-sha256 lists sums as outputs of other jobs give them', () => {
  const [first, second] = ['0'.repeat(64), 'f'.repeat(64)]
  const given = `${first}, ${second}\n`
  expect(read({ 'dependencies-sha256': given }).dependenciesSha256).toEqual([first, second])
})

test.each([
  [{ GITHUB_REF_TYPE: 'tag' }, true],
  [{ GITHUB_REF: 'refs/tags/2.9.13-1' }, true],
  [{ GITHUB_EVENT_NAME: 'release' }, true],
  [{ GITHUB_REF_TYPE: 'branch', GITHUB_REF: 'refs/heads/refs/tags', GITHUB_EVENT_NAME: 'push' }, false],
  [{}, false],
])('a run with %j is for a tag: %s', (env, expected) => {
  expect(isForTag(env)).toBe(expected)
})

test.each<[BuildInput, string, RegExp]>([
  ['python-version', ' , ', /^python-version: nothing given/],
  ['architecture', 'x86_64 aarch64', /^architecture: "aarch64" is not how Lambda calls it/],
  ['architecture', ' , ', /^architecture: nothing given/],
  ['toolchain', 'gcc', /^toolchain: "gcc" is not supported/],
  ['cache', 'on', /^cache: "on" is neither true nor false/],
  ['dependencies-sha256', 'F'.repeat(64), /^dependencies-sha256: "F{64}" is not a SHA-256/],
  ['dependencies-sha256', 'sha256:0', /^dependencies-sha256: "sha256:0" is not a SHA-256/],
  ['formats', 'zip rpm', /^formats: "rpm" is not supported/],
  ['combine-layers', 'true', /^combine-layers: "true" has nothing to combine: formats is zip/],
  ['build-number', '2.9.13-2', /^build-number: "2.9.13-2" is not a build number/],
  ['build-number', '02', /^build-number: "02" is not a build number/],
  ['runtime-image', 'a;b', /^runtime-image: "a;b" is not the name of an image/],
])('%s: %j is refused', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(message)
})

const env = { GITHUB_REPOSITORY: 'a/b', GITHUB_TOKEN: 't' }
const readTarget = (inputs: Record<string, string>, more: NodeJS.ProcessEnv = {}) => {
  const masked: string[] = []
  const mask = (secret: string) => void masked.push(secret)
  const target = readReleaseTarget({ get: (name) => inputs[name], env: { ...env, ...more }, mask })
  expect(masked).toEqual(target === undefined ? [] : [target.token])
  return target
}
const readTag = (tag: string) => readTarget({ 'release-tag': tag })?.tag

test.each([
  ['2.9.13-1', '2.9.13-1'],
  ['refs/tags/2.9.13-1', '2.9.13-1'],
  [' refs/tags/2.9.13-1\n', '2.9.13-1'],
  ['refs/tags/releases/2.9.13', 'releases/2.9.13'],
  ['1', '1'],
])('release-tag %j is the tag %s', (value, tag) => {
  expect(readTag(value)).toBe(tag)
})

test.each([
  ['refs/heads/main', /^release-tag: "refs\/heads\/main" is the ref of a branch/],
  ['refs/pull/7/merge', /^release-tag: "refs\/pull\/7\/merge" is the ref of something else/],
  ['refs/tags/', /^release-tag: "refs\/tags\/" is not the name of a tag/],
  ['refs/tags/refs/heads/x', /^release-tag: "refs\/heads\/x" is the ref of a branch/],
  ['refs/tags/a b', /is not the name of a tag/],
  ['a/', /is not the name of a tag/],
  ['-a', /is not the name of a tag/],
  ['a.lock', /is not the name of a tag/],
])('release-tag %j is refused', (value, message) => {
  expect(() => readTag(value)).toThrow(message)
  expect(() => readTag(value)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('github.ref_name') }),
  )
})

test.each([' ', 'api.github.com', 'ftp://h', 'https://', 'https://[', 'https://h h', 'https://u:p@h'])(
  'GITHUB_API_URL %j is refused where a release is named, and nowhere else',
  (apiUrl) => {
    const more = { GITHUB_API_URL: apiUrl }
    expect(readTarget({}, more)).toBeUndefined()
    expect(() => readTarget({ 'release-tag': '1' }, more)).toThrow(/^GITHUB_API_URL: .* is not the address/)
    expect(() => readTarget({ 'release-tag': '1' }, more)).not.toThrow(/u:p/)
  },
)

test.each([undefined, ''])('without an address (%j) the API is that of github.com', (apiUrl) => {
  const target = readTarget({ 'release-tag': '1' }, { GITHUB_API_URL: apiUrl })
  expect(target?.apiUrl).toBe('https://api.github.com')
})

test.each([
  ['release-id', { 'release-id': '0' }, /^release-id: "0" is not the id of a release/],
  ['repository', { 'release-tag': '1', repository: 'a' }, /^repository: "a" is not the name of a repository/],
])('a %s that is none is refused', (_, inputs: Record<string, string>, message) => {
  expect(() => readTarget(inputs)).toThrow(message)
})

test('without a token there is no release, and none is asked for without one', () => {
  expect(() => readTarget({ 'release-tag': '1' }, { GITHUB_TOKEN: '' })).toThrow(/^token: nothing given/)
  expect(readTarget({}, { GITHUB_TOKEN: '' })).toBeUndefined()
})

test("the workflow's commit counts in its own repository only", () => {
  const sha = (repository: string) => readTarget({ 'release-tag': '1', repository }, { GITHUB_SHA: 'c' })?.sha
  expect(['A/B', 'a/c'].map(sha)).toEqual(['c', undefined])
})

const declared = ({ inputs }: ActionFile) =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [[name, input.default]],
    ),
  )

test('action.yml has exactly the inputs that are read, with the defaults that the code has', () => {
  expect(Object.keys(action.inputs)).toEqual(Object.keys(BUILD_INPUTS))
  expect(read(declared(action))).toEqual({ ...read({}), serverImage: runtimes.serverImage })
})

test('publish/action.yml has exactly the inputs that are read, with the defaults that the code has', async () => {
  expect(Object.keys(publish.inputs)).toEqual(Object.keys(PUBLISH_INPUTS))
  const given = { 'release-tag': '1' }
  const { repository: _, token: __, ...literal } = declared(publish)
  const readPublish = (values: Record<string, string>) => readPublishJob({ get: (name) => values[name], env })
  expect(await readPublish({ ...given, ...literal })).toEqual(await readPublish(given))
})

test('verify/action.yml has exactly the inputs that are read, with the defaults that the code has', async () => {
  expect(Object.keys(verify.inputs)).toEqual(Object.keys(VERIFY_INPUTS))
  const given: Record<string, string> = { files: 'package.json' }
  const readVerify = (values: Record<string, string>) => readVerifyRequest((name) => values[name])
  expect(await readVerify({ ...given, ...declared(verify) })).toEqual({
    ...(await readVerify(given)),
    serverImage: runtimes.serverImage,
  })
  expect(await readVerify(given)).toEqual({
    ...{ files: [join(process.cwd(), 'package.json')], verify: 'import', engine: 'auto' },
    ...{ runtimeImage: undefined, serverImage: undefined },
  })
})

test.each([
  [{ files: ' \n' }, /^files: nothing given/],
  [{ files: 'no/such/*.zip' }, /^files: nothing matches "no\/such\/\*\.zip"/],
  [{ files: 'package.json', verify: 'none' }, /^verify: "none" is not supported/],
  [{ files: 'package.json', 'runtime-image': '-v' }, /^runtime-image: "-v" is not the name of an image/],
])('of the verify inputs, %j is refused', async (values: Record<string, string>, message) => {
  await expect(readVerifyRequest((name) => values[name])).rejects.toThrow(message)
})

test('audit/action.yml has exactly the inputs that are read, with the defaults that the code has', async () => {
  expect(Object.keys(audit.inputs)).toEqual(Object.keys(AUDIT_INPUTS))
  const readAudit = (values: Record<string, string>) => readAuditRequest((name) => values[name])
  expect(readAudit(declared(audit))).toEqual(readAudit({}))
  expect(readAudit({})).toEqual({ python: undefined, architecture: undefined, strict: false })
})

test('paths of the audit action are files, directories and patterns', async () => {
  const found = await packagesOf(() => ' package.json \nsrc/audit\n\n*c*.json\n!*lock*\n!t*.test.json\n!b*')
  expect(found).toEqual(['package.json', 'src/audit', 'tsconfig.json'].map((path) => resolve(path)))
})

test('an exclusion takes away from paths, too, wherever it stands', async () => {
  const found = (lines: string) => packagesOf(() => lines)
  expect(await found('src/audit\n!tsconfig.json')).toEqual([resolve('src/audit')])
  await expect(found('tsconfig.json\n*.json\n!tsconfig.json')).rejects.toThrow(
    /^paths: everything that "tsconfig.json" matches is excluded/,
  )
  await expect(found('src/audit\n!src')).rejects.toThrow(/^paths: everything that "src\/audit" matches/)
})

test.each([
  [{ paths: ' \n' }, /^paths: nothing given/],
  [{ paths: '# x' }, /^paths: nothing given/],
  [{ paths: 'no/such/*.zip' }, /^paths: nothing matches "no\/such\/\*\.zip"/],
  [{ paths: '"a.zip"' }, /^paths: .* has quotes around it/],
])('of the audit inputs, %j is refused', async (values: Record<string, string>, message) => {
  await expect(packagesOf((name) => values[name])).rejects.toThrow(message)
})

test.each([
  [{ 'python-version': '3.12 3.13' }, /^python-version: "3.12 3.13" stands for several Pythons/],
  [{ 'python-version': 'all' }, /^python-version: "all" stands for several Pythons/],
  [{ architecture: 'x86_64 arm64' }, /^architecture: .* several architectures/],
  [{ architecture: 'x86' }, /^architecture: "x86" is not supported/],
])('of the audit inputs, %j is refused, too', (values: Record<string, string>, message) => {
  expect(() => readAuditRequest((name) => values[name])).toThrow(message)
})

test.each([
  ['inputs', action],
  ['publish inputs', publish],
  ['verify inputs', verify],
  ['audit inputs', audit],
  ['install inputs', installing],
])('docs/inputs.md shows all %s with their defaults', (marker, file) => {
  const [step] = parse(blockAfter(marker)) as [{ with: Record<string, unknown> }]
  expect(Object.keys(step.with)).toEqual(Object.keys(file.inputs))
  for (const [name, value] of Object.entries(declared(file)))
    expect(String(step.with[name]), name).toBe(value)
})

test('docs/inputs.md and action.yml name the same outputs', () => {
  const table = inputs.slice(inputs.indexOf('## Outputs'), inputs.indexOf('## The publish action'))
  const named = [...table.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = '']) =>
    cell.replaceAll('`', '').split(', '),
  )
  expect(named.sort()).toEqual(Object.keys(action.outputs).sort())
})

test("docs/inputs.md names the publish action's outputs", () => {
  const sentence = /Its outputs are ([^.]+)\./.exec(inputs)?.[1] ?? expect.fail('no sentence on outputs')
  const named = [...sentence.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)
  expect(named).toEqual(Object.keys(publish.outputs))
})

test("docs/inputs.md names the verify action's output", () => {
  const [, named] = /Its output `([a-z-]+)`/.exec(inputs) ?? []
  expect([named]).toEqual(Object.keys(verify.outputs))
})

test("docs/inputs.md names the audit action's output", () => {
  const [, named] = /Its output, `([a-z-]+)`/.exec(inputs) ?? []
  expect([named]).toEqual(Object.keys(audit.outputs))
})

test("docs/inputs.md names the install action's outputs", () => {
  const sentence =
    /The install action puts out ([^\n]+)\./.exec(inputs)?.[1] ?? expect.fail('no sentence on outputs')
  const named = [...sentence.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name)
  expect(named.sort()).toEqual(Object.keys(installing.outputs).sort())
})

test.each([
  ['.', action],
  ['publish', publish],
  ['verify', verify],
  ['audit', audit],
  ['install', installing],
])('what the action file in %s runs is there', (directory, { runs }) => {
  for (const file of [runs.main, runs.post ?? runs.main])
    expect(existsSync(join(top, directory, file))).toBe(true)
})
