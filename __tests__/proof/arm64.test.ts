import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { digitsOf, moduleFileName } from '../../src/catalog/python.js'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { readZip } from '../../src/package/unzip.js'
import { docker } from '../../stand-ins/docker.js'
import { provideEmulation } from '../../stand-ins/emulation.js'
import { provideOrigins } from '../../stand-ins/origins.js'
import { type ActionRun, containers, errors, runAction, runCli, temporary } from '../runner.js'
import { AT_HAND, psycopg2For } from '../versions.js'

// The newest that Lambda does not call a preview: whose images have names of their own for each architecture.
const [ROW = runtimes.runtimes[0]] = runtimes.runtimes.filter(({ preview }) => !preview).slice(-1)
const PYTHON = ROW?.python ?? ''
const CEILING = '2.99'
const PSYCOPG2 = psycopg2For(PYTHON)
const NAME = `psycopg${PSYCOPG2}-${PYTHON}-arm64.zip`
const MODULE = `psycopg2/${moduleFileName(PYTHON, 'arm64')}`

// On a machine of that architecture, every other test in a container is one of arm64.
const elsewhere = inject('noEngine') !== '' || process.arch === 'arm64'

describe.skipIf(elsewhere)('arm64 on a machine that emulates it', () => {
  const out = temporary()
  let undo = () => {}
  let missing: string | undefined
  let run: ActionRun
  const inputs = {
    'python-version': PYTHON,
    architecture: 'arm64',
    ...AT_HAND,
  }

  beforeAll(async () => {
    const emulation = provideEmulation()
    undo = emulation.undo
    missing = emulation.missing
    if (missing === undefined) missing = await provideImages()
    if (missing === undefined) return
    if (process.env.CI === 'true') throw new Error(missing)
    else console.warn(`LEFT OUT: the build for arm64, because ${missing}`)
  })
  beforeEach(({ skip }) => skip(missing !== undefined, missing))
  afterAll(() => undo())

  test('is built, audited and imported, by asking for the architecture and nothing else', async () => {
    const env = { PSYCOPG2_LAMBDA_TEST_GLIBC: CEILING }
    run = await runAction({ ...inputs, 'output-dir': out }, { env })
    expect(errors(run.output)).toEqual([])
    expect(run.code).toBe(0)
    expect(readdirSync(out).sort()).toEqual([NAME, `${NAME}.md5`, `${NAME}.sha256`, `${NAME}.verified.json`])
    expect(spawnSync('sha256sum', ['-c', `${NAME}.sha256`], { cwd: out }).status).toBe(0)
    expect(run.output).toMatch(/Audit passed: \d+ rules; highest GLIBC 2\.\d+ of at most 2\.99/)
    expect(run.output).toContain('ok TLS versions offered: 0304 0303')
    const [record] = JSON.parse(run.outputs.artifacts ?? '[]')
    expect(record).toMatchObject({ name: NAME, python: PYTHON, architecture: 'arm64' })
    expect(containers()).toEqual([])
  })

  test('says that this is slow, and that the ceiling is for tests', () => {
    expect(run.output).toMatch(/^::notice::linux\/arm64 runs here.*runs-on: ubuntu-24\.04-arm/m)
    expect(run.output).toMatch(
      /^::warning::PSYCOPG2_LAMBDA_TEST_GLIBC=2\.99 .*no zip of this run is for Lambda/m,
    )
  })

  test('the zip holds a module for AArch64, and its metadata say so', () => {
    const entries = new Map(
      readZip(readFileSync(join(out, NAME)), NAME).map(({ path, data }) => [path, data]),
    )
    const text = (path: string) => Buffer.from(entries.get(path) ?? []).toString()
    const module = join(temporary(), 'module.so')
    writeFileSync(module, entries.get(MODULE) ?? '')
    expect(execFileSync('readelf', ['--file-header', module], { encoding: 'utf8' })).toMatch(
      /Machine: +AArch64/,
    )
    const tag = `cp${digitsOf(PYTHON)}`
    const info = `psycopg2-${PSYCOPG2}.dist-info`
    expect(text(`${info}/WHEEL`)).toContain(`Tag: ${tag}-${tag}-manylinux_2_99_aarch64\n`)
    expect(JSON.parse(text(`${info}/sboms/psycopg2.cdx.json`)).metadata.component.properties).toContainEqual({
      name: 'psycopg2-lambda:architecture',
      value: 'arm64',
    })
  })

  test.each([
    ['arm64', [/violations of 1 rule \(glibc\)/, /GLIBC_2\.\d+ .* has glibc 2\.\d+$/m]],
    ['x86_64', [/it is for arm64, but .* is to run on x86_64/]],
  ])('the audit verb refuses it for %s, with the reason', async (architecture, says) => {
    const audit = ['audit', join(out, NAME), '--python-version', PYTHON, '--architecture', architecture]
    const { code, stdout } = await runCli(audit)
    expect(code).toBe(1)
    for (const text of says) expect(stdout).toMatch(text)
  })
})

/** Stand-ins under the catalog's names; gives why there are none. */
async function provideImages(): Promise<string | undefined> {
  const images = (await provideOrigins('arm64')).get(PYTHON)?.images
  if (images === undefined) return `there is no CPython ${PYTHON} for arm64`
  for (const [image, name] of [
    [images.build, ROW?.buildImage],
    [images.runtime, ROW?.runtimeImage],
  ] as const) {
    await docker('tag', image, name?.replace('{arch}', 'arm64') ?? '')
  }
  return undefined
}
