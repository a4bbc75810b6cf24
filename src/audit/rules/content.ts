import type { AuditTarget } from '../audit-target.js'
import { type Section, SHT } from '../elf-header.js'
import { DAMAGED, rule } from '../rule.js'
import { opensslVersions, textsWith } from '../text.js'

/**
 * Directories of build machines: home directories, GitHub's runners and containers, CodeBuild, and the places
 * where people and distributions build. Only with what stands below them, since "/tmp" alone is libpq's
 * default socket directory (`DEFAULT_PGSOCKET_DIR` of its `pg_config_manual.h`).
 */
export const BUILD_PATHS: readonly string[] = [
  '/root/',
  '/home/',
  '/Users/',
  '/github/',
  '/__w/',
  '/tmp/',
  '/build/',
  '/workspace/',
  '/codebuild/',
  '/usr/src/',
]

/** Whole texts that are in every libpq, whatever a caller forbids. */
const RUNTIME_TEXTS: readonly string[] = ['/tmp']

/** Sections that only a debugger reads: DWARF (also compressed), stabs, and links to separate files. */
const DEBUG_SECTION = /^\.(z?debug_|stab|gdb_index$|gnu_debug)/

const MAX_BYTES = 6_000_000

/** Rules about what is in the file although the loader does not look at it. */
export const CONTENT_RULES = [
  rule('sound', 'ours', 'no contradiction in what the loader does not read', (elf) =>
    elf.faults.map((fault) => ({
      message: `the file contradicts itself: ${fault}`,
      hint: DAMAGED,
    })),
  ),

  rule('stripped', 'ours', 'no symbol table and no debug information', (elf) =>
    elf.sections.filter(isForDebuggers).map(({ name, size }) => ({
      message: `it has a section ${name} of ${size} bytes, which only a debugger reads`,
      hint: 'Link with -s, or run strip --strip-all.',
    })),
  ),

  rule('comment', 'ours', "no compiler's banner", (elf) =>
    elf.sections
      .filter(({ name }) => name === '.comment')
      .map(({ size }) => ({
        message: `it has a section .comment of ${size} bytes, which names the compiler`,
        hint: 'Run strip --strip-all --remove-section=.comment.',
      })),
  ),

  rule('build-paths', 'ours', 'no path of the build machine', (elf, target) =>
    [...forbiddenTexts(elf.bytes, target)].map(([text, path]) => ({
      message: `it contains "${text}", and ${path} is a directory of the build machine`,
      hint: 'Use a neutral --prefix with DESTDIR, OpenSSL with no-filenames, and no -g or path in CFLAGS.',
    })),
  ),

  rule('size', 'ours', 'within the size budget', function* ({ bytes }, { maxBytes = MAX_BYTES }) {
    if (bytes.length <= maxBytes) return
    yield {
      message: `it has ${bytes.length} bytes, but the budget is ${maxBytes}`,
      hint: 'Compile with -ffunction-sections -fdata-sections and link with -Wl,--gc-sections; strip it.',
    }
  }),

  rule(
    'openssl',
    'ours',
    'the wanted OpenSSL inside, and no other',
    function* ({ bytes }, { openssl = '' }) {
      if (textsWith(bytes, `OpenSSL ${openssl} `).length === 0) {
        yield {
          message: `nothing shows that OpenSSL ${openssl} is inside: there is no text "OpenSSL ${openssl} "`,
          hint: 'Link the static libcrypto with -Wl,-u,OpenSSL_version.',
        }
      }
      for (const version of opensslVersions(bytes)) {
        if (version === openssl) continue
        yield {
          message: `it contains OpenSSL ${version}, but should contain ${openssl}`,
          hint: 'An archive or header of another OpenSSL came in. Look at the -L and -I order, and clear the cache.',
        }
      }
    },
    ({ openssl }) => openssl !== undefined,
  ),
]

function isForDebuggers({ name, type }: Section): boolean {
  return type === SHT.SYMTAB || name === '.symtab' || DEBUG_SECTION.test(name)
}

/** Every text with a forbidden path, once, with the first such path. */
function forbiddenTexts(bytes: Uint8Array, { forbiddenPaths = [] }: AuditTarget): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of [...BUILD_PATHS, ...forbiddenPaths]) {
    // A directory is meant with and without the slash behind it; for the built-in ones the slash is a must.
    const directory = BUILD_PATHS.includes(path) ? path : path.replace(/\/+$/, '')
    for (const text of textsWith(bytes, directory)) {
      if (!found.has(text) && !RUNTIME_TEXTS.includes(text) && standsAlone(text, directory)) {
        found.set(text, path)
      }
    }
  }
  return found
}

/** Whether the text has the path itself and not only one that starts alike, as /work does in /workshop. */
function standsAlone(text: string, directory: string): boolean {
  if (directory.endsWith('/')) return true
  for (let at = text.indexOf(directory); at >= 0; at = text.indexOf(directory, at + 1)) {
    if (!/[\w.+-]/.test(text.charAt(at + directory.length))) return true
  }
  return false
}
