import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { install } from '../../stand-ins/debian.js'
import { IMAGES } from '../../stand-ins/images.js'
import { planFor } from '../plans.js'
import { NO_TWO, PYTHON, TWO } from '../roles.js'
import { containers, errors, runAction, runCli, temporary } from '../runner.js'
import { AT_HAND, LIBPQS, OPENSSL, PSYCOPG2 } from '../versions.js'

const NAME = `psycopg${PSYCOPG2}-${PYTHON}.zip`
const RECORD = `${NAME}.verified.json`
const basic = {
  ...AT_HAND,
  'python-version': PYTHON,
  verify: 'connect',
}

/** Every check against a server, in the order in which they run. */
const CHECKS = [
  'TLS 1.3',
  'TLS 1.2',
  'verify-full',
  'channel binding',
  'SCRAM-SHA-256',
  'long password',
  'without TLS',
  'wrong password',
  'untrusted certificate',
  'wrong name',
  'sslrootcert=system with SSL_CERT_FILE',
  'sslrootcert=system, unknown authority',
  'certificate store',
  'values both ways',
  'COPY both ways',
  'server-side cursor',
  'notification',
  'large object',
  'sslrootcert=system',
]

interface Stage {
  stage: string
  image?: string
  machine?: string
  id?: string
  server?: { version: string; image: string; id: string }
  finished: string
  checks: { name: string; result: string; detail: string }[]
}

function read(directory: string): { stages: Stage[] } & Record<string, unknown> {
  return JSON.parse(readFileSync(join(directory, RECORD), 'utf8'))
}

function idOf(image: string): string {
  return execFileSync('docker', ['image', 'inspect', '--format', '{{.Id}}', image], {
    encoding: 'utf8',
  }).trim()
}

describe.skipIf(inject('noEngine') !== '')('verify: connect in containers', () => {
  test('tries the zip against a server that nobody else can reach, and records what was seen', async () => {
    const out = temporary()
    let networks = ''
    const run = await runAction(
      { ...basic, 'output-dir': out },
      {
        watch: (_, output) => {
          if (networks !== '' || !output.includes('ok submodules')) return
          const format = '{{.HostConfig.NetworkMode}} {{json .HostConfig.PortBindings}}'
          networks = execFileSync('docker', ['inspect', '--format', format, ...containers()], {
            encoding: 'utf8',
          })
        },
      },
    )
    expect(errors(run.output)).toEqual([])
    expect(run.code).toBe(0)
    expect(containers()).toEqual([])
    // The workshop, the server, and the runtime on the server's loopback interface.
    expect(
      networks
        .replaceAll(/container:\w+/g, 'container:…')
        .trim()
        .split('\n')
        .sort(),
    ).toEqual(['container:… {}', 'none {}', 'none {}'])
    const record = read(out)
    expect(record).toMatchObject({
      zip: { name: NAME, sha256: run.outputs.sha256, size: readFileSync(join(out, NAME)).length },
      python: PYTHON,
      architecture: thisArchitecture(),
      versions: { psycopg2: PSYCOPG2, postgresql: LIBPQS[0], openssl: OPENSSL },
      result: 'passed',
      notRun: [],
    })
    const { runtimeImage: runtime } = await planFor(PYTHON, { architectures: [thisArchitecture()] })
    const [audit, imported, connected] = record.stages
    expect(record.stages.map(({ stage }) => stage)).toEqual(['audit', 'import', 'connect'])
    expect(audit?.checks.length).toBeGreaterThan(15)
    expect(imported).toMatchObject({ image: runtime, id: idOf(runtime) })
    expect(connected).toMatchObject({
      image: runtime,
      id: idOf(runtime),
      server: { image: runtimes.serverImage, id: idOf(runtimes.serverImage) },
    })
    expect(connected?.server?.version).toMatch(/^1[5-9]\.\d+$/)
    expect(connected?.checks.map(({ name }) => name)).toEqual(CHECKS)
    expect(new Set(connected?.checks.map(({ result }) => result))).toEqual(new Set(['passed']))
    expect(Math.abs(Date.now() - Date.parse(connected?.finished ?? ''))).toBeLessThan(60_000)
    // Passwords stay inside: neither the log nor the record has anything that long.
    expect(run.output + readFileSync(join(out, RECORD), 'utf8')).not.toMatch(/[0-9a-f]{1000}/)
  })

  test('a runtime without a certificate store does not pass', async () => {
    const out = temporary()
    const run = await runAction({ ...basic, 'output-dir': out, 'runtime-image': IMAGES.storeless })
    expect(errors(run.output)).toEqual([
      expect.stringMatching(/certificate store: .*\/etc\/pki\/tls\/cert\.pem/),
    ])
    expect(run.code).toBe(1)
    expect(readdirSync(out)).toEqual([])
    expect(containers()).toEqual([])
  })

  test('several Pythons are tried at the same time, against one server', async ({ skip }) => {
    const pythons = TWO ?? skip(NO_TWO)
    const out = temporary()
    const run = await runAction({ ...basic, 'python-version': pythons.join(' '), 'output-dir': out })
    expect(errors(run.output)).toEqual([])
    expect(run.output.match(/^PostgreSQL /gm)).toHaveLength(1)
    expect(run.output.match(/ok notification: hello/g)).toHaveLength(2)
    expect(readdirSync(out).filter((name) => name.endsWith('.zip'))).toHaveLength(2)
    expect(containers()).toEqual([])
  })

  test.each([
    ['that does not exist', 'localhost:1/no/image:1', /server-image: .*localhost:1\/no\/image:1/],
    [
      'without a PostgreSQL',
      IMAGES.pythonless,
      /PostgreSQL.*psycopg2-lambda-test\/pythonless[\s\S]*server-image/,
    ],
  ])('a server image %s is found before anything is compiled', async (_, image, says) => {
    const inputs = { ...basic, 'server-image': image, 'output-dir': temporary(), cache: 'false' }
    const run = await runAction(inputs)
    expect(errors(run.output)).toEqual([expect.stringMatching(says)])
    expect(run.code).toBe(1)
    // What is under way when it is found is ended, long before the first progress is told.
    expect(run.output).not.toMatch(/^after \d+ s/m)
    expect(containers()).toEqual([])
  })
})

test('without an engine, this machine’s own PostgreSQL is started for it and gone afterwards', async () => {
  if (!existsSync('/usr/lib/postgresql')) install('postgresql')
  const out = temporary()
  const before = servers()
  const run = await runCli([
    'build',
    ...Object.entries({ ...basic, 'container-engine': 'none', 'output-dir': out }).flatMap(
      ([name, value]) => [`--${name}`, value],
    ),
  ])
  expect(run.code, run.output).toBe(0)
  const connected = read(out).stages.find(({ stage }) => stage === 'connect')
  expect(connected?.machine).toContain(`python${PYTHON}`)
  const skipped = connected?.checks.filter(({ result }) => result === 'skipped').map(({ name }) => name)
  expect(skipped).toEqual(['certificate store'])
  expect(connected?.checks.map(({ name }) => name)).not.toContain('sslrootcert=system')
  // Another run on this machine may have some meanwhile, which go.
  const left = () => servers().filter((one) => !before.includes(one))
  await expect.poll(left, { timeout: 60_000 }).toEqual([])
})

/** Processes and directories of servers on this machine: another run, or one that was killed, may have some. */
function servers(): string[] {
  const { stdout } = spawnSync('pgrep', ['-f', 'psycopg2-lambda-.*-server'], { encoding: 'utf8' })
  const directories = readdirSync('/tmp').filter((name) => /^psycopg2-lambda-.*-server$/.test(name))
  return [...stdout.split('\n'), ...directories].sort()
}
