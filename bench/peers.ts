import { randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanUpOnSignal } from '../src/entries/cancel.js'
import { makeScratch, removeScratch } from '../src/machine/scratch.js'
import type { Log } from '../src/report/log.js'
import { startServer } from '../src/verify/server.js'
import { alternate } from './artefact/alternate.js'
import { PYTHON_FLAGS } from './artefact/imports.js'
import { instructions } from './artefact/instructions.js'
import { must, obtainOurs } from './artefact/sides.js'
import { Worker } from './artefact/worker.js'
import { describeMachine, today } from './machine.js'
import { exactly, type Figure, type Part, type Spread, spreadOf } from './part.js'

/** What people would use instead; targets are ratios of ours to theirs. */
const PEERS = [
  {
    title: 'psycopg2-binary',
    package: 'psycopg2-binary',
    module: 'psycopg2',
    targets: { cold: 0.57, next: 0.47, cpu: 0.53 },
  },
  {
    title: 'psycopg 3',
    package: 'psycopg[binary]',
    module: 'psycopg',
    targets: { cold: 1, next: 1, cpu: 1 },
  },
  { title: 'asyncpg', package: 'asyncpg', module: 'asyncpg', targets: { cold: 1, next: 1, cpu: 1 } },
  { title: 'pg8000', package: 'pg8000', module: 'pg8000', targets: { cold: 1, next: 1, cpu: 1 } },
]

/** How many further connections instructions are counted for: the first of them still fills caches. */
const FURTHER = 4
const ROUNDS = 60

/** A package to connect with, where it was installed. */
interface Client {
  module: string
  directory: string
}

/** What connecting costs with a package. */
interface Costs {
  /** Instructions of import and first connection, the interpreter's own start left out. */
  cold: number
  /** Instructions of each further connection. */
  next: number
  cpu: Spread
}

/** The figures of each comparison. */
const KINDS: {
  kind: 'cold' | 'next' | 'cpu'
  name: string
  unit: Figure['unit']
  of: (costs: Costs) => Spread
}[] = [
  {
    ...{ kind: 'cold', name: 'import and first connection, against PEER: instructions', unit: 'M' },
    of: ({ cold }) => exactly(cold),
  },
  {
    ...{ kind: 'next', name: 'each further connection, against PEER: instructions', unit: 'M' },
    of: ({ next }) => exactly(next),
  },
  { kind: 'cpu', name: 'each further connection, against PEER: CPU', unit: 'ms', of: ({ cpu }) => cpu },
]

/**
 * Compares what connecting takes with what people would use instead of psycopg2: instructions, which callgrind counts and
 * which are the same from run to run, and the client's processor time, in turn.
 */
export async function benchPeers(log: Log): Promise<Part> {
  const runId = randomUUID()
  cleanUpOnSignal(runId, log.notice)
  const scratch = await makeScratch(runId, 'bench')
  try {
    const valgrind = (await must('valgrind', ['--version'])).trim()
    const server = await startServer('', { engine: 'none', runId, log })
    try {
      const { python, ours } = await log.group('Building the zip', () => obtainOurs(scratch))
      const clients: Client[] = [{ module: 'psycopg2', directory: ours.directory }]
      const versions: string[] = []
      for (const { package: name, module, title } of PEERS) {
        const directory = join(scratch, title)
        const argv = ['--disable-pip-version-check', '-q', '--only-binary=:all:', '--target', directory, name]
        await must(python, ['-m', 'pip', 'install', ...argv])
        clients.push({ module, directory })
        versions.push(`${title} ${await versionIn(directory, name)}`)
      }
      const authority = join(scratch, 'authority.pem')
      await writeFile(authority, server.certificates.authority)
      const env = ({ directory }: Client) => ({
        LC_ALL: 'C.UTF-8',
        HOME: '/nonexistent',
        PACKAGE_DIR: directory,
        SERVER_PORT: String(server.port),
        SERVER_PASSWORD: server.password,
        CA_FILE: authority,
      })
      const costs = await log.group('Connecting', () => measure(python, clients, env))
      return {
        ours: 'this zip',
        theirs: 'the other',
        date: today(),
        machine: describeMachine(),
        versions: `psycopg2 ${await versionIn(ours.directory, 'psycopg2')} against ${versions.join(', ')}, on ${(await must(python, ['--version'])).trim()} with PostgreSQL ${server.version}; counted by ${valgrind}`,
        figures: figuresOf(costs),
        notes: [
          'A cold start pays the import and the first connection. Connecting is connecting and disconnecting with TLS 1.3, ' +
            'verify-full and SCRAM, and whatever a package does by itself. Instructions are those of the process outside the ' +
            'kernel, without the start of the interpreter and of the program; processor time has the kernel in it, and the packages took turns. ' +
            'asyncpg and pg8000 have one TLS context for all their connections, the others make one for each.',
        ],
      }
    } finally {
      await server.remove()
    }
  } finally {
    await removeScratch(runId)
  }
}

async function measure(
  python: string,
  clients: readonly Client[],
  env: (client: Client) => Record<string, string>,
): Promise<Costs[]> {
  const argv = [...PYTHON_FLAGS, join(import.meta.dirname, 'peers', 'peers.py')]
  const workers = await Promise.all(
    clients.map((client) => Worker.start(python, [...argv, client.module], env(client))),
  )
  const turns = Object.fromEntries(workers.map((worker, at) => [at, () => worker.once()]))
  const found = await alternate(ROUNDS, turns)
  for (const worker of workers) worker.end()
  const costs: Costs[] = []
  for (const [at, client] of clients.entries()) {
    const count = (module: string, times: number) =>
      instructions([python, ...argv, module, String(times)], env(client))
    const first = await count(client.module, 1)
    costs.push({
      cold: first - (await count('nothing', 1)),
      next: ((await count(client.module, 1 + FURTHER)) - first) / FURTHER,
      cpu: spreadOf((found[at] ?? []).map(({ cpu }) => cpu)),
    })
  }
  return costs
}

function figuresOf([ours, ...others]: readonly Costs[]): Figure[] {
  return PEERS.flatMap(({ title, module, targets }, at): Figure[] => {
    const theirs = others[at]
    if (ours === undefined || theirs === undefined) throw new Error(`nothing was measured of ${title}`)
    const id = title === 'psycopg2-binary' ? 'binary' : module
    return KINDS.map(({ kind, name, unit, of }) => ({
      ...{ id: `${id}-${kind}`, name: name.replace('PEER', title), unit },
      ...{ ours: of(ours), theirs: of(theirs), target: targets[kind] },
    }))
  })
}

/** The version of a package that pip has put into a directory. */
async function versionIn(directory: string, name: string): Promise<string> {
  const distribution = name.replace(/\[.*/, '').replaceAll('-', '_')
  const pattern = new RegExp(`^${distribution}-(.+)\\.dist-info$`)
  const [version = 'unknown'] = (await readdir(directory)).flatMap((entry) => pattern.exec(entry)?.[1] ?? [])
  return version
}
