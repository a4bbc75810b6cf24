import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BuildError, MalformedInputError, messageOf } from '../../report/errors.js'
import { type Terminal, terminalLog } from '../../report/terminal-log.js'
import { isCancelled } from '../cancel.js'
import { auditVerb } from './audit-verb.js'
import { buildVerb } from './build-verb.js'
import type { Output } from './command-line.js'
import { indexVerb } from './index-verb.js'
import { installVerb } from './install-verb.js'
import { planVerb } from './plan-verb.js'
import { publishVerb } from './publish-verb.js'
import { UsageError, type Verb } from './verb.js'
import { verifyVerb } from './verify-verb.js'

const VERBS = new Map<string, Verb>([
  ['build', buildVerb],
  ['plan', planVerb],
  ['audit', auditVerb],
  ['verify', verifyVerb],
  ['index', indexVerb],
  ['install', installVerb],
  ['publish', publishVerb],
])

const USAGE = `Usage: psycopg2-lambda VERB [--flag value …]

${[...VERBS].map(([name, verb]) => `  ${name.padEnd(8)}${verb.title}`).join('\n')}

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
  const verb = VERBS.get(name)
  const usage = verb === undefined ? USAGE : usageOf(name, verb)
  try {
    if (verb === undefined) throw new UsageError(`no such verb: ${name}`)
    const { values, positionals } = parse(verb, rest)
    if (values.help === true) {
      out(usage)
      return 0
    }
    return await verb.run({
      get: (flag) => values[flag]?.toString(),
      has: (flag) => values[flag] === true,
      operands: positionals,
      out,
      print: ({ json, text }) => out(values.json === true ? `${JSON.stringify(json, null, 2)}\n` : text),
      log: terminalLog(terminal, values.verbose === true),
    })
  } catch (error) {
    // A signal's handler is about to end the process with its own code.
    if (isCancelled()) return new Promise(() => {})
    if (error instanceof UsageError) {
      terminal.write(`psycopg2-lambda: ${error.message}\n\n${usage}`)
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

const COMMON = { verbose: 'keep every line of progress', help: 'print this' }

function parse({ flags, switches, operand }: Verb, args: string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const flag of Object.keys(flags)) options[flag] = { type: 'string' }
  for (const flag of Object.keys({ ...switches, ...COMMON })) options[flag] = { type: 'boolean' }
  try {
    return parseArgs({ args, options, allowPositionals: operand !== undefined })
  } catch (error) {
    throw new UsageError(messageOf(error))
  }
}

function usageOf(name: string, verb: Verb): string {
  const rows = [
    ...Object.entries(verb.flags).map(([flag, text]) => [`--${flag} VALUE`, text] as const),
    ...Object.entries({ ...verb.switches, ...COMMON }).map(([flag, text]) => [`--${flag}`, text] as const),
  ]
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2
  const operand = verb.operand === undefined ? '' : ` ${verb.operand}`
  const table = rows.map(([flag, text]) => `  ${flag.padEnd(width)}${text}`)
  const more = verb.more === undefined ? '' : `\n${verb.more}`
  return `Usage: psycopg2-lambda ${name}${operand} [--flag value …]\n\n${verb.title}\n\n${table.join('\n')}\n${more}`
}
