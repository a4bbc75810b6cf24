import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { loadCatalog, versionsOf } from '../../src/catalog/catalog.js'
import { IMAGES } from '../../stand-ins/images.js'
import { PYTHON } from '../roles.js'
import { containers, errors, runAction, runPost, temporary } from '../runner.js'
import { AT_HAND, OPENSSL, PSYCOPG2, SOURCES } from '../versions.js'

const basic = { 'python-version': PYTHON, ...AT_HAND }

/** Runs the action, expects it to fail with one annotation that says all this, and nothing to be left. */
async function fails(
  inputs: Record<string, string>,
  says: (string | RegExp)[],
  env: Record<string, string> = {},
) {
  const out = temporary()
  const run = await runAction({ ...basic, 'output-dir': out, ...inputs }, { env })
  const [error = '', ...more] = errors(run.output)
  for (const text of says) expect(error).toMatch(text)
  expect(more).toEqual([])
  expect(error.split('\n').length).toBeGreaterThan(1)
  expect(run.output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  expect(run.code).toBe(1)
  expect(readdirSync(out)).toEqual([])
  return run
}

describe('input that cannot be used', () => {
  test.each<[name: string, inputs: Record<string, string>, says: (string | RegExp)[]]>([
    ['no Python', { 'python-version': ' ' }, ['python-version']],
    ['an unknown Python', { 'python-version': '3.5' }, ['python-version', '"3.5"', '2.7, 3.6']],
    ['an unquoted 3.10', { 'python-version': '3.1' }, ['python-version', "'3.10'"]],
    ['an architecture', { architecture: 'sparc' }, ['architecture', '"sparc"', 'x86_64, arm64']],
    ['arm64 before 3.8', { 'python-version': '3.7', architecture: 'arm64' }, ['architecture', 'Python 3.7']],
    ['an engine', { 'container-engine': 'lxc' }, ['container-engine', '"lxc"', 'auto, docker, podman, none']],
    ['a toolchain', { toolchain: 'gcc' }, ['toolchain', '"gcc"', 'pinned, image']],
    ['a format', { formats: 'zip,rpm' }, ['formats', '"rpm"', 'zip']],
    ['a verification', { verify: 'maybe' }, ['verify', '"maybe"', 'none, import, connect']],
    ['a version', { 'openssl-version': '1.0.2k' }, ['openssl-version', '"1.0.2k"', OPENSSL]],
    [
      'a psycopg2 that does not serve',
      { 'psycopg2-version': '2.8.6' },
      ['psycopg2-version', '2.8.6', PYTHON],
    ],
    ['a boolean', { cache: 'yes' }, ['cache', '"yes"', 'true or false']],
    ['shell text in a version', { 'psycopg2-version': '2.9.10; rm -rf /' }, ['psycopg2-version', 'rm -rf']],
    ['shell text in an image', { 'build-image': '$(reboot)' }, ['build-image', 'reboot']],
    ['an option as an image', { 'build-image': '--privileged' }, ['build-image', '--privileged']],
    ['a source directory', { 'source-dir': '/no/such/directory' }, ['source-dir', '/no/such/directory']],
    ['a mirror', { 'source-mirror': 'ftp://example.com/' }, ['source-mirror', 'ftp://example.com/']],
    ['a lock file', { 'lock-file': '/no/such/lock.json' }, ['lock-file', '/no/such/lock.json']],
    ['a path in quotes', { 'output-dir': '"dist"' }, ['output-dir', 'has quotes around it']],
    ['two paths', { 'output-dir': 'dist\nout' }, ['output-dir', 'more than one line']],
    ["a user's home directory", { 'lock-file': '~nobody/lock.json' }, ['lock-file', '~nobody']],
    [
      'an engine that is silent',
      { 'container-engine': 'docker' },
      ['container-engine', 'docker does not answer'],
    ],
  ])('%s', async (name, inputs, says) => {
    const env = name === 'an engine that is silent' ? { DOCKER_HOST: 'unix:///no/such/socket' } : {}
    await fails(inputs, says, env)
  })

  test('a lock file that does not fit its schema: the row is named', async () => {
    const lock = join(temporary(), 'lock.json')
    writeFileSync(lock, JSON.stringify({ sources: [{ project: 'openssl', version: '3.5.9', url: 'x' }] }))
    await fails({ 'lock-file': lock }, [/sources\[0\] \(openssl 3\.5\.9\)\.sha256/])
  })

  test.each(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'])(
    '%s that names a file that is not there',
    async (name) => {
      const path = join(temporary(), 'gone')
      const run = await fails({}, [`${name} names ${path}`, 'no such file'], { [name]: path })
      expect(run.output).not.toContain('Container engine')
    },
  )

  test.each(['RUNNER_TEMP', 'RUNNER_TOOL_CACHE'])('%s that cannot be written', async (name) => {
    const file = join(temporary(), 'file')
    writeFileSync(file, '')
    const run = await fails({ 'source-dir': '' }, [`${name}: cannot write to ${file}`], { [name]: file })
    expect(run.output).not.toContain('Sources')
  })

  test('an output directory that cannot be written', async () => {
    const file = join(temporary(), 'file')
    writeFileSync(file, '')
    const run = await runAction({ ...basic, 'output-dir': join(file, 'dist') })
    expect(errors(run.output)[0]).toMatch(/output-dir.*dist/)
    expect(run.code).toBe(1)
  })

  test.each([
    ['tampered with', (bytes: Buffer) => bytes.fill(0x20, 5000, 5010)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 100_000)],
  ])('a tarball that was %s', async (_, change) => {
    const directory = join(temporary(), 'sources')
    cpSync(SOURCES, directory, { recursive: true })
    const name = `psycopg2-${PSYCOPG2}.tar.gz`
    writeFileSync(join(directory, name), change(readFileSync(join(directory, name))))
    const wanted = versionsOf(await loadCatalog(), 'psycopg2').find(({ version }) => version === PSYCOPG2)
    await fails({ 'source-dir': directory }, [name, ...(wanted?.files ?? []).map(({ sha256 }) => sha256)])
  })
})

describe.skipIf(inject('noEngine') !== '')('what can go wrong in a container', () => {
  afterEach(() => {
    expect(containers()).toEqual([])
  })

  test.each<[name: string, inputs: Record<string, string>, says: (string | RegExp)[]]>([
    [
      'an image without Python',
      { 'build-image': IMAGES.pythonless },
      ['build-image', IMAGES.pythonless, PYTHON],
    ],
    [
      'a runtime image without Python',
      { 'runtime-image': IMAGES.pythonless },
      ['runtime-image', IMAGES.pythonless],
    ],
    [
      'an image of another architecture',
      { 'build-image': IMAGES.foreign },
      [IMAGES.foreign, /linux\/(arm64|amd64)/],
    ],
    [
      'an image that does not exist',
      { 'build-image': 'localhost:1/no/image:1' },
      ['localhost:1/no/image:1', 'build-image'],
    ],
  ])('%s', async (_, inputs, says) => {
    await fails({ ...inputs, 'container-engine': 'docker' }, says)
  })

  test('an image without headers', async () => {
    await fails({ 'build-image': IMAGES.headless }, [/Python\.h/, 'build-image'])
  })

  test('a compiler that gives up half-way: the end of its output is in the log and the error says where', async () => {
    const tools = { RUNNER_TOOL_CACHE: temporary() }
    const inputs = { 'build-image': IMAGES.brokencc, toolchain: 'image' }
    const run = await fails(inputs, ['dependencies.sh', 'exit code'], tools)
    expect(run.output).toContain('internal compiler error')
    expect(readdirSync(tools.RUNNER_TOOL_CACHE)).toEqual([])
  })

  test('a disk that is full when the zip is written', async ({ skip }) => {
    skip(process.getuid?.() !== 0, 'only root may mount one that is small')
    const disk = join(temporary(), 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk])
    try {
      const run = await runAction({ ...basic, 'output-dir': disk })
      expect(errors(run.output)).toHaveLength(1)
      expect(errors(run.output)[0]).toMatch(/full|space/)
      expect(errors(run.output)[0]).toContain(disk)
      expect(readdirSync(disk)).toEqual([])
    } finally {
      execFileSync('umount', [disk])
    }
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'a cancel (%s) in the middle of a compile leaves nothing',
    async (signal) => {
      const out = temporary()
      let during: string[] = []
      const run = await runAction(
        { ...basic, 'output-dir': out, cache: 'false' },
        {
          watch: (child, output) => {
            if (during.length > 0 || !/^after 10 s/m.test(output)) return
            during = containers()
            child.kill(signal)
          },
        },
      )
      // One to compile in, one to try the zip in.
      expect(during).toHaveLength(2)
      expect(run.code).toBe(signal === 'SIGINT' ? 130 : 143)
      expect(errors(run.output)).toEqual([])
      expect(readdirSync(out)).toEqual([])
    },
  )

  test('after a kill that leaves no time, the post step removes the containers', async () => {
    let killed = false
    const run = await runAction(
      { ...basic, 'output-dir': temporary(), cache: 'false' },
      {
        watch: (child, output) => {
          if (killed || !/^after 10 s/m.test(output)) return
          killed = true
          child.kill('SIGKILL')
        },
      },
    )
    expect(containers()).toHaveLength(2)
    const post = await runPost(run.state)
    expect(post.code).toBe(0)
    expect(post.output).toContain('Removed 2 left-over containers')
  })
})
