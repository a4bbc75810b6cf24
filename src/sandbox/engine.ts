import { setTimeout } from 'node:timers/promises'
import { execute, lastLine, type Outcome } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** What can be asked for. */
export const ENGINE_CHOICES = ['auto', 'docker', 'podman', 'none'] as const
export type EngineChoice = (typeof ENGINE_CHOICES)[number]

/** What containers are run with. */
export type ContainerEngine = 'docker' | 'podman'
export type Engine = ContainerEngine | 'none'

const ANSWER_SECONDS = 30

const FORMAT: Record<ContainerEngine, string> = {
  docker: '{{.Server.Version}} {{.Server.Os}}',
  podman: '{{.Client.Version}}',
}

/**
 * Decides what to build in, and says why. `auto` takes the first of docker and podman that answers, else none.
 *
 * @throws {BuildError} when an engine that was named does not answer
 */
export async function chooseEngine(choice: EngineChoice, log: Log): Promise<Engine> {
  if (choice === 'none') return 'none'
  const silent: string[] = []
  for (const engine of choice === 'auto' ? (['docker', 'podman'] as const) : [choice]) {
    const { version, why } = await ask(engine)
    if (version !== undefined) {
      const reason = choice === 'auto' ? `the first engine that answers${inBrackets(silent)}` : 'as asked for'
      log.info(`${engine} ${version}, ${reason}`)
      return engine
    }
    if (choice !== 'auto') {
      throw new BuildError(
        `container-engine: ${choice} does not answer: ${why}`,
        `Start it or give this user access to it; or use container-engine auto, or none to build on this machine itself.`,
      )
    }
    silent.push(`${engine}: ${why}`)
  }
  log.notice(`No container engine answers${inBrackets(silent)}`)
  return 'none'
}

function inBrackets(silent: string[]): string {
  return silent.length === 0 ? '' : ` (${silent.join('; ')})`
}

/** A daemon that accepts the connection and says nothing counts as one that does not answer. */
async function deadline(): Promise<Outcome> {
  await setTimeout(ANSWER_SECONDS * 1000, undefined, { ref: false })
  return { exitCode: 1, stdout: '', stderr: `no answer within ${ANSWER_SECONDS} s` }
}

async function ask(engine: ContainerEngine): Promise<{ version?: string; why: string }> {
  const outcome = await Promise.race([execute(engine, ['version', '--format', FORMAT[engine]]), deadline()])
  const [version = '', system] = outcome.stdout.trim().split(' ')
  // As on GitHub's Windows runners.
  if (outcome.exitCode === 0 && system === 'windows') return { why: 'it runs containers of Windows only' }
  if (outcome.exitCode === 0 && version !== '') return { version, why: '' }
  if (outcome.exitCode === 127) return { why: 'not installed' }
  return { why: lastLine(outcome) }
}
