import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BuildError, MalformedInputError, messageOf } from '../../report/errors.js'
import { type Terminal, terminalLog } from '../../report/terminal-log.js'
import { isCancelled } from '../cancel.js'
import { auditVerb } from './audit-verb.js'
import { buildVerb } from './build-verb.js'
import { planVerb } from './plan-verb.js'
import type { Output } from './process.js'
import { publishVerb } from './publish-verb.js'
import { type Invocation, UsageError, type Verb } from './verb.js'

const VERBS: Record<string, Verb> = {
  build: buildVerb,
  plan: planVerb,
  audit: auditVerb,
  publish: publishVerb,
}

const USAGE = `Usage: psycopg2-lambda VERB [--flag value …]

${Object.entries(VERBS)
  .map(([name, verb]) => `  ${name.padEnd(8)}${verb.title}`)
  .join('\n')}

psycopg2-lambda VERB --help prints the flags.
`

/**
 * Runs the command line. Results go to `out`, everything else to `terminal`.
 *
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage
 */
export async function main(argv: string[], out: Output, terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === 'help') {
    out(USAGE)
    return name === undefined ? 2 : 0
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  try {
    if (verb === undefined) throw new UsageError(`no such verb: ${name}`)
    return await runVerb(verb, name, rest, out, terminal)
  } catch (error) {
    // A signal's handler is about to end the process with its own code.
    if (isCancelled()) return new Promise(() => {})
    if (error instanceof UsageError) {
      terminal.write(
        `psycopg2-lambda: ${error.message}\n\n${verb === undefined ? USAGE : usageOf(name, verb)}`,
      )
      return 2
    }
    if (error instanceof BuildError) {
      for (const line of error.details) terminal.write(`  ${line}\n`)
      terminal.write(`error: ${error.message}\n${error.hint}\n`)
      return error instanceof MalformedInputError ? 2 : 1
    }
    const trace = error instanceof Error && process.env.PSYCOPG2_LAMBDA_TRACE ? `${error.stack}\n` : ''
    terminal.write(`error: unexpected: ${messageOf(error)}\nThis is a defect: please report it.\n${trace}`)
    return 1
  }
}

async function runVerb(
  verb: Verb,
  name: string,
  argv: string[],
  out: Output,
  terminal: Terminal,
): Promise<number> {
  const parsed = parse(verb, argv)
  if (parsed.values.help === true) {
    out(usageOf(name, verb))
    return 0
  }
  const log = terminalLog(terminal, parsed.values.verbose === true)
  return verb.run({ ...parsed, out, log })
}

function parse(verb: Verb, argv: string[]): Pick<Invocation, 'values' | 'positionals'> {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const flag of Object.keys(verb.flags)) options[flag] = { type: 'string' }
  for (const flag of ['help', 'verbose', ...Object.keys(verb.switches)]) options[flag] = { type: 'boolean' }
  try {
    const parsed = parseArgs({
      args: argv,
      options,
      allowPositionals: verb.operand !== undefined,
      strict: true,
    })
    // None of the options may be given more than once, so no value is an array.
    return { values: parsed.values as Invocation['values'], positionals: parsed.positionals }
  } catch (error) {
    throw new UsageError(messageOf(error))
  }
}

function usageOf(name: string, verb: Verb): string {
  const rows = [
    ...Object.entries(verb.flags).map(([flag, text]) => [`--${flag} VALUE`, text] as const),
    ...Object.entries(verb.switches).map(([flag, text]) => [`--${flag}`, text] as const),
    ['--verbose', 'keep every line of progress'] as const,
    ['--help', 'print this'] as const,
  ]
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2
  const operand = verb.operand === undefined ? '' : ` ${verb.operand}`
  const table = rows.map(([flag, text]) => `  ${flag.padEnd(width)}${text}`)
  return `Usage: psycopg2-lambda ${name}${operand} [--flag value …]\n\n${verb.title}\n\n${table.join('\n')}\n`
}
