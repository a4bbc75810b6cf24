import type { Trust } from '../network/route.js'

/** Runs pip with these arguments, wherever it is, and gives what it printed; undefined where there is none. */
export type AskPip = (...argv: string[]) => Promise<string | undefined>

/** An index of packages. */
export interface Index {
  /** It may have a login in it. */
  address: string
  /** Somebody has named it: it is not pip's own default. */
  named: boolean
}

/** Where pip would look for packages, and how. */
export interface PipSettings {
  /** In the order in which they are asked. */
  indexes: Index[]
  trust: Trust
}

/**
 * What pip is configured for, by its own account: files, variables and its built-in default together, of which this
 * project names none. Where it is not this machine's pip, this machine's variables count all the same, and more; the
 * files that its settings name are elsewhere, and are left out.
 *
 * @param elsewhere whether this pip is not this machine's
 * @returns undefined when neither knows an index; no indexes when pip is told to use none
 */
export async function readPip(
  ask: AskPip | undefined,
  env: NodeJS.ProcessEnv,
  elsewhere = false,
): Promise<PipSettings | undefined> {
  const own = fromVariables(env)
  const told = fromList((await ask?.('config', 'list')) ?? '')
  const value: Value = (name) => own(name) ?? told(name)
  const file: Value = elsewhere ? own : value
  const trust: Trust = {
    ca: file('cert'),
    client: file('client-cert'),
    proxy: value('proxy'),
    hosts: words(value('trusted-host')),
  }
  if (/^(1|true|yes|on|y|t)$/i.test(value('no-index') ?? '')) return { indexes: [], trust }
  const named = value('index-url')
  const first = named ?? defaultOf(await ask?.('download', '--help'))
  if (first === undefined) return undefined
  const more = words(value('extra-index-url')).map((address) => ({ address, named: true }))
  return { indexes: [{ address: first, named: named !== undefined }, ...more], trust }
}

type Value = (name: string) => string | undefined

function fromVariables(env: NodeJS.ProcessEnv): Value {
  return (name) => env[`PIP_${name.replaceAll('-', '_').toUpperCase()}`] || undefined
}

/** `pip config list`: `global.index-url='https://…'`, a line a setting; what is said nearer to the command counts more. */
function fromList(text: string): Value {
  const settings = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, key, value] = /^([\w.:-]+)=(.*)$/.exec(line.trim()) ?? []
    if (key !== undefined && value !== undefined) settings.set(key, unquoted(value))
  }
  return (name) =>
    [':env:', 'download', 'global']
      .map((section) => settings.get(`${section}.${name}`))
      .find((value) => value !== undefined && value !== '')
}

/** Python's `repr` of a text, as pip prints values. */
function unquoted(value: string): string {
  const [, , text = value] = /^(['"])(.*)\1$/.exec(value) ?? []
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
}

/** pip's own index, from its help, which may break the line anywhere. */
function defaultOf(help: string | undefined): string | undefined {
  return /--index-url\b[\s\S]*?\(default:?\s+(https?:\/\/[^\s)]+)\)/.exec(help ?? '')?.[1]
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}
