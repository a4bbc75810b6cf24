import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { readElf } from '../../src/audit/elf.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { readZip } from '../../src/package/unzip.js'
import { openVerifier } from '../../src/verify/verify.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { containers, errors, newRun, runAction, temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'
import { audit } from './audited.js'

const [OTHER, PLATFORM, RUNNER, MACHINE] =
  process.arch === 'arm64'
    ? (['x86_64', 'linux/amd64', 'ubuntu-24.04', 62] as const)
    : (['arm64', 'linux/arm64', 'ubuntu-24.04-arm', 183] as const)
const IMAGE = 'psycopg2-lambda-test/unrunnable'

/** Asks for the other architecture, and expects one error that says all this before anything was prepared. */
async function refuses(inputs: Record<string, string>, says: (string | RegExp)[]) {
  const out = temporary()
  const run = await runAction({
    'python-version': PYTHON,
    architecture: OTHER,
    'output-dir': out,
    ...AT_HAND,
    ...inputs,
  })
  const [error = '', ...more] = errors(run.output)
  for (const text of says) expect(error).toMatch(text)
  expect(more).toEqual([])
  expect(run.code).toBe(1)
  expect(readdirSync(out)).toEqual([])
  expect(run.output).not.toContain('prepare')
}

test("without a container, this machine's own compiler is refused at once for it, and its runner is named", async () => {
  await refuses({ 'container-engine': 'none', toolchain: 'image' }, [
    'container-engine none with toolchain image',
    OTHER,
    new RegExp(`${RUNNER}\\b(?!-)`),
  ])
})

test('without a container and without emulation, the toolchain compiles for it; nothing is imported, and the record says so', async () => {
  const out = temporary()
  const inputs = { 'python-version': PYTHON, architecture: OTHER, ...AT_HAND, 'container-engine': 'none' }
  const run = await runAction({ ...inputs, 'output-dir': out })
  expect(errors(run.output)).toEqual([])
  const { zip = '' } = run.outputs
  const module = readZip(readFileSync(zip), zip).find(({ path }) => path.endsWith('.so'))
  expect(module?.path).toBe(`psycopg2/${moduleFileName(PYTHON, OTHER)}`)
  expect(readElf(module?.data ?? new Uint8Array()).machine).toBe(MACHINE)
  expect(await audit(zip, PYTHON, OTHER)).toEqual({ code: 0, passed: true, violations: [] })
  const record = JSON.parse(readFileSync(`${zip}.verified.json`, 'utf8'))
  expect(record.stages).toMatchObject([{ stage: 'audit' }])
  const why = expect.stringMatching(`runs nothing for ${OTHER}.*runs-on: ${RUNNER}\\)`)
  expect(record.notRun).toMatchObject([
    { stage: 'import', asked: true, why },
    { stage: 'connect', asked: false },
  ])
  expect(run.output).toMatch(
    new RegExp(`^::warning::Python ${PYTHON} ${OTHER}: not verified: .*${RUNNER}`, 'm'),
  )
})

describe.skipIf(inject('noEngine') !== '')('an image of the other architecture that cannot run here', () => {
  beforeAll(() => {
    const context = temporary()
    mkdirSync(join(context, 'bin'))
    writeFileSync(join(context, 'bin', 'sh'), unrunnable(), { mode: 0o755 })
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY bin /bin\n')
    // Not `docker import --platform`: Docker 20.10 takes no notice of it.
    const build = ['build', '--quiet', '--platform', PLATFORM, '--tag', IMAGE, context]
    execFileSync('docker', build, { stdio: ['ignore', 'ignore', 'inherit'] })
  })
  afterAll(() => {
    execFileSync('docker', ['image', 'rm', '--force', IMAGE], { stdio: 'ignore' })
  })
  afterEach(() => {
    expect(containers()).toEqual([])
  })

  test.each(['import', 'none'])('is found out before anything is prepared (verify: %s)', async (verify) => {
    await refuses({ 'build-image': IMAGE, 'runtime-image': IMAGE, verify, 'container-engine': 'docker' }, [
      IMAGE,
      /exec format error/i,
      `cannot run ${PLATFORM}`,
      `runs-on: ${RUNNER})`,
      'docker/setup-qemu-action',
      'qemu-user-static',
    ])
  })

  test('does not fail what is made for it without running it: it is not tried, and a warning says where it can be', async () => {
    const { log, lines } = collectingLog()
    const plan = await planFor(PYTHON, { architectures: [OTHER], runtimeImage: IMAGE })
    const verifier = openVerifier({
      ...{
        engine: 'docker',
        runId: newRun(),
        plans: [plan],
        verify: 'connect',
        serverImage: 'not/looked-at:1',
      },
      ...{ signal: new AbortController().signal, log },
    })
    await verifier.ready
    const { stages, unable } = await verifier.verify(plan, new Uint8Array(), log)
    await verifier.close()
    expect(stages).toEqual([])
    expect(unable).toMatch(new RegExp(`^docker cannot run ${PLATFORM} here: .*runs-on: ${RUNNER}\\)`))
    expect(lines).toEqual([`Python ${PYTHON} ${OTHER}: not verified: ${unable}`])
  })
})

/** A program for a machine that does not exist: emulation, where this machine has it, makes no difference. */
function unrunnable(): Buffer {
  const header = Buffer.alloc(64)
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  header.writeUInt16LE(2, 16) // e_type: an executable
  header.writeUInt16LE(0xfeed, 18) // e_machine
  header.writeUInt32LE(1, 20)
  header.writeUInt16LE(64, 52) // e_ehsize
  return header
}
