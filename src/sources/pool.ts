import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** Where apt's configuration lies on Debian, Ubuntu and what is made from them. */
const APT_DIRECTORY = '/etc/apt'

/** What a mirror of Debian's or Ubuntu's archive, or of their security archive, is called by convention. */
const ARCHIVE = /\/(debian|debian-security|ubuntu|ubuntu-ports)\/?$/

/**
 * The mirrors of Debian's or Ubuntu's archive that apt is configured for on this machine, each once, in their order;
 * none where there is no apt. Read as data: sources.list(5) in either format, lines and entries that are switched off
 * left out, and the lists behind `mirror+file:`, as GitHub's runners have them. What is fetched from there has its
 * SHA-256 in the lock, so neither suites nor keys matter.
 */
export async function poolMirrors(aptDirectory = APT_DIRECTORY): Promise<URL[]> {
  const parts = join(aptDirectory, 'sources.list.d')
  const names = (await readdir(parts).catch(() => [])).sort()
  const mirrors = new Map<string, URL>()
  for (const file of [join(aptDirectory, 'sources.list'), ...names.map((name) => join(parts, name))]) {
    const text = await readFile(file, 'utf8').catch(() => '')
    const found =
      extname(file) === '.sources' ? inStanzas(text) : extname(file) === '.list' ? inLines(text) : []
    for (const address of (await Promise.all(found.map(behind))).flat()) {
      if (!URL.canParse(address)) continue
      const url = new URL(address)
      if (!/^https?:$/.test(url.protocol) || !ARCHIVE.test(url.pathname)) continue
      url.pathname = url.pathname.replace(/\/?$/, '/')
      mirrors.set(url.href, url)
    }
  }
  return [...mirrors.values()]
}

/** Where a file of the pool lies on a mirror; the security archives have a pool of their own layout. */
export function inPool(mirror: URL, path: string): URL {
  const url = new URL(mirror)
  url.pathname += /-security\/$/.test(url.pathname) ? path.replace(/^pool\//, 'pool/updates/') : path
  return url
}

/** The addresses of a `sources.list` in the one-line format. */
function inLines(text: string): string[] {
  const lines = text.matchAll(/^[ \t]*deb(?:-src)?[ \t]+(?:\[[^\]\n]*\][ \t]*)?([^\s#]+)/gm)
  return Array.from(lines, ([, address = '']) => address)
}

/** The addresses of a `.sources` file in the deb822 format. */
function inStanzas(text: string): string[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'))
  return lines
    .join('\n')
    .split(/\n(?:[ \t]*\n)+/)
    .filter((stanza) => !/^Enabled:\s*(no|false|without|off|disable|0)\s*$/im.test(stanza))
    .flatMap((stanza) => /^URIs:((?:.*(?:\n[ \t]+\S.*)*))/im.exec(stanza)?.[1]?.trim().split(/\s+/) ?? [])
}

/** The mirrors that a list of mirrors has, the list being a file of this machine. */
async function behind(address: string): Promise<string[]> {
  const path = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(address)?.[1]
  if (path === undefined) return [address]
  const text = await readFile(path, 'utf8').catch(() => '')
  return Array.from(text.matchAll(/^[ \t]*([^\s#]+)/gm), ([, first = '']) => first)
}
