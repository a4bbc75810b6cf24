import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { execute, lastLine } from '../../src/machine/process.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { messageOf } from '../../src/report/errors.js'
import { terminalLog } from '../../src/report/terminal-log.js'
import { type Server, startServer } from '../../src/verify/server.js'
import { install, mayInstall } from '../../stand-ins/debian.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { PYTHON } from '../roles.js'
import { AT_HAND } from '../versions.js'
import { serveIndex } from './consumers/adapt-snippet.js'
import { describePage } from './consumers/describe-page.js'
import type { Reader } from './consumers/reader.js'
import { makeEnvironment, type Tool } from './consumers/tools.js'

const BUNDLE = 'eu-central-1-bundle.pem'

let release: ServedRelease
let server: Server
let environment: Tool

/** What a handler is given. */
const given = () => ({
  DB_HOST: 'localhost',
  DB_NAME: 'postgres',
  DB_USER: 'postgres',
  DB_PASSWORD: server.password,
  PGPORT: String(server.port),
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
})

beforeAll(async () => {
  release = await serveRelease({ python: PYTHON, flags: AT_HAND, architectures: [thisArchitecture()] })
  await serveIndex(release)
  environment = await provide().catch((error) => ({ missing: messageOf(error) }))
})
afterAll(async () => {
  await server?.remove()
  await release?.stop()
})

/** A server, its certificates' bundle where the pages fetch it, and an environment of this run's own. */
async function provide(): Promise<Tool> {
  if (!existsSync('/usr/lib/postgresql') && mayInstall()) install('postgresql')
  const log = terminalLog({ write: () => true })
  server = await startServer('', { engine: 'none', runId: randomUUID(), log })
  const truststore = join(release.root, 'truststore', 'eu-central-1')
  mkdirSync(truststore, { recursive: true })
  writeFileSync(join(truststore, BUNDLE), server.certificates.authority)
  const directory = join(release.root, 'environment')
  const made = await makeEnvironment(directory, await findPythonHere(PYTHON), ['boto3'])
  return made.exitCode === 0 ? { directory, bin: join(directory, 'bin') } : { missing: lastLine(made) }
}

const common = { release: () => release, tools: async () => [environment], env: given }

/** Runs Python with the bundle beside it. @returns what it prints */
async function python(at: Reader, text: string, more: Record<string, string> = {}): Promise<string> {
  at.write('handler.py', text)
  at.write(BUNDLE, server.certificates.authority)
  return at.run('python handler.py', { LAMBDA_TASK_ROOT: at.directory, ...more })
}

const TLS = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'
const ASKED = `\ncursor = connection.cursor()\ncursor.execute("${TLS}")\nprint(cursor.fetchone())\n`

describePage({ ...common, path: 'frameworks.md' }, (it) => {
  it('Django', async (reader) => {
    await reader.do('django')
    reader.put('settings.py')
    const asking = `import django\ndjango.setup()\nfrom django.db import connection\n${ASKED}`
    expect(await python(reader, asking, { DJANGO_SETTINGS_MODULE: 'settings' })).toBe('(True,)\n')
  })

  it('SQLAlchemy', async (reader) => {
    await reader.do('sqlalchemy')
    const asking = `\nwith engine.connect() as connection:\n    print(connection.exec_driver_sql("${TLS}").fetchone())\n`
    expect(await python(reader, reader.page.take('engine') + asking)).toBe('(True,)\n')
  })
})

/** The environment with psycopg2, which frameworks.md has put there only when its tests were run. */
async function withPsycopg2(): Promise<Tool[]> {
  const wheel = release.file(thisArchitecture(), 'wheel')
  if ('bin' in environment) await execute(join(environment.bin, 'pip'), ['install', '--quiet', wheel])
  return [environment]
}

describePage({ ...common, path: 'databases.md', tools: withPsycopg2 }, (it) => {
  const store = (at: Reader) => ({ SSL_CERT_FILE: at.path(BUNDLE) })
  /** The server knows no tokens of AWS's: what it says of one is that the password is wrong, and nothing before that is. */
  const REFUSED = /password authentication failed for user "(iam|admin)"/
  const calling = '\nconnect()\n'

  it('the bundle', async (reader) => {
    mkdirSync(reader.path('package'))
    await reader.do('bundle')
    expect(reader.read('package', BUNDLE)).toBe(server.certificates.authority)
  })

  it('RDS, and no server of another authority', async (reader) => {
    const rds = reader.page.take('rds')
    expect(await python(reader, rds + ASKED)).toBe('(True,)\n')
    reader.write('other.pem', server.certificates.stranger)
    const stranger = rds.replace(BUNDLE, 'other.pem')
    await expect(python(reader, stranger)).rejects.toThrow('certificate verify failed')
    rmSync(reader.path('other.pem'))
    await expect(python(reader, stranger)).rejects.toThrow('does not exist')
  })

  it('RDS Proxy', async (reader) => {
    const proxy = reader.page.take('proxy')
    expect(await python(reader, proxy + ASKED, store(reader))).toBe('(True,)\n')
    await expect(python(reader, proxy.replace('verify-full', 'require'), store(reader))).rejects.toThrow(
      'weak sslmode',
    )
  })

  it('IAM', async (reader) => {
    await expect(python(reader, reader.page.take('iam') + calling, { DB_USER: 'iam' })).rejects.toThrow(
      REFUSED,
    )
  })

  it('DSQL', async (reader) => {
    await expect(python(reader, reader.page.take('dsql') + calling, store(reader))).rejects.toThrow(REFUSED)
  })
})
