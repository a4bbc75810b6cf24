/** An entry of the host's apt sources, in whichever of the two formats it was written. */
export interface AptEntry {
  uris: string[]
  suites: string[]
  components: string[]
  /** What says how the entry is to be trusted, in deb822 spelling; values may have continuation lines. */
  options: Record<string, string>
}

/** The options that are carried over: without them apt would trust another set of keys than on the host. */
const CARRIED = ['Signed-By', 'Trusted', 'Allow-Insecure', 'Allow-Weak', 'Check-Valid-Until']

/**
 * Reads a `sources.list` in the one-line format (sources.list(5)); comments, other lines and CD-ROMs are skipped.
 */
export function parseOneLine(text: string): AptEntry[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb(?:-src)?\s+(?:\[([^\]]*)\]\s*)?([^\s#]+)\s+([^\s#]+)([^#]*)/.exec(line)
    if (match === null) return []
    const [, options = '', uri = '', suite = '', components = ''] = match
    if (uri.startsWith('cdrom:')) return []
    const given = words(options).map((option) => option.split('=') as [string, string?])
    return [
      {
        uris: [uri],
        suites: [suite],
        components: words(components),
        options: carried((name) => given.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]),
      },
    ]
  })
}

/** Reads a `.sources` file in the deb822 format (sources.list(5)); entries that are switched off are skipped. */
export function parseDeb822(text: string): AptEntry[] {
  return stanzas(text).flatMap((field) => {
    const uris = words(field('URIs'))
    const off = /^(no|false|without|off|disable|0)$/i.test(field('Enabled') ?? '')
    if (off || uris.length === 0 || !/\bdeb(-src)?\b/.test(field('Types') ?? '')) return []
    return [
      {
        uris,
        suites: words(field('Suites')),
        components: words(field('Components')),
        options: carried(field),
      },
    ]
  })
}

/** Writes entries of source packages in the deb822 format, the only one that can hold a key inside. */
export function renderSources(entries: readonly AptEntry[]): string {
  return entries
    .map(({ uris, suites, components, options }) =>
      [
        'Types: deb-src',
        `URIs: ${uris.join(' ')}`,
        `Suites: ${suites.join(' ')}`,
        `Components: ${components.join(' ')}`,
        ...Object.entries(options).map(([name, value]) => `${name}: ${value}`),
        '',
      ].join('\n'),
    )
    .join('\n')
}

/**
 * The configuration that gives apt a life of its own below `state`, whoever runs it.
 *
 * It is read after the host's, whose proxies, timeouts and checks stay in force. Cleared is what would touch the
 * host (hooks; Debian's container images delete packages in one) or refuse to work with other suites than the
 * host's (default release, pins).
 */
export function aptConfiguration(state: string): string {
  return [
    '#clear APT::Update::Pre-Invoke;',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear APT::Default-Release;',
    // An empty user: apt would otherwise fetch as _apt, which may not write here.
    'APT::Sandbox::User "";',
    'Acquire::Retries "3";',
    `Dir::State "${state}";`,
    `Dir::State::lists "${state}/lists";`,
    `Dir::State::status "${state}/status";`,
    `Dir::Cache "${state}/cache";`,
    // The ending says the format.
    `Dir::Etc::sourcelist "${state}/own.sources";`,
    'Dir::Etc::sourceparts "/dev/null";',
    'Dir::Etc::preferences "/dev/null";',
    'Dir::Etc::preferencesparts "/dev/null";',
    '',
  ].join('\n')
}

/**
 * Command lines over the configuration file `configuration`; the first word is the program.
 *
 * By its full path: where PATH has a directory this user may not read, @actions/exec's search prints a complaint to
 * standard output, which on the command line belongs to the results.
 */
export const aptCommands = {
  update: (configuration: string): [string, ...string[]] => [
    '/usr/bin/apt-get',
    '-c',
    configuration,
    '-q',
    'update',
  ],
  showSource: (configuration: string, name: string): [string, ...string[]] => [
    '/usr/bin/apt-cache',
    '-c',
    configuration,
    'showsrc',
    name,
  ],
  /** `--tar-only` leaves out the description and Debian's changes: the upstream tarball alone is wanted. */
  download: (configuration: string, name: string, version: string): [string, ...string[]] => [
    '/usr/bin/apt-get',
    '-c',
    configuration,
    '-q',
    'source',
    '--download-only',
    '--tar-only',
    `${name}=${version}`,
  ],
}

/** A source package that holds a wanted file. */
export interface SourcePackage {
  name: string
  version: string
  /** The file's name in the archive. */
  file: string
}

/** Of the output of `apt-cache showsrc`, the package that lists a file with this SHA-256. */
export function findPackage(showsrc: string, sha256: string): SourcePackage | undefined {
  for (const field of stanzas(showsrc)) {
    const rows = (field('Checksums-Sha256') ?? '').split('\n').map((row) => words(row))
    const file = rows.find(([sum]) => sum === sha256)?.[2]
    const name = field('Package')
    const version = field('Version')
    if (file !== undefined && name !== undefined && version !== undefined) return { name, version, file }
  }
  return undefined
}

/** Looks a field's value up, by its name in any case. */
type Stanza = (name: string) => string | undefined

/** The stanzas of a Debian control file (deb822(5)); values keep their line breaks. */
function stanzas(text: string): Stanza[] {
  const paragraphs = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n(?:[ \t]*\n)+/)
  return paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const fields = new Map<string, string>()
      for (const field of paragraph.split(/\n(?![ \t])/)) {
        const colon = field.indexOf(':')
        if (colon > 0) fields.set(field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim())
      }
      return (name) => fields.get(name.toLowerCase())
    })
}

function carried(option: (name: string) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    CARRIED.flatMap((name) => {
      const value = option(name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}
