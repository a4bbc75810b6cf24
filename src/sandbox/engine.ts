import { execute, type Outcome, tail } from '../machine/process.js'
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
  if (choice !== 'auto') {
    const answer = await ask(choice)
    if (answer.version !== undefined) {
      log.info(`${choice} ${answer.version}, as asked for`)
      return choice
    }
    throw new BuildError(
      `container-engine: ${choice} does not answer: ${answer.why}`,
      `Start it or give this user access to it; or use container-engine auto, or none to build on this machine itself.`,
    )
  }
  const silent: string[] = []
  for (const engine of ['docker', 'podman'] as const) {
    const answer = await ask(engine)
    if (answer.version !== undefined) {
      log.info(`${engine} ${answer.version}, the first engine that answers${join(silent)}`)
      return engine
    }
    silent.push(`${engine}: ${answer.why}`)
  }
  log.notice(`No container engine answers${join(silent)}`)
  return 'none'
}

function join(silent: string[]): string {
  return silent.length === 0 ? '' : ` (${silent.join('; ')})`
}

/** A daemon that accepts the connection and says nothing counts as one that does not answer. */
async function deadline(): Promise<Outcome> {
  await new Promise((resolve) => setTimeout(resolve, ANSWER_SECONDS * 1000).unref())
  return { exitCode: 1, stdout: '', stderr: `no answer within ${ANSWER_SECONDS} s` }
}

async function ask(engine: ContainerEngine): Promise<{ version?: string; why: string }> {
  const outcome = await Promise.race([execute(engine, ['version', '--format', FORMAT[engine]]), deadline()])
  const [version = '', system] = outcome.stdout.trim().split(' ')
  // As on GitHub's Windows runners.
  if (outcome.exitCode === 0 && system === 'windows') return { why: 'it runs containers of Windows only' }
  if (outcome.exitCode === 0 && version !== '') return { version, why: '' }
  if (outcome.exitCode === 127) return { why: 'not installed' }
  return { why: tail(outcome, 1)[0] ?? `exit code ${outcome.exitCode}` }
}
