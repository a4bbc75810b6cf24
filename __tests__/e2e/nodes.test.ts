import { randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { FLOOR, NEWEST } from '../../stand-ins/nodes.js'
import { PROJECT } from '../../stand-ins/places.js'
import { COMMIT, contentsOf, TAG, TOKEN } from '../release/bench.js'
import { runAction, runCli, temporary } from '../runner.js'

/** Whatever the program does, at its end a package calls what Node advises against, as `tunnel` does behind a proxy. */
function advisedAgainst(): Record<string, string> {
  const file = join(temporary(), 'deprecated.cjs')
  writeFileSync(file, "process.once('beforeExit', () => { console.error('called', Buffer(3)) })\n")
  return { NODE_OPTIONS: `--require=${file}` }
}

describe.each([
  ['the oldest Node that is promised', FLOOR],
  ['the newest', NEWEST],
])('on %s, the command line', (_, node) => {
  test.each([
    [['--help'], 0, 'build'],
    [['build', '--help'], 0, '--output-dir'],
    [['plan', '--matrix'], 0, '"include"'],
    [['audit', join(PROJECT, 'LICENSE'), '--python-version', '3.13'], 1, 'LICENSE'],
    [['build', '--colour'], 2, '--colour'],
  ])('%j exits with %i', async (argv, code, says) => {
    const run = await runCli(argv, { node, env: advisedAgainst() })
    expect(run.code, run.output).toBe(code)
    expect(run.output).toContain(says)
    // Both the call and that it is not told: `runCli` refuses what looks like a warning of Node's.
    expect(run.output).toContain('called')
  })

  test('publishes a release', async () => {
    const server = await FakeGitHub.start(Date.now)
    const { owner, name, tags } = server.repository
    tags.set(TAG, { type: 'commit', sha: COMMIT })
    const draft = server.repository.addRelease({ tag: TAG, draft: true })
    const file = join(temporary(), 'notes.bin')
    writeFileSync(file, randomBytes(100_000))
    const repository = ['--repository', `${owner}/${name}`]
    const run = await runCli(['publish', '--release-tag', TAG, '--files', file, ...repository, '--json'], {
      node,
      env: { GITHUB_API_URL: server.url, GITHUB_SHA: COMMIT, GITHUB_TOKEN: TOKEN, ...advisedAgainst() },
    })
    await server.stop()
    expect(run.code, run.output).toBe(0)
    expect(JSON.parse(run.stdout).assets).toHaveLength(4)
    expect(draft.draft).toBe(false)
    expect(Object.keys(contentsOf(draft)).sort()).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'manifest.json.sha256',
      'notes.bin',
    ])
    expect(server.violations).toEqual([])
  })
})

test('an address of the API that is none matters to a release alone', async () => {
  const env = { GITHUB_API_URL: 'nonsense' }
  expect((await runCli(['plan', '--matrix'], { env })).code).toBe(0)
  const target = ['--release-tag', TAG, '--repository', 'a/b', '--token', TOKEN]
  const run = await runCli(['publish', ...target], { env })
  expect(run.code).toBe(2)
  expect(run.output).toMatch(/^error: GITHUB_API_URL: "nonsense" is not the address/)
})

test('makes no cache for what keeps nothing', async () => {
  const home = temporary()
  await runCli(['plan', '--matrix'], { env: { HOME: home, RUNNER_TOOL_CACHE: '' } })
  expect(readdirSync(home)).toEqual([])
})

test.each(['index.js', 'publish/index.js'])(
  'no action tells what Node advises against: %s',
  async (bundle) => {
    const run = await runAction(
      { 'python-version': 'none', 'release-tag': TAG },
      { bundle: join(PROJECT, 'dist', bundle), env: advisedAgainst() },
    )
    expect(run.code).toBe(1)
    expect(run.output).toContain('called')
  },
)
