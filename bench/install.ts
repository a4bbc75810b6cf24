import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cleanUpOnSignal } from '../src/entries/cancel.js'
import { removeScratch, scratchOf } from '../src/machine/scratch.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import type { Log } from '../src/report/log.js'
import { type ServedRelease, serveRelease } from '../stand-ins/served-release.js'
import { alternate } from './artefact/alternate.js'
import { measure } from './build/cost.js'
import { CLI } from './build.js'
import { describeMachine, today } from './machine.js'
import { type Part, spreadOf } from './part.js'

const RUNS = 15
/** One that this machine is not: nothing may be guessed from it. */
const ARCHITECTURE = thisArchitecture() === 'arm64' ? 'x86_64' : 'arm64'

/** What `install` takes, beside doing by hand what it does without the audit: both from a server on this machine. */
export async function benchInstall(log: Log): Promise<Part> {
  const runId = randomUUID()
  cleanUpOnSignal(runId, log.notice)
  const scratch = join(scratchOf(runId), 'bench')
  mkdirSync(scratch, { recursive: true })
  const release = await log.group('building a release', () => serveRelease({ architectures: [ARCHITECTURE] }))
  try {
    const side = (script: string, cache: string) => async () => {
      const { wall } = await measure(script, { XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: '' }, scratch)
      for (const made of ['package', 'fresh']) rmSync(join(scratch, made), { recursive: true, force: true })
      return wall * 1000
    }
    const install = (how: string) =>
      `node "${CLI}" install ${how} --python-version ${release.python} --architecture ${ARCHITECTURE} --path "${scratch}/package"`
    const served = install(`--base-url ${release.url}`)
    const pin = `--pin-file "${scratch}/pin.json"`
    const kept = join(scratch, 'kept')
    await side(`${served} --pin ${pin}`, kept)()
    const walls = await log.group('installing', () =>
      alternate(RUNS, {
        fresh: side(served, join(scratch, 'fresh')),
        kept: side(served, kept),
        pinned: side(install(pin), kept),
        byHand: side(byHand(release, scratch), ''),
        start: side('node --eval ""', ''),
      }),
    )
    return partOf(walls, release)
  } finally {
    await release.stop()
    await removeScratch(runId)
  }
}

/** Download, check, unpack. */
function byHand({ url, manifest }: ServedRelease, scratch: string): string {
  const name = manifest.artifacts[0]?.name
  return [
    `mkdir "${scratch}/package"`,
    `cd "${scratch}/package"`,
    `curl -fsSL --remote-name-all ${url}/${name} ${url}/${name}.sha256`,
    `sha256sum --quiet -c ${name}.sha256`,
    `unzip -q ${name}`,
  ].join(' && ')
}

function partOf(
  walls: Record<'fresh' | 'kept' | 'pinned' | 'byHand' | 'start', number[]>,
  release: ServedRelease,
): Part {
  const theirs = spreadOf(walls.byHand)
  const figure = { unit: 'ms', theirs } as const
  return {
    ours: 'install',
    theirs: 'curl, sha256sum, unzip',
    date: today(),
    machine: describeMachine(),
    versions: `psycopg2 ${release.version} for Python ${release.python} on ${ARCHITECTURE}, Node ${process.versions.node}`,
    figures: [
      { id: 'fresh', name: 'without a cache: wall', ours: spreadOf(walls.fresh), target: 2, ...figure },
      { id: 'kept', name: 'with a cache: wall', ours: spreadOf(walls.kept), target: 0.5, ...figure },
      { id: 'pinned', name: 'pinned, with a cache: wall', ours: spreadOf(walls.pinned), ...figure },
      { id: 'start', name: 'of that, starting Node: wall', ours: spreadOf(walls.start), ...figure },
    ],
    notes: [
      'The release is served on this machine, so that no network is part of it. By hand there is neither an audit nor a ' +
        'look at the manifest. The runs took turns; times are medians, with quartiles in brackets.',
    ],
  }
}
