import type { Log } from '../../report/log.js'
import type { Output } from './process.js'

/** A command line that cannot be understood; the verb's usage is printed after it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What a verb is called with. */
export interface Invocation {
  values: Record<string, string | boolean | undefined>
  positionals: string[]
  out: Output
  log: Log
}

/** One verb of the command line. */
export interface Verb {
  /** A sentence for the usage. */
  title: string
  /** What stands without a flag, for the usage; undefined where nothing may. */
  operand?: string
  /** Flags with a value, and what they mean. */
  flags: Record<string, string>
  /** Flags without one. */
  switches: Record<string, string>
  /** Does it and gives the exit code. */
  run(invocation: Invocation): Promise<number>
}

/** The value of a flag, as the reader of inputs wants it. */
export function getterOf(values: Invocation['values']): (name: string) => string | undefined {
  return (name) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
}
