import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { cleanUpOnSignal } from '../src/entries/cancel.js'
import { removeScratch, scratchOf } from '../src/machine/scratch.js'
import type { Log } from '../src/report/log.js'
import { interpretersHere } from '../stand-ins/pythons.js'
import { measure } from './build/cost.js'
import { CLI, choosePythons } from './build.js'
import { describeMachine, today } from './machine.js'
import { type Part, spreadOf } from './part.js'

/** How often each is run; the first takes a minute. */
const RUNS = { cold: 2, warm: 7, warmFive: 3 }
type Scenario = keyof typeof RUNS

/**
 * What the next zip takes on this machine itself, beside the first: OpenSSL and libpq are compiled already. Import check
 * included.
 */
export async function benchWarm(log: Log): Promise<Part> {
  const runId = randomUUID()
  cleanUpOnSignal(runId, log.notice)
  const scratch = join(scratchOf(runId), 'bench')
  mkdirSync(scratch, { recursive: true })
  try {
    const { one, five } = await choosePythons()
    const out = join(scratch, 'out')
    // What stands for an interpreter on PATH may be a script of pyenv's, which takes as long as much of the build.
    const directories = [...(await interpretersHere()).values()].map((interpreter) => dirname(interpreter))
    const env = {
      RUNNER_TOOL_CACHE: join(scratch, 'tools'),
      PATH: [...directories, process.env.PATH].join(delimiter),
    }
    const build = (pythons: string, more = '') =>
      `node "${CLI}" build --container-engine none --python-version ${pythons} --output-dir "${out}" ${more}`
    const scripts: Record<Scenario, string> = {
      cold: build(one, '--cache false'),
      warm: build(one),
      warmFive: build(five.join(',')),
    }
    const time = (title: string, script: string) =>
      log.group(title, async () => {
        const { wall } = await measure(script, env, scratch)
        rmSync(out, { recursive: true, force: true })
        return wall
      })
    await time('preparing: tarballs, toolchain, cache', scripts.warmFive)
    const walls: Record<Scenario, number[]> = { cold: [], warm: [], warmFive: [] }
    for (let run = 0; run < Math.max(...Object.values(RUNS)); run++) {
      for (const name of Object.keys(RUNS) as Scenario[]) {
        if (run < RUNS[name]) walls[name].push(await time(`${name}, run ${run + 1}`, scripts[name]))
      }
    }
    return partOf(walls, `One Python is ${one}, five are ${five[0]} to ${one} in one call.`)
  } finally {
    await removeScratch(runId)
  }
}

function partOf(walls: Record<Scenario, number[]>, pythons: string): Part {
  const cold = spreadOf(walls.cold)
  const one = spreadOf(walls.warm)
  const further = walls.warmFive.map((wall) => (wall - one.median) / 4)
  return {
    ours: 'warm',
    theirs: 'cold, one Python',
    date: today(),
    machine: describeMachine(),
    versions: 'without a container',
    figures: [
      { id: 'warm', name: 'one Python: wall', unit: 's', ours: one, theirs: cold, target: 0.06 },
      {
        id: 'further',
        name: 'each further: wall',
        unit: 's',
        ours: spreadOf(further),
        theirs: cold,
        target: 0.03,
      },
    ],
    notes: [
      `Tarballs and the unpacked toolchain are there in all cases; cold compiles OpenSSL and libpq as well. ${pythons} A ` +
        'further Python is a quarter of what five cost more than one. The runs took turns; times are medians, with ' +
        'quartiles in brackets.',
    ],
  }
}
