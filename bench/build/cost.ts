import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { readFile, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '../../src/report/errors.js'

/** What running something took. */
export interface Cost {
  /** In seconds. */
  wall: number
  /** Of the whole machine, in seconds: what a container's processes use is nobody's child here. */
  cpu: number
  /** How many bytes more all processes held than before, at worst, the page cache not counted. */
  memory: number
  /** How many bytes less were free on the disk of the scratch directory than before, at worst. */
  disk: number
}

/** How often memory and disk are looked at, in milliseconds. */
const INTERVAL = 200

/** Clock ticks a second in /proc/stat: always 100 on Linux's user side. */
const TICKS = 100

/**
 * Runs a script in bash, nothing else going on.
 *
 * @param scratch where its output goes
 * @throws {BuildError} with the end of the output when it fails
 */
export async function measure(script: string, env: Record<string, string>, scratch: string): Promise<Cost> {
  const log = join(scratch, 'log')
  const before = await look(scratch)
  const started = performance.now()
  const output = openSync(log, 'w')
  const child = spawn('bash', ['-euc', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  })
  let [memory, disk] = [0, 0]
  const watch = setInterval(async () => {
    const now = await look(scratch)
    memory = Math.max(memory, now.memory - before.memory)
    disk = Math.max(disk, before.disk - now.disk)
  }, INTERVAL)
  const [code] = (await once(child, 'exit')) as [number | null]
  const wall = (performance.now() - started) / 1000
  clearInterval(watch)
  const { cpu } = await look(scratch)
  if (code !== 0) {
    const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30)
    throw new BuildError(
      `It ended with exit code ${code}: ${script.slice(0, 200)}`,
      'The end of its output is above.',
      end,
    )
  }
  return { wall, cpu: cpu - before.cpu, memory, disk }
}

/** CPU seconds since the machine's start, bytes that processes hold, and bytes that are free on the disk. */
async function look(scratch: string): Promise<{ cpu: number; memory: number; disk: number }> {
  const [stat, meminfo, { bavail, bsize }] = await Promise.all([
    readFile('/proc/stat', 'utf8'),
    readFile('/proc/meminfo', 'utf8'),
    statfs(scratch),
  ])
  // cpu user nice system idle iowait irq softirq …, see proc(5).
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (stat.split('\n')[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number)
  const held = ['AnonPages', 'Shmem'].map((name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(meminfo)?.[1]),
  )
  return {
    cpu: (user + nice + system + irq + softirq) / TICKS,
    memory: held.reduce((sum, kilobytes) => sum + kilobytes, 0) * 1024,
    disk: bavail * bsize,
  }
}
