import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { findPythonHere } from '../../src/machine/interpreters.js'
import { execute } from '../../src/machine/process.js'
import { type Server, startServer } from '../../src/verify/server.js'
import { install } from '../../stand-ins/debian.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { newRun, temporary } from '../runner.js'
import { LIBPQS } from '../versions.js'
import { build } from './built.js'

const file = (name: string) => join(import.meta.dirname, 'connecting', name)

describe.each(LIBPQS)('connecting with libpq %s', (libpq) => {
  const PACKAGE_DIR = temporary()
  let python: string
  let server: Server

  beforeAll(async () => {
    if (!existsSync('/usr/lib/postgresql')) install('postgresql')
    python = await findPythonHere(PYTHON)
    const { zip } = await build({ verify: 'none', 'postgresql-version': libpq })
    execFileSync(python, ['-m', 'zipfile', '-e', zip, PACKAGE_DIR])
    const { log } = collectingLog()
    server = await startServer(runtimes.serverImage, { engine: 'none', runId: newRun(), log })
  })
  afterAll(() => server?.remove())

  /** What a program prints that ends without a word of complaint. */
  async function run(program: string, env: Record<string, string> = {}): Promise<string> {
    const access = { SERVER_PORT: String(server.port), SERVER_PASSWORD: server.password }
    const outcome = await execute(python, ['-B', file(program)], {
      env: { PACKAGE_DIR, ...access, ...env },
    })
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' })
    return outcome.stdout
  }

  test('two copies of one process, as SnapStart resumes them, draw nothing alike, whatever came before', async ({
    skip,
  }) => {
    const user = process.getuid?.() === 0 ? [] : ['--user']
    const { status } = spawnSync('unshare', [...user, '--pid', '--fork', 'true'])
    if (status !== 0) skip('this machine lets nobody make a PID namespace')
    const pasts: Record<string, Record<string, string>[]> = JSON.parse(await run('frozen.py'))
    expect(Object.keys(pasts)).toHaveLength(7)
    for (const [past, [one = {}, other = {}]] of Object.entries(pasts)) {
      expect(Object.keys(one)).toEqual(['random', 'key share', 'nonce', 'salt of a new password'])
      expect(Object.keys(one).filter((what) => one[what] === other[what])).toEqual([])
      expect(one.random, past).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  test('SCRAM with odd passwords, salts and iteration counts gives what PBKDF2 gives, and a real server agrees', async () => {
    const tried = (await run('scram.py')).trim().split('\n')
    expect(tried).toHaveLength(12)
    expect(tried).toEqual(
      expect.arrayContaining(['RFC 7677', 'one iteration', '100,000 iterations', 'Unicode']),
    )
  })

  test('out of memory while SCRAM computes is an error with words, never another answer', async () => {
    const LD_PRELOAD = join(temporary(), 'failing_malloc.so')
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', LD_PRELOAD, file('failing_malloc.c'), '-ldl'])
    const outcomes: Record<string, number> = JSON.parse(await run('out_of_memory.py', { LD_PRELOAD }))
    expect(
      Object.keys(outcomes).filter((outcome) => !/^(right|.*memory.*|malloc failure)$/.test(outcome)),
    ).toEqual([])
    expect(outcomes['malloc failure']).toBeGreaterThan(10)
    // Of 4096 rounds none allocates.
    expect(outcomes['malloc failure']).toBeLessThan(100)
    expect(outcomes.right).toBeGreaterThan(0)
  })
})
