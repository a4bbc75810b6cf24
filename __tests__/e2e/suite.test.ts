import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { type Server, startServer } from '../../src/verify/server.js'
import { IMAGES } from '../../stand-ins/images.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { newRun } from '../runner.js'
import { expectedFailures, runSuite } from '../suite/suite.js'
import { LIBPQS, PSYCOPG2, SOURCES } from '../versions.js'
import { build } from './built.js'

describe.skipIf(inject('noEngine') !== '')("psycopg2's own tests", () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(runtimes.serverImage, {
      engine: 'docker',
      runId: newRun(),
      log: collectingLog().log,
    })
  })
  afterAll(() => server?.remove())

  test('all pass over TLS, but for those that are named with a reason', async () => {
    const { zip } = await build({ verify: 'none' })
    const [major = 0, minor = 0] = LIBPQS[0].split('.').map(Number)
    const tarball = join(SOURCES, `psycopg2-${PSYCOPG2}.tar.gz`)
    const result = await runSuite({ image: IMAGES.runtime, python: PYTHON, zip, tarball, server })
    expect(result).toMatchObject({
      package: '/var/task/psycopg2',
      psycopg2: PSYCOPG2,
      libpq: major * 10_000 + minor,
      tls: 'TLSv1.3',
    })
    expect(Object.keys(result.failed).sort()).toEqual(expectedFailures(PSYCOPG2).sort())
    for (const why of Object.values(result.failed)) expect(why).toContain('typecast_BINARY_cast')
    expect(result.run).toBeGreaterThan(700)
    expect(Object.keys(result.skipped).length).toBeLessThan(30)
  })
})
