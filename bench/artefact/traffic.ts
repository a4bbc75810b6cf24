import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Server } from '../../src/verify/server.js'
import { exactly, type Figure, spreadOf } from '../part.js'
import { alternate } from './alternate.js'
import { PYTHON_FLAGS } from './imports.js'
import { instructions } from './instructions.js'
import { must, type Side, type Sides } from './sides.js'
import { type Cost, Worker } from './worker.js'

/** What a Linux system trusts. */
const STORES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt']

/** What is done over and over: a program, what it is told, how often. */
interface Work {
  id: string
  name: string
  program: string
  action: string
  rounds: number
  /** How many processes of each side share the rounds: where the parts of one lie in memory, all its rounds share. */
  processes: number
  /** The highest ratio of processor times that is good enough. */
  target: number
  /** The same of instructions, where they are counted: unlike times they say the same in each run. */
  counted?: number
}

/** The costs of a client of `server`: TLS, SCRAM, rows. */
export async function measureTraffic(sides: Sides, server: Server, scratch: string): Promise<Figure[]> {
  const files = { CA_FILE: join(scratch, 'authority.pem'), STORE_FILE: join(scratch, 'store.pem') }
  const store = await readStore()
  await writeFile(files.CA_FILE, server.certificates.authority)
  await writeFile(files.STORE_FILE, `${store}\n${server.certificates.authority}`)
  const roots = store.split('-----BEGIN CERTIFICATE-----').length
  const env = (side: Side) => ({
    LC_ALL: 'C.UTF-8',
    // No client certificate and no password file of the user's is looked for in vain or found.
    HOME: '/nonexistent',
    PACKAGE_DIR: side.directory,
    SERVER_PORT: String(server.port),
    SERVER_PASSWORD: server.password,
    ...files,
  })
  await must(sides.python, argvOf('preparing.py'), { env: env(sides.ours) })
  const figures: Figure[] = []
  for (const work of worksOf(roots)) {
    const start = (side: Side) => Worker.start(sides.python, argvOf(work.program, work.action), env(side))
    const costs = await takeTurns(
      work,
      () => start(sides.ours),
      () => start(sides.theirs),
    )
    for (const kind of ['cpu', 'wall'] as const) {
      figures.push({
        id: `${work.id}-${kind}`,
        name: `${work.name}: ${kind === 'cpu' ? 'CPU' : 'wall'}`,
        unit: 'ms',
        ours: spreadOf(costs.ours.map((cost) => cost[kind])),
        theirs: spreadOf(costs.theirs.map((cost) => cost[kind])),
        // What a client costs is what it computes; the clock counts the server, too.
        ...(kind === 'cpu' ? { target: work.target } : {}),
      })
    }
    if (work.counted === undefined) continue
    const count = async (side: Side) => {
      const argv = [sides.python, ...argvOf(work.program, work.action)]
      // Once in any case, and once more for a line.
      const [once, twice] = [await instructions(argv, env(side)), await instructions(argv, env(side), '\n')]
      return exactly(twice - once)
    }
    figures.push({
      id: `${work.id}-instructions`,
      name: `${work.name}: instructions`,
      unit: 'M',
      ours: await count(sides.ours),
      theirs: await count(sides.theirs),
      target: work.counted,
    })
  }
  return figures
}

type Start = () => Promise<Worker>

async function takeTurns({ rounds, processes }: Work, startOurs: Start, startTheirs: Start) {
  const costs: Record<'ours' | 'theirs', Cost[]> = { ours: [], theirs: [] }
  for (let pair = 0; pair < processes; pair++) {
    const [ours, theirs] = [await startOurs(), await startTheirs()]
    const found = await alternate(Math.ceil(rounds / processes), {
      ours: () => ours.once(),
      theirs: () => theirs.once(),
    })
    ours.end()
    theirs.end()
    costs.ours.push(...found.ours)
    costs.theirs.push(...found.theirs)
  }
  return costs
}

function worksOf(roots: number): Work[] {
  const connecting = { program: 'connecting.py', rounds: 600, processes: 30, target: 1 }
  const moving = { program: 'moving.py', rounds: 80, processes: 10 }
  return [
    { ...connecting, id: 'tls', name: 'TLS 1.3, verify-full, one root', action: 'file' },
    { ...connecting, id: 'store', name: `TLS 1.3, sslrootcert=system, ${roots} roots`, action: 'store' },
    { ...connecting, id: 'scram', name: 'SCRAM-SHA-256', action: 'scram', target: 0.3 },
    {
      ...connecting,
      id: 'connect',
      name: 'connecting with TLS, one root, SCRAM, defaults',
      action: 'default',
      target: 0.53,
    },
    {
      ...moving,
      id: 'fetch',
      name: '100 000 rows fetched over TLS',
      action: 'fetch',
      target: 1,
      counted: 1,
    },
    {
      ...moving,
      id: 'copy',
      name: '100 000 rows copied in over TLS',
      action: 'copy',
      target: 1.1,
      counted: 1.1,
    },
  ]
}

async function readStore(): Promise<string> {
  for (const path of STORES) {
    const text = await readFile(path, 'utf8').catch(() => '')
    if (text !== '') return text
  }
  throw new Error(`This system trusts nobody: neither ${STORES.join(' nor ')} exists`)
}

function argvOf(program: string, ...argv: string[]): string[] {
  return [...PYTHON_FLAGS, join(import.meta.dirname, program), ...argv]
}
