import type { PackageFinding, PackageTarget } from './judgement.js'
import type { Violation } from './rule.js'

/** What Lambda's log says of a finding, as people paste it into a search; undefined for what has no words of its own. */
export function loaderWords({
  rule,
  file,
  symbol,
  library,
  message,
}: Omit<PackageFinding, 'error'>): string | undefined {
  const module = file.replace(/^python\/(lib\/python[\d.]+\/site-packages\/)?/, '').replace(/\.[^/]*$/, '')
  const named = `ImportError: No module named '${module.replaceAll('/', '.')}'`
  switch (rule) {
    case 'psycopg2':
      return "No module named 'psycopg2'"
    case 'module-name':
      return named.replace('ImportError: ', '')
    case 'machine':
      return `${file}: cannot open shared object file: No such file or directory`
    case 'elf':
      return ELF_WORDS.find(([pattern]) => pattern.test(message))?.[1]
    case 'glibc':
      return versionIn(message, library)
    case 'libraries':
      return symbol === undefined
        ? `${library}: cannot open shared object file: No such file or directory`
        : versionIn(message, library)
    case 'undefined':
      return `undefined symbol: ${symbol}`
    case 'init-function':
      return 'dynamic module does not define module export function'
    case 'unzipped-size':
      return 'Unzipped size must be smaller than 262144000 bytes'
    default:
      return undefined
  }
}

/** What to do about it for who did not compile it, but installed it. */
export function userHint(
  { rule, hint }: Pick<Violation, 'rule' | 'hint'>,
  { python, architecture, base }: PackageTarget,
): string {
  const machine = architecture === 'arm64' ? 'aarch64' : 'x86_64'
  const install = `pip install --platform manylinux2014_${machine} --python-version ${python} --only-binary :all: --target DIRECTORY`
  switch (rule) {
    case 'glibc':
      return `Use a build for glibc ${base.glibc} or older: a wheel for manylinux2014 (${install}), or one of a runtime that is newer.`
    case 'module-name':
      return `${hint}: ${install}.`
    case 'machine':
      return `Use the package for ${architecture} (${install}), or the other architecture for the function.`
    case 'init-function':
      return 'A module loads under the name that it was compiled for, and no other: give the file its name back, or use a build for this Python.'
    case 'undefined':
      return 'Use a wheel that brings its libraries, whole: what has this symbol was left out or taken away.'
    default:
      return hint
  }
}

const ELF_WORDS: [RegExp, string][] = [
  [/four bytes of an ELF/, 'invalid ELF header'],
  [/32-bit/, 'wrong ELF class: ELFCLASS32'],
  [/an ELF header alone|has \d+ bytes/, 'file too short'],
]

function versionIn(message: string, library: string | undefined): string | undefined {
  const [, version] = /needs (\S+) of /.exec(message) ?? []
  return version && `/lib64/${library}: version \`${version}' not found`
}
