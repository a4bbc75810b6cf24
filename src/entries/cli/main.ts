import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BuildError, MalformedInputError, messageOf } from '../../report/errors.js'
import { type Terminal, terminalLog } from '../../report/terminal-log.js'
import { isCancelled } from '../cancelled.js'
import type { Output } from './command-line.js'
import { UsageError, type Verb } from './verb.js'

/** A verb by name: what stands in the usage, and the module that does it. */
interface Entry {
  title: string
  load(): Promise<Verb>
}

/** Each is loaded when it is asked for: starting takes as long as what it needs, not what all of them need. */
const VERBS = new Map<string, Entry>([
  [
    'build',
    {
      title: 'Builds psycopg2 zips for AWS Lambda; without flags, one for the newest Python that can be had.',
      load: async () => (await import('./build-verb.js')).buildVerb,
    },
  ],
  [
    'plan',
    {
      title: 'Prints what would be built, as JSON.',
      load: async () => (await import('./plan-verb.js')).planVerb,
    },
  ],
  [
    'audit',
    {
      title: 'Tells whether Lambda loads a package, and why not: a zip, a directory or a shared object.',
      load: async () => (await import('./audit-verb.js')).auditVerb,
    },
  ],
  [
    'verify',
    {
      title: 'Tries zips that were made before, here or elsewhere, and writes their records.',
      load: async () => (await import('./verify-verb.js')).verifyVerb,
    },
  ],
  [
    'index',
    {
      title: "Writes a Python index of releases' wheels, as static pages for any web server.",
      load: async () => (await import('./index-verb.js')).indexVerb,
    },
  ],
  [
    'install',
    {
      title:
        'Puts psycopg2 out of a release into a deployment package, checked and audited; needs no Python.',
      load: async () => (await import('./install-verb.js')).installVerb,
    },
  ],
  [
    'publish',
    {
      title: 'Checks a draft release, completes it and publishes it.',
      load: async () => (await import('./publish-verb.js')).publishVerb,
    },
  ],
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
  let usage = USAGE
  try {
    const entry = VERBS.get(name)
    if (entry === undefined) throw new UsageError(`no such verb: ${name}`)
    const verb = await entry.load()
    usage = usageOf(name, entry.title, verb)
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

function usageOf(name: string, title: string, verb: Verb): string {
  const rows = [
    ...Object.entries(verb.flags).map(([flag, text]) => [`--${flag} VALUE`, text] as const),
    ...Object.entries({ ...verb.switches, ...COMMON }).map(([flag, text]) => [`--${flag}`, text] as const),
  ]
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2
  const operand = verb.operand === undefined ? '' : ` ${verb.operand}`
  const table = rows.map(([flag, text]) => `  ${flag.padEnd(width)}${text}`)
  const more = verb.more === undefined ? '' : `\n${verb.more}`
  return `Usage: psycopg2-lambda ${name}${operand} [--flag value …]\n\n${title}\n\n${table.join('\n')}\n${more}`
}
