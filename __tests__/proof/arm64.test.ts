import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { ARCHITECTURES } from '../../src/catalog/architecture.js'
import { digitsOf, initFunctionOf, moduleFileName } from '../../src/catalog/python.js'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { readZip } from '../../src/package/unzip.js'
import { provideEmulation } from '../../stand-ins/emulation.js'
import { whyOldGlibcRefuses } from '../../stand-ins/old-glibc.js'
import { nameAsCatalog, provideOrigins } from '../../stand-ins/origins.js'
import { type ActionRun, containers, errors, runAction, runCli, temporary } from '../runner.js'
import { AT_HAND, psycopg2For } from '../versions.js'

// The newest that Lambda does not call a preview: whose images have names of their own for each architecture.
const PYTHON = runtimes.runtimes.filter(({ preview }) => !preview).at(-1)?.python ?? ''
const PSYCOPG2 = psycopg2For(PYTHON)
const NAME = `psycopg${PSYCOPG2}-${PYTHON}-arm64.zip`
const MODULE = `psycopg2/${moduleFileName(PYTHON, 'arm64')}`

// On a machine of that architecture, every other test in a container is one of arm64.
const elsewhere = inject('noEngine') !== '' || process.arch === 'arm64'

describe.skipIf(elsewhere)('arm64 on a machine that emulates it', () => {
  const out = temporary()
  let undo = () => {}
  let unname = async () => {}
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
    if (missing === undefined) {
      const origins = await provideOrigins(ARCHITECTURES)
      if (!origins.get('arm64')?.has(PYTHON)) missing = `there is no CPython ${PYTHON} for arm64`
      unname = await nameAsCatalog(origins)
    }
    if (missing === undefined) return
    if (process.env.CI === 'true') throw new Error(missing)
    console.warn(`LEFT OUT: the build for arm64, because ${missing}`)
  })
  beforeEach(({ skip }) => skip(missing !== undefined, missing))
  afterAll(async () => {
    undo()
    await unname()
  })

  test('is built, audited and imported, by asking for the architecture and nothing else', async () => {
    run = await runAction({ ...inputs, 'output-dir': out })
    expect(errors(run.output)).toEqual([])
    expect(run.code).toBe(0)
    expect(readdirSync(out).sort()).toEqual([NAME, `${NAME}.md5`, `${NAME}.sha256`, `${NAME}.verified.json`])
    expect(spawnSync('sha256sum', ['-c', `${NAME}.sha256`], { cwd: out }).status).toBe(0)
    expect(run.output).toMatch(/Audit passed: \d+ rules; highest GLIBC 2\.\d+ of at most 2\.\d+/)
    expect(run.output).toContain('ok TLS versions offered: 0304 0303')
    const [record] = JSON.parse(run.outputs.artifacts ?? '[]')
    expect(record).toMatchObject({ name: NAME, python: PYTHON, architecture: 'arm64' })
    expect(containers()).toEqual([])
  })

  test('nothing of arm64 compiles: there is no word of that being slow', () => {
    expect(run.output).not.toMatch(/compiling takes several times/)
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
    expect(text(`${info}/WHEEL`)).toMatch(
      new RegExp(`^Tag: ${tag}-${tag}-manylinux(_2_\\d+|2014)_aarch64$`, 'm'),
    )
    expect(JSON.parse(text(`${info}/sboms/psycopg2.cdx.json`)).metadata.component.properties).toContainEqual({
      name: 'psycopg2-lambda:architecture',
      value: 'arm64',
    })
  })

  test("glibc 2.17's own loader loads the module", async () => {
    const module = readZip(readFileSync(join(out, NAME)), NAME).find(({ path }) => path === MODULE)?.data
    const initFunction = initFunctionOf(PYTHON)
    expect(await whyOldGlibcRefuses({ module: module ?? new Uint8Array(), initFunction })).toBeUndefined()
  })

  test('the audit verb passes it, but not for x86_64, with the reason', async () => {
    const audit = (architecture: string) =>
      runCli(['audit', join(out, NAME), '--python-version', PYTHON, '--architecture', architecture])
    expect(await audit('arm64')).toMatchObject({ code: 0 })
    const { code, stdout } = await audit('x86_64')
    expect(code).toBe(1)
    expect(stdout).toMatch(/is for Python .* on arm64, and none is there that Python .* on x86_64 opens/)
  })
})
