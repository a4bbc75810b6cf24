import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { sha256 } from '../../src/package/checksums.js'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { PROJECT } from '../../stand-ins/places.js'
import { COMMIT, contentsOf, TAG, TOKEN } from '../release/bench.js'
import { PYTHON } from '../roles.js'
import { errors, runAction, runCli, temporary } from '../runner.js'
import { AT_HAND, PSYCOPG2 } from '../versions.js'

const NAME = `psycopg${PSYCOPG2}-${PYTHON}.zip`
const PUBLISH = join(PROJECT, 'dist', 'publish', 'index.js')

let server: FakeGitHub
let out: string
beforeEach(async () => {
  server = await FakeGitHub.start(Date.now)
  out = temporary()
})
afterEach(async () => {
  await server.stop()
  expect(server.violations).toEqual([])
})

const repository = () => `${server.repository.owner}/${server.repository.name}`
const workflow = () => ({
  GITHUB_API_URL: server.url,
  GITHUB_REPOSITORY: repository(),
  GITHUB_SHA: COMMIT,
})
/** As action.yml's defaults give them. */
const release = () => ({ 'release-tag': TAG, repository: repository(), token: TOKEN })
const build = (inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  runAction(
    {
      'python-version': PYTHON,
      ...AT_HAND,
      'container-engine': 'none',
      'output-dir': out,
      ...release(),
      ...inputs,
    },
    { env: { ...workflow(), ...env } },
  )
const publish = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
  runAction({ ...release(), ...inputs }, { env: { ...workflow(), ...env }, bundle: PUBLISH, cwd: out })

test('a build with a release tag uploads byte for byte, a second one uploads nothing, and publish completes it', async () => {
  server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
  const first = await build()
  expect(errors(first.output)).toEqual([])
  const [stored] = [...server.repository.releases.values()]
  if (stored === undefined) return expect.fail('no release')
  const names = [NAME, `${NAME}.md5`, `${NAME}.sha256`, `${NAME}.verified.json`]
  expect(stored).toMatchObject({ tag: TAG, draft: true })
  expect(stored.assets.map(({ name }) => name).sort()).toEqual(names)
  for (const { name, bytes } of stored.assets) {
    expect(readFileSync(join(out, name)).equals(bytes), name).toBe(true)
  }
  expect(first.outputs['release-id']).toBe(String(stored.id))
  const uploads = server.requests.filter(({ operation }) => operation === 'upload-release-asset')
  expect(uploads.map(({ url }) => new URL(url).searchParams.get('name'))[0]).toBe(NAME)

  const posts = server.count('upload-release-asset')
  const second = await build({ 'release-tag': '', 'release-id': String(stored.id) })
  expect(errors(second.output)).toEqual([])
  expect(server.count('upload-release-asset')).toBe(posts)
  expect(server.repository.releases.size).toBe(1)

  const published = await publish({ expected: first.outputs.artifacts ?? '' })
  expect(errors(published.output)).toEqual([])
  expect(stored.draft).toBe(false)
  expect(Object.keys(contentsOf(stored)).sort()).toEqual([
    'SHA256SUMS',
    'manifest.json',
    'manifest.json.sha256',
    ...names,
  ])
  expect(JSON.parse(published.outputs.assets ?? '[]')).toHaveLength(7)
  const action = parse(readFileSync(join(PROJECT, 'publish', 'action.yml'), 'utf8')) as { outputs: object }
  expect(Object.keys(published.outputs).sort()).toEqual(Object.keys(action.outputs).sort())
  const everything = [first, second, published].map(({ output, summary }) => output + summary).join()
  expect(everything.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN)
})

test('install and index read what publish has written', async () => {
  server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
  const { outputs } = await build({ formats: 'zip wheel' })
  const published = await publish({ expected: outputs.artifacts ?? '' })
  expect(errors(published.output)).toEqual([])

  const path = join(out, 'package')
  const wanted = { 'python-version': PYTHON, architecture: thisArchitecture(), version: TAG, path }
  const bundle = join(PROJECT, 'dist', 'install', 'index.js')
  const { repository, token } = release()
  const installed = await runAction({ ...wanted, repository, token }, { env: workflow(), bundle })
  expect(errors(installed.output)).toEqual([])
  expect(readdirSync(path).sort()).toEqual(['psycopg2', `psycopg2-${PSYCOPG2}.dist-info`])
  expect(installed.outputs).toMatchObject({ tag: TAG, asset: NAME, 'psycopg2-version': PSYCOPG2 })

  const [stored] = [...server.repository.releases.values()]
  if (stored === undefined) return expect.fail('no release')
  const wheel = stored.assets.find(({ name }) => name.endsWith('.whl'))
  const manifest = join(out, 'manifest.json')
  writeFileSync(manifest, contentsOf(stored)['manifest.json'] ?? '')
  writeFileSync(join(out, wheel?.name ?? ''), wheel?.bytes ?? '')
  const { code, output } = await runCli(['index', out, '--output-dir', join(out, 'site')])
  expect(code, output).toBe(0)
  expect(readFileSync(join(out, 'site', 'simple', 'psycopg2', 'index.html'), 'utf8')).toContain(
    `#sha256=${sha256(wheel?.bytes ?? Buffer.from(''))}`,
  )
})

test.each<[name: string, prepare: () => void, says: RegExp]>([
  ['a read-only token', () => server.tokens.set(TOKEN, 'read'), /contents: write/],
  [
    'a tag at another commit',
    () => server.repository.tags.set(TAG, { type: 'commit', sha: 'f'.repeat(40) }),
    new RegExp(`tag ${TAG} .* is at commit f{40}`),
  ],
  ['a tag that does not exist', () => {}, /git tag .* && git push/],
  [
    'an immutable release',
    () => {
      server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
      server.repository.addRelease({ tag: TAG, draft: false, immutable: true })
    },
    /immutable/,
  ],
])('%s is found before anything is built', async (_, prepare, says) => {
  prepare()
  const run = await build()
  expect(run.code).toBe(1)
  const [error, ...more] = errors(run.output)
  expect(error).toMatch(says)
  expect(more).toEqual([])
  expect(run.output).not.toContain('Sources')
})

test('what this machine cannot do is found before the release is asked for', async () => {
  const file = join(out, 'file')
  writeFileSync(file, '')
  const run = await build({}, { RUNNER_TEMP: file })
  expect(errors(run.output)).toEqual([expect.stringContaining(`RUNNER_TEMP: cannot write to ${file}`)])
  expect(server.requests).toEqual([])
})

test('publish takes a whole ref as the tag, and patterns as people write them', async () => {
  server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
  const name = basename(out)
  for (const file of ['a.zip', 'a.zip.md5', 'b.zip']) writeFileSync(join(out, file), file)
  const files = ['# the zips', '!*.md5', `../${name}/a.*`, `~/../${name}/b.zip`].join('\n')
  const inputs = { files, 'release-tag': `refs/tags/${TAG}` }
  const run = await publish(inputs, { HOME: join(out, '..', 'home') })
  expect(errors(run.output)).toEqual([])
  const [stored] = [...server.repository.releases.values()]
  expect(stored).toMatchObject({ draft: false, tag: TAG })
  expect(Object.keys(stored === undefined ? {} : contentsOf(stored)).sort()).toEqual([
    'SHA256SUMS',
    'a.zip',
    'b.zip',
    'manifest.json',
    'manifest.json.sha256',
  ])
})

test('publish refuses an artifact as GitHub packs it, and says what is in it', async () => {
  writeFileSync(join(out, NAME), 'the zip')
  const zip = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").write(sys.argv[2])'
  execFileSync('python3', ['-c', zip, 'artifact.zip', NAME], { cwd: out })
  const run = await publish({ files: 'artifact.zip' })
  const says = new RegExp(`files: .*artifact\\.zip .* holds ${NAME}[^]*Unpack it`)
  expect(errors(run.output)).toEqual([expect.stringMatching(says)])
  expect(server.requests).toEqual([])
})

test('publish uploads files first where it is the only writer, and a pattern without files is refused', async () => {
  server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
  mkdirSync(join(out, 'a'))
  writeFileSync(join(out, 'a', 'one.zip'), 'one')
  writeFileSync(join(out, 'two.zip'), 'two')
  const nothing = await publish({ files: `${out}/**/*.zip\n${out}/*.whl` })
  expect(errors(nothing.output)).toEqual([expect.stringMatching(/files: nothing matches .*\.whl/)])
  expect(server.repository.releases.size).toBe(0)
  const run = await publish({ files: `${out}/**/*.zip` })
  expect(errors(run.output)).toEqual([])
  const [stored] = [...server.repository.releases.values()]
  expect(stored?.draft).toBe(false)
  expect(stored === undefined ? {} : contentsOf(stored)).toMatchObject({ 'one.zip': 'one', 'two.zip': 'two' })
})

test.each([
  [{ 'release-id': 'x' }, /release-id: "x"/],
  [{ 'release-tag': 'a..b' }, /release-tag: "a\.\.b"/],
  [{ repository: 'nobody' }, /repository: "nobody"/],
  [{ token: '' }, /token: nothing given/],
  [{ overwrite: 'maybe' }, /overwrite: "maybe"/],
  [{ 'make-latest': 'yes' }, /make-latest: "yes"/],
  [{ 'release-tag': '' }, /release-id: nothing given/],
  [{ expected: 'not a list' }, /expected/],
  [{ 'release-tag': 'refs/heads/main' }, /release-tag: "refs\/heads\/main".*github\.ref_name/s],
  [{ files: '!' }, /files: "!"/],
  [{ files: '!*.md5' }, /files: every line excludes/],
  [{ files: '../../no/*.zip' }, /files: nothing matches "\.\.\/\.\.\/no/],
  [{ files: '*.{zip,md5}' }, /files: nothing matches .*one pattern a line:\n\*\.zip\n\*\.md5\n/s],
])('publish refuses %j', async (inputs, says) => {
  const run = await publish(inputs)
  expect(run.code).toBe(1)
  expect(errors(run.output)).toEqual([expect.stringMatching(says)])
  expect(server.requests).toEqual([])
})
