import type { Trust } from '../network/route.js'

/** Runs pip with these arguments, wherever it is, and gives what it printed; undefined where there is none. */
export type AskPip = (...argv: string[]) => Promise<string | undefined>

/** Where pip would look for packages, and how. */
export interface PipSettings {
  /** In the order in which they are asked; they may have a login in them. */
  indexes: string[]
  trust: Trust
}

/**
 * What pip is configured for, by its own account: files, variables and its built-in default together, of which this
 * project names none. Without pip, its variables alone say it.
 *
 * @returns undefined when neither knows an index; no indexes when pip is told to use none
 */
export async function readPip(ask: AskPip, env: NodeJS.ProcessEnv): Promise<PipSettings | undefined> {
  const listed = await ask('config', 'list')
  const value = listed === undefined ? fromVariables(env) : fromList(listed)
  const trust: Trust = {
    ca: value('cert'),
    client: value('client-cert'),
    proxy: value('proxy'),
    hosts: words(value('trusted-host')),
  }
  if (/^(1|true|yes|on|y|t)$/i.test(value('no-index') ?? '')) return { indexes: [], trust }
  const first = value('index-url') ?? defaultOf(await ask('download', '--help'))
  if (first === undefined) return undefined
  return { indexes: [first, ...words(value('extra-index-url'))], trust }
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
