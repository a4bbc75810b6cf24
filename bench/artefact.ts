import { randomUUID } from 'node:crypto'
import { cleanUpOnSignal } from '../src/entries/cancel.js'
import { makeScratch, removeScratch } from '../src/machine/scratch.js'
import type { Log } from '../src/report/log.js'
import { startServer } from '../src/verify/server.js'
import { measureContents } from './artefact/contents.js'
import { measureImports, type Told, tell } from './artefact/imports.js'
import { must, obtainSides, opensslOf, type Side, type Sides } from './artefact/sides.js'
import { measureTraffic } from './artefact/traffic.js'
import { describeMachine, today } from './machine.js'
import type { Part } from './part.js'

/**
 * Compares the zip with psycopg2-binary's wheel, each as it is shipped and unpacked: sizes, import, memory, and the
 * client's costs against a real PostgreSQL. Whatever has a time is measured in turn, side by side.
 */
export async function benchArtefact(log: Log): Promise<Part> {
  const runId = randomUUID()
  cleanUpOnSignal(runId, log.notice)
  const scratch = await makeScratch(runId, 'bench')
  try {
    // First, because a machine without valgrind or PostgreSQL is better found out before minutes are spent; idle, the server
    // costs nothing.
    await must('valgrind', ['--version'])
    const server = await startServer('', { engine: 'none', runId, log })
    try {
      const sides = await log.group('Building the zip, downloading the wheel', () => obtainSides(scratch))
      const figures = [
        ...(await measureContents(sides)),
        ...(await log.group('Importing', () => measureImports(sides))),
        ...(await log.group('Connecting, moving rows', () => measureTraffic(sides, server, scratch))),
      ]
      const [ours, theirs] = [await tell(sides.python, sides.ours), await tell(sides.python, sides.theirs)]
      return {
        ours: 'this zip',
        theirs: 'psycopg2-binary',
        date: today(),
        machine: describeMachine(),
        versions: await describeVersions(sides, server.version, ours, theirs),
        figures,
        notes: notesOn(ours, theirs),
      }
    } finally {
      await server.remove()
    }
  } finally {
    await removeScratch(runId)
  }
}

async function describeVersions(
  { python, ours, theirs }: Sides,
  server: string,
  toldOurs: Told,
  toldTheirs: Told,
): Promise<string> {
  const describe = async (side: Side, name: string, told: Told) =>
    `${name} ${told.psycopg2} (libpq ${libpqVersion(told.libpq)}, OpenSSL ${await opensslOf(side)})`
  return [
    await describe(ours, 'psycopg2', toldOurs),
    `against ${await describe(theirs, 'psycopg2-binary', toldTheirs)}`,
    `on ${(await must(python, ['--version'])).trim()}`,
    `with PostgreSQL ${server}`,
  ].join(' ')
}

/** `18.6` of `180006`. */
function libpqVersion(number: number): string {
  return `${Math.floor(number / 10000)}.${number % 10000}`
}

function notesOn(ours: Told, theirs: Told): string[] {
  const word = (told: Told) => (told.ssl ? 'yes' : 'no')
  return [
    'Cold means that none of the package’s files is in the page cache, and warm that all are; the interpreter and ' +
      'the standard library always are. Each import has a fresh interpreter that writes no bytecode, as on ' +
      'Lambda’s read-only file system. The zip ships bytecode, the wheel does not; against a wheel with bytecode, ' +
      'as `pip install` leaves it where nobody removes it, there is a line of its own. ' +
      `Whether importing psycopg2 imports Python’s \`ssl\`: this zip’s ${word(ours)}, psycopg2-binary’s ${word(theirs)}.`,
    'Connecting is connecting and disconnecting. For TLS alone the role needs no password and GSSAPI is off; SCRAM is ' +
      'the difference of two logins without TLS; with defaults nothing is off that a library does by itself. CPU is ' +
      'the client’s, wall has the server’s work in it, on the same machine. Times are medians, with quartiles in ' +
      'brackets; the two sides took turns.',
  ]
}
