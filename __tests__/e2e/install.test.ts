import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { makeCertificates } from '../../src/verify/certificates.js'
import { PROJECT } from '../../stand-ins/places.js'
import { startProxy } from '../../stand-ins/proxy.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { snapshot } from '../install/released.js'
import { PYTHON } from '../roles.js'
import { runAction, runCli, type Surroundings, temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'

/** One that this machine is not: nothing may be guessed from it. */
const FOREIGN = thisArchitecture() === 'arm64' ? 'x86_64' : 'arm64'

let release: ServedRelease
beforeAll(async () => {
  release = await serveRelease({ flags: AT_HAND, python: PYTHON })
})
afterAll(() => release.stop())

/** A directory with another package and an older psycopg2 in it. */
function packageDirectory(): string {
  const path = join(temporary(), 'package')
  for (const name of ['other', 'psycopg2', 'psycopg2_binary-2.8.dist-info']) {
    mkdirSync(join(path, name), { recursive: true })
    writeFileSync(join(path, name, 'file'), name)
  }
  return path
}

const install = (path: string, flags: string[], { env = {}, ...more }: Surroundings = {}) =>
  runCli(['install', '--python-version', PYTHON, '--path', path, ...flags], {
    env: { ...fresh(), ...env },
    ...more,
  })
/** A cache that nothing is in yet. */
const fresh = () => ({ RUNNER_TOOL_CACHE: temporary() })
const fromRepository = () => ({
  flags: ['--repository', release.manifest.repository],
  env: { GITHUB_SERVER_URL: release.origin },
})

test('one command puts psycopg2 into a package, for a machine that this one is not', async () => {
  const path = packageDirectory()
  const { flags, env } = fromRepository()
  const { code, output, stdout } = await install(path, ['--architecture', FOREIGN, ...flags], { env })
  expect(code, output).toBe(0)
  expect(stdout).toMatch(new RegExp(`^psycopg2 ${release.version} .* on ${FOREIGN} is now in ${path}: .*\n$`))
  expect(output).toContain(`replaced in ${path}: psycopg2, psycopg2_binary-2.8.dist-info`)
  expect(readdirSync(path).sort()).toEqual(['other', 'psycopg2', `psycopg2-${release.version}.dist-info`])
  const audited = await runCli(['audit', path])
  expect(audited.stdout).toContain(`Lambda's Python ${PYTHON} on ${FOREIGN} loads everything in`)
})

test('what it puts there, Python imports', async () => {
  const path = join(temporary(), 'package')
  const { code, output } = await install(path, [
    '--base-url',
    release.url,
    '--architecture',
    thisArchitecture(),
  ])
  expect(code, output).toBe(0)
  const argv = ['-c', 'import psycopg2; print(psycopg2.__file__)']
  const printed = execFileSync(await findPythonHere(PYTHON), argv, { cwd: path, encoding: 'utf8' })
  expect(printed).toContain(path)
})

test('pinned and kept, it needs no server', async () => {
  const directory = temporary()
  const { flags, env } = fromRepository()
  const surroundings = { cwd: directory, env: { ...env, RUNNER_TOOL_CACHE: join(directory, 'cache') } }
  const pinned = await install('package', ['--pin', ...flags], surroundings)
  expect(pinned.code, pinned.output).toBe(0)
  const before = release.asked.length
  const again = await install('again', [], surroundings)
  expect(again.code, again.output).toBe(0)
  expect(release.asked.slice(before)).toEqual([])
  expect(snapshot(join(directory, 'again'))).toEqual(snapshot(join(directory, 'package')))
})

test("from github.com through a company's proxy, with the company's certificate", async ({
  onTestFinished,
}) => {
  const made = await makeCertificates('github.com')
  const ca = join(temporary(), 'ca.pem')
  writeFileSync(ca, made.authority)
  const github = createTlsServer({ cert: made.server, key: made.server }, ({ url }, answer) => {
    get(`${release.origin}${url}`, (from) =>
      from.pipe(answer.writeHead(from.statusCode ?? 502, from.headers)),
    )
  })
  github.listen(0, '127.0.0.1')
  await once(github, 'listening')
  const proxy = await startProxy({ leadsTo: () => (github.address() as AddressInfo).port })
  onTestFinished(async () => {
    await proxy.close()
    github.closeAllConnections()
    github.close()
  })
  const path = packageDirectory()
  const before = snapshot(path)
  const { flags } = fromRepository()
  const env = { https_proxy: `http://me:word@${proxy.host}` }
  const refused = await install(path, flags, { env })
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/https:\/\/github\.com\/.*certificate is not trusted.*SSL_CERT_FILE/)
  expect(snapshot(path)).toEqual(before)
  const { code, output } = await install(path, flags, { env: { ...env, SSL_CERT_FILE: ca } })
  expect(code, output).toBe(0)
  expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT github.com:443']))
  expect(new Set(proxy.logins)).toEqual(new Set([`Basic ${Buffer.from('me:word').toString('base64')}`]))
})

test('the action gives what it put where', async () => {
  const path = join(temporary(), 'package')
  const inputs = {
    'python-version': PYTHON,
    architecture: FOREIGN,
    format: 'layer',
    path,
    'base-url': release.url,
  }
  const run = await runAction(inputs, { env: fresh(), bundle: join(PROJECT, 'dist', 'install', 'index.js') })
  expect(run.code, run.output).toBe(0)
  expect(run.outputs).toMatchObject({
    tag: release.manifest.tag,
    path,
    architecture: FOREIGN,
    'cache-hit': 'false',
  })
  for (const file of run.outputs.files?.split('\n') ?? []) expect(readFileSync(file)).toBeDefined()
})

test.each([
  ['SIGINT', 130, 'install', '.zip'],
  ['SIGTERM', 143, 'install', '.zip'],
  ['SIGINT', 130, 'index', '.whl'],
] as const)(
  '%s ends with %i while %s downloads, and leaves what was there',
  async (signal, code, verb, half) => {
    const path = packageDirectory()
    const before = snapshot(path)
    let child: { kill(signal: NodeJS.Signals): boolean } | undefined
    const server = createServer((request, response) => {
      const name = request.url?.split('/').at(-1) ?? ''
      const bytes = readFileSync(join(release.directory, name))
      response.writeHead(200, { 'content-length': bytes.length })
      if (name.endsWith(half)) response.write(bytes.subarray(0, bytes.length / 2), () => child?.kill(signal))
      else response.end(bytes)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const watch = (started: typeof child) => {
      child = started
    }
    try {
      const began = performance.now()
      const run =
        verb === 'install'
          ? await install(path, ['--base-url', url], { watch })
          : await runCli(['index', `${url}/manifest.json`, '--output-dir', path], { watch })
      // The runner kills a cancelled job's processes after 7.5 seconds.
      expect(performance.now() - began).toBeLessThan(7500)
      expect(run.code, run.output).toBe(code)
      expect(run.output).toContain('nothing was changed')
      expect(snapshot(path)).toEqual(before)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  },
)

test('a disk that is full leaves what was there', async ({ skip, onTestFinished }) => {
  const disk = temporary()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0)
    return skip(`LEFT OUT: a full disk, because this user may not mount one: ${mounted.stderr}`)
  onTestFinished(() => void spawnSync('umount', [disk]))
  const path = join(disk, 'package')
  mkdirSync(join(path, 'psycopg2'), { recursive: true })
  writeFileSync(join(path, 'psycopg2', 'file'), 'old')
  const before = snapshot(disk)
  const { code, output } = await install(path, ['--base-url', release.url])
  expect(code).toBe(1)
  expect(output).toMatch(/error: .*no space left/i)
  expect(snapshot(disk)).toEqual(before)
})
