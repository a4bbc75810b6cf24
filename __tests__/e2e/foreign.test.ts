import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { openVerifier } from '../../src/verify/verify.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { containers, errors, newRun, runAction, temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'

const [OTHER, PLATFORM, RUNNER] =
  process.arch === 'arm64'
    ? (['x86_64', 'linux/amd64', 'ubuntu-24.04'] as const)
    : (['arm64', 'linux/arm64', 'ubuntu-24.04-arm'] as const)
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

test('without a container, this machine’s compiler is refused at once, and the other’s runner is named', async () => {
  await refuses({ 'container-engine': 'none', toolchain: 'image' }, [
    'container-engine none',
    OTHER,
    new RegExp(`${RUNNER}\\b(?!-)`),
  ])
})

test('the pinned compiler makes it without a container; that nothing could try it is a warning and in the record', async () => {
  const inputs = { 'python-version': PYTHON, architecture: OTHER, 'container-engine': 'none', ...AT_HAND }
  const run = await runAction({ ...inputs, 'output-dir': temporary(), verify: 'connect' })
  expect(errors(run.output)).toEqual([])
  const { zip = '', artifacts = '' } = run.outputs
  expect(JSON.parse(artifacts)).toMatchObject([{ verified: `${basename(zip)}.verified.json` }])
  expect(run.output).toMatch(
    new RegExp(`^::warning::Python ${PYTHON} ${OTHER}: not verified: .*runs-on: ${RUNNER}\\)`, 'm'),
  )
  const why = expect.stringContaining(`runs nothing for ${OTHER}`)
  expect(JSON.parse(readFileSync(`${zip}.verified.json`, 'utf8'))).toMatchObject({
    architecture: OTHER,
    stages: [{ stage: 'audit' }],
    notRun: [
      { stage: 'import', asked: true, why },
      { stage: 'connect', asked: true, why },
    ],
  })
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
