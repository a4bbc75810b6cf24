import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { terminalLog } from '../../src/report/terminal-log.js'
import { type Server, startServer } from '../../src/verify/server.js'
import { install, mayInstall } from '../../stand-ins/debian.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { PYTHON } from '../roles.js'
import { runCli } from '../runner.js'
import { AT_HAND } from '../versions.js'
import { adaptSnippet, SITE } from './consumers/adapt-snippet.js'
import { Desk, pathWith } from './consumers/desk.js'
import { makeEnvironment, toolSettings } from './consumers/python-tools.js'
import { Snippets } from './consumers/snippets.js'

const BUNDLE = 'eu-central-1-bundle.pem'

let release: ServedRelease
let server: Server | undefined
let environment: string
let settings: Record<string, string>
let missing: string | undefined

/** What a handler is given. */
const given = () => ({
  DB_HOST: 'localhost',
  DB_NAME: 'postgres',
  DB_USER: 'postgres',
  DB_PASSWORD: server?.password ?? '',
  PGPORT: String(server?.port),
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
})

beforeAll(async () => {
  settings = await toolSettings()
  release = await serveRelease({ python: PYTHON, flags: AT_HAND, architectures: [thisArchitecture()] })
  const argv = ['index', `${release.url}/manifest.json`, '--output-dir', join(release.root, SITE)]
  const { code, output } = await runCli(argv)
  if (code !== 0) throw new Error(output)
  try {
    environment = join(release.root, 'environment')
    makeEnvironment(environment, await findPythonHere(PYTHON), ['pip', 'boto3'])
    if (!existsSync('/usr/lib/postgresql') && mayInstall()) install('postgresql')
    const log = terminalLog({ write: () => true })
    server = await startServer('', { engine: 'none', runId: randomUUID(), log })
  } catch (error) {
    missing = error instanceof Error ? error.message : String(error)
    if (process.env.CI === 'true') throw error
  }
  const truststore = join(release.root, 'truststore', 'eu-central-1')
  mkdirSync(truststore, { recursive: true })
  writeFileSync(join(truststore, BUNDLE), server?.certificates.authority ?? '')
})
beforeEach(({ skip }) => skip(missing !== undefined, missing))
afterAll(async () => {
  await server?.remove()
  await release?.stop()
})

/** A desk with the environment's programs, and the bundle in the function's directory. */
function desk(): Desk {
  const at = new Desk(release, { ...settings, ...given(), PATH: pathWith(join(environment, 'bin')) })
  mkdirSync(join(at.directory, 'package'))
  return at
}

/** Runs Python with the bundle beside it. @returns what it prints */
async function python(at: Desk, text: string, more: Record<string, string> = {}): Promise<string> {
  at.write('handler.py', text)
  writeFileSync(join(at.directory, BUNDLE), server?.certificates.authority ?? '')
  return at.run('python handler.py', { LAMBDA_TASK_ROOT: at.directory, ...more })
}

const TLS = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'
const ASKED = `\ncursor = connection.cursor()\ncursor.execute("${TLS}")\nprint(cursor.fetchone())\n`

describe('docs/consumers/frameworks.md', () => {
  const snippets = new Snippets('frameworks.md', (text) => adaptSnippet(text, release))

  test('Django', async () => {
    const at = desk()
    await at.run(snippets.take('django'))
    at.write('settings.py', snippets.take('settings.py'))
    const asking = `import django\ndjango.setup()\nfrom django.db import connection\n${ASKED}`
    expect(await python(at, asking, { DJANGO_SETTINGS_MODULE: 'settings' })).toBe('(True,)\n')
  })

  test('SQLAlchemy', async () => {
    const at = desk()
    await at.run(snippets.take('sqlalchemy'))
    const asking = `\nwith engine.connect() as connection:\n    print(connection.exec_driver_sql("${TLS}").fetchone())\n`
    expect(await python(at, snippets.take('engine') + asking)).toBe('(True,)\n')
  })

  test('has no snippet that is not run', () => expect(snippets.untaken).toEqual([]))
})

describe('docs/consumers/databases.md', () => {
  const snippets = new Snippets('databases.md', (text) => adaptSnippet(text, release))
  const store = (at: Desk) => ({ SSL_CERT_FILE: join(at.directory, BUNDLE) })
  /** The server knows no tokens of AWS's: what it says of one is that the password is wrong, and nothing before that is. */
  const REFUSED = /password authentication failed for user "(iam|admin)"/
  const calling = '\nconnect()\n'

  beforeAll(async () => {
    if (missing !== undefined) return
    const at = desk()
    await at.run(
      `pip install --only-binary psycopg2 --extra-index-url ${release.origin}/${SITE}/simple/ psycopg2`,
    )
  })

  test('the bundle', async () => {
    const at = desk()
    await at.run(snippets.take('bundle'))
    expect(at.read(join('package', BUNDLE))).toBe(server?.certificates.authority)
  })

  test('RDS, and no server of another authority', async () => {
    const at = desk()
    const rds = snippets.take('rds')
    expect(await python(at, rds + ASKED)).toBe('(True,)\n')
    at.write('other.pem', server?.certificates.stranger ?? '')
    const stranger = rds.replace(BUNDLE, 'other.pem')
    await expect(python(at, stranger)).rejects.toThrow('certificate verify failed')
    rmSync(join(at.directory, 'other.pem'))
    await expect(python(at, stranger)).rejects.toThrow('does not exist')
  })

  test('RDS Proxy', async () => {
    const at = desk()
    const proxy = snippets.take('proxy')
    expect(await python(at, proxy + ASKED, store(at))).toBe('(True,)\n')
    await expect(python(at, proxy.replace('verify-full', 'require'), store(at))).rejects.toThrow(
      'weak sslmode',
    )
  })

  test('IAM', async () => {
    const at = desk()
    await expect(python(at, snippets.take('iam') + calling, { DB_USER: 'iam' })).rejects.toThrow(REFUSED)
  })

  test('DSQL', async () => {
    const at = desk()
    await expect(python(at, snippets.take('dsql') + calling, store(at))).rejects.toThrow(REFUSED)
  })

  test('has no snippet that is not run', () => expect(snippets.untaken).toEqual([]))
})
