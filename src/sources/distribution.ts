import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { DistributionSource } from '../catalog/types.js'
import { type AptEntry, parseDeb822, parseOneLine } from './apt.js'

/** A host whose distribution has a source archive that this project knows how to use. */
export interface Distribution {
  /** For people: `Debian` or `Ubuntu`; derivatives count as what they are made from. */
  title: 'Debian' | 'Ubuntu'
  /** The host's own suite, for example `bookworm`; undefined where it does not say. */
  codename: string | undefined
}

/** Reads the text of `/etc/os-release` (os-release(5)); undefined for a distribution of another family. */
export function parseOsRelease(text: string): Distribution | undefined {
  const fields = new Map<string, string>()
  for (const line of text.split('\n')) {
    const match = /^([A-Z0-9_]+)=(["']?)(.*)\2\s*$/.exec(line)
    if (match !== null) fields.set(match[1] ?? '', match[3] ?? '')
  }
  const family = [fields.get('ID') ?? '', ...(fields.get('ID_LIKE') ?? '').split(/\s+/)]
  // Derivatives of Ubuntu name both; their own codename means nothing to Ubuntu's archive.
  if (family.includes('ubuntu')) {
    return { title: 'Ubuntu', codename: fields.get('UBUNTU_CODENAME') ?? fields.get('VERSION_CODENAME') }
  }
  if (family.includes('debian')) return { title: 'Debian', codename: fields.get('VERSION_CODENAME') }
  return undefined
}

/** The host's apt sources: `sources.list` and every `.list` and `.sources` of `sources.list.d` below `directory`. */
export async function readAptSources(directory: string): Promise<AptEntry[]> {
  const parts = join(directory, 'sources.list.d')
  const names = (await readdir(parts).catch(() => [])).sort()
  const files = [join(directory, 'sources.list'), ...names.map((name) => join(parts, name))]
  const entries: AptEntry[] = []
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (extname(file) === '.list') entries.push(...parseOneLine(text))
    if (extname(file) === '.sources') entries.push(...parseDeb822(text))
  }
  return entries
}

/**
 * The text of every mirror list that entries refer to as `mirror+file:PATH`, as cloud images do, by that address.
 * Their addresses say nothing about what they are mirrors of; the lines inside do.
 */
export async function readMirrorLists(entries: readonly AptEntry[]): Promise<Map<string, string>> {
  const lists = new Map<string, string>()
  for (const uri of entries.flatMap((entry) => entry.uris)) {
    const path = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(uri)?.[1]
    if (path !== undefined) lists.set(uri, await readFile(path, 'utf8').catch(() => ''))
  }
  return lists
}

const ARCHIVE = { Debian: /\/debian$/, Ubuntu: /\/ubuntu(-ports)?$/ }
const SECURITY_ARCHIVE = { Debian: /\/debian(-security)?$/, Ubuntu: /\/ubuntu(-ports)?$/ }
const SECURITY_SUITE = /(-security|\/updates)$/

/**
 * The entries that give the source packages: the host's mirrors, components and keys with the wanted suites.
 *
 * Others publish under paths that end in `/debian` or `/ubuntu` too. The distribution's own archive is told from
 * them by what only it has: the component `main`, and on the same mirror suites for updates or security fixes. A
 * host without such suites (Debian's sid) is taken at its word.
 *
 * @param lists what `readMirrorLists` gave
 * @param wanted what the lock says about the tarballs; its suites are Debian's, so Ubuntu uses the host's own
 */
export function archiveEntries(
  distribution: Distribution,
  entries: readonly AptEntry[],
  lists: ReadonlyMap<string, string>,
  wanted: readonly DistributionSource[],
): AptEntry[] {
  const { title, codename } = distribution
  const debian = [...new Set(wanted.flatMap((source) => source.suites))].sort()
  const host = codename === undefined ? [] : [codename]
  const suites = title === 'Debian' ? debian : host.flatMap((suite) => [suite, `${suite}-updates`])
  // Neither what is always in motion nor an add-on like `trixie-backports` has a suite of security fixes.
  const stable = (title === 'Debian' ? debian : host).filter(
    (suite) => !/^(sid|unstable|experimental)$|-/.test(suite),
  )

  const kept = (pattern: RegExp, entry: AptEntry): AptEntry[] => {
    const uris = entry.uris.filter((uri) => addresses(uri, lists).some((address) => pattern.test(address)))
    return uris.length > 0 && entry.components.includes('main') ? [{ ...entry, uris }] : []
  }
  const ordinary = entries
    .flatMap((entry) => kept(ARCHIVE[title], entry))
    .filter((entry) => !entry.suites.every((suite) => SECURITY_SUITE.test(suite)))
  const security = entries
    .flatMap((entry) => kept(SECURITY_ARCHIVE[title], entry))
    .filter((entry) => entry.suites.some((suite) => SECURITY_SUITE.test(suite)))
  const withUpdates = merge(ordinary).filter((entry) =>
    [...entry.suites, ...sameMirror(entry, security)].some((suite) => /-(updates|security)$/.test(suite)),
  )
  const main = withUpdates.length > 0 ? withUpdates : merge(ordinary)
  return [
    ...main.map((entry) => ({ ...entry, suites })),
    ...merge(security).map((entry) => ({ ...entry, suites: stable.map((suite) => `${suite}-security`) })),
  ].filter((entry) => entry.suites.length > 0)
}

/** What an entry's URI leads to, without slashes at the end. */
function addresses(uri: string, lists: ReadonlyMap<string, string>): string[] {
  const listed = lists
    .get(uri)
    ?.split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/)[0] ?? '')
  return (listed ?? [uri]).map((address) => address.replace(/\/+$/, ''))
}

function sameMirror(entry: AptEntry, others: readonly AptEntry[]): string[] {
  return others
    .filter((other) => other.uris.some((uri) => entry.uris.includes(uri)))
    .flatMap((other) => other.suites)
}

/** One entry for each mirror: apt refuses two for the same suite that name different keys. */
function merge(entries: readonly AptEntry[]): AptEntry[] {
  const merged = new Map<string, AptEntry>()
  for (const entry of entries) {
    const key = entry.uris.map((uri) => uri.replace(/\/+$/, '')).join(' ')
    const known = merged.get(key)
    merged.set(key, {
      uris: known?.uris ?? entry.uris,
      suites: [...new Set([...(known?.suites ?? []), ...entry.suites])],
      components: [...new Set([...(known?.components ?? []), ...entry.components])],
      options: { ...entry.options, ...known?.options },
    })
  }
  return [...merged.values()]
}
