import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { execute, type Outcome, signalByFile } from '../machine/process.js'
import { makeScratch, scratchOf, temporaryToCompileIn } from '../machine/scratch.js'
import type { Command, Sandbox } from './sandbox.js'

const PID_SUFFIX = '.pid'

/** A directory of this machine that stands in for a container; its scripts see none of our environment. */
export class HostSandbox implements Sandbox {
  readonly title = 'this machine'
  private commands = 0

  private constructor(readonly root: string) {}

  static async start(runId: string): Promise<HostSandbox> {
    return new HostSandbox(await makeScratch(runId, 'sandbox', temporaryToCompileIn()))
  }

  async copyIn(local: string, inside: string): Promise<string> {
    const path = join(this.root, inside)
    await mkdir(dirname(path), { recursive: true })
    await cp(local, path, { recursive: true })
    return path
  }

  async copyOut(inside: string, local: string): Promise<void> {
    await cp(join(this.root, inside), local, { recursive: true })
  }

  async execute(command: Command): Promise<Outcome> {
    // Each command leads a process group of its own, whose number is written down, so that cancelling a run can
    // end a compiler's whole family.
    const pidFile = `${this.root}.${++this.commands}${PID_SUFFIX}`
    const argv = ['--wait', '/bin/sh', '-c', 'echo $$ >"$0"; exec "$@"', pidFile, ...command.argv]
    const outcome = await execute('setsid', argv, {
      env: { PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', HOME: this.root, ...command.env },
      input: command.input,
      onLine: command.onLine,
    })
    await endGroup(pidFile)
    return outcome
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }
}

/** Ends every process that a run still has on this machine. */
export async function endHostProcesses(runId: string): Promise<void> {
  const directory = scratchOf(runId, temporaryToCompileIn())
  const names = await readdir(directory).catch(() => [])
  const pidFiles = names.filter((name) => name.endsWith(PID_SUFFIX))
  await Promise.all(pidFiles.map((name) => endGroup(join(directory, name))))
}

async function endGroup(pidFile: string): Promise<void> {
  await signalByFile(pidFile, 'SIGKILL', 'group')
  await rm(pidFile, { force: true })
}
