import type { Getter } from '../../inputs/values.js'
import type { Log } from '../../report/log.js'
import type { Output } from './command-line.js'

/** A command line that cannot be understood; the verb's usage is printed after it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What a verb is called with. */
export interface Invocation {
  /** The value of a flag; `true` for a switch that stands there. */
  get: Getter
  /** Whether a switch stands there. */
  has(name: string): boolean
  /** What stands without a flag. */
  operands: string[]
  out: Output
  /** Prints a result: `json` where `--json` stands there, else `text`. */
  print(result: { json: unknown; text: string }): void
  log: Log
}

/** One verb of the command line. */
export interface Verb {
  /** What stands without a flag, for the usage; undefined where nothing may. */
  operand?: string
  /** Flags with a value, and what they mean. */
  flags: Record<string, string>
  /** Flags without one. */
  switches: Record<string, string>
  /** What else the usage says, behind the flags: whole lines. */
  more?: string
  /** Does it and gives the exit code. */
  run(invocation: Invocation): Promise<number>
}
