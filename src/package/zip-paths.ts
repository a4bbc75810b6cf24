/**
 * What is wrong with a path inside a zip, or undefined when it is safe to unpack on any system.
 *
 * Stricter than Linux needs, because a zip that was made on Linux is also unpacked on Windows, where a
 * backslash separates, `C:` is a root and `name:stream` is another file.
 *
 * @param path a directory's path may end in one slash
 */
export function pathProblem(path: string): string | undefined {
  if (path === '' || path === '/') return 'is empty'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute'
  if (path.includes('\\')) return 'has a backslash'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f:]/.test(path)) return 'has a control character or a colon'
  const parts = (path.endsWith('/') ? path.slice(0, -1) : path).split('/')
  if (parts.includes('..')) return 'leads out of the directory (..)'
  if (parts.includes('.') || parts.includes('')) return 'has an empty part'
  return undefined
}

/** The directories among the paths and above them, each with a slash at its end, in no particular order. */
export function parentsOf(paths: Iterable<string>): Set<string> {
  const parents = new Set<string>()
  for (const path of paths) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(path.slice(0, slash + 1))
    }
  }
  return parents
}

/**
 * Order of two ASCII strings by their bytes. `localeCompare` would depend on the machine's locale, and
 * comparing UTF-16 units is comparing bytes as long as everything is ASCII, which `writeZip` sees to.
 */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
