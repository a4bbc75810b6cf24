import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { findPythonHere } from '../../src/machine/interpreters.js'
import { execute } from '../../src/machine/process.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { type Server, startServer } from '../../src/verify/server.js'
import { IMAGES } from '../../stand-ins/images.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { newRun, temporary } from '../runner.js'
import { AT_HAND, PSYCOPG2 } from '../versions.js'
import { goTool, must, packagesFor, type Tool } from './consumers/tools.js'
import { invoke } from './lambda/emulator.js'

const EMULATOR =
  'github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie@v0.0.0-20261030222936-bef5c4ba774d'
const CLIENT = 'awslambdaric==4.2.2'

/** Each way from a release into a function: what is done with which of its files. */
const WAYS = [
  {
    way: 'the zip, unpacked beside the handler',
    form: 'zip',
    place: '/var/task',
    unpack: (file: string, task: string) => ['-m', 'zipfile', '-e', file, task],
  },
  {
    way: 'the layer',
    form: 'layer',
    place: '/opt/python',
    unpack: (file: string, _: string, opt: string) => ['-m', 'zipfile', '-e', file, opt],
  },
  {
    way: 'the wheel, as pip and SAM put it into a package',
    form: 'wheel',
    place: '/var/task',
    unpack: (file: string, task: string) => ['-m', 'pip', 'install', ...AS_SAM, '--target', task, file],
  },
] as const
const AS_SAM = ['--quiet', '--disable-pip-version-check', '--no-deps', '--no-index', '--no-compile']

describe.skipIf(inject('noEngine') !== '')("a handler on AWS's runtime interface", () => {
  let release: ServedRelease
  let python: string
  let emulator: Tool
  let client: Tool
  let server: Server

  beforeAll(async () => {
    python = await findPythonHere(PYTHON)
    emulator = await goTool(EMULATOR)
    client = await packagesFor(python, [CLIENT])
    release = await serveRelease({ python: PYTHON, flags: AT_HAND, architectures: [thisArchitecture()] })
    const { log } = collectingLog()
    server = await startServer(runtimes.serverImage, { engine: 'docker', runId: newRun(), log })
  })
  afterAll(async () => {
    await server?.remove()
    await release?.stop()
  })

  test.for(WAYS)('connects by TLS, from $way', async ({ form, place, unpack }, { skip }) => {
    const [{ bin }, { directory }] = [must(emulator, skip), must(client, skip)]
    const [task, opt] = [join(temporary(), 'task'), join(temporary(), 'opt')]
    for (const place of [task, opt]) mkdirSync(place)
    const unpacked = await execute(python, unpack(release.file(thisArchitecture(), form), task, opt))
    expect(unpacked).toMatchObject({ exitCode: 0 })
    copyFileSync(join(import.meta.dirname, 'lambda', 'app.py'), join(task, 'app.py'))
    writeFileSync(join(task, 'authority.pem'), server.certificates.authority)
    for (const file of ['app.py', 'authority.pem']) chmodSync(join(task, file), 0o644)

    const emulated = { image: IMAGES.runtime, python: PYTHON, emulator: bin, client: directory }
    const answer = await invoke({ ...emulated, task, opt, server, runId: newRun() }, { name: 'Lambda' })
    expect(answer).toEqual({
      greeting: 'Hello, Lambda',
      tls: 'TLSv1.3',
      function: 'test_function',
      user: 993,
      package: `${place}/psycopg2`,
      version: PSYCOPG2,
      bytecode: true,
      written: ['/tmp'],
    })
  })
})
