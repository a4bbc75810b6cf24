import { posix } from 'node:path'
import { MACHINES } from '../catalog/architecture.js'
import { initFunctionOf } from '../catalog/python.js'
import type { Base } from '../catalog/types.js'
import { ET_DYN, ET_EXEC, PT, SEGMENT_SIZE } from './elf-header.js'
import { isSince } from './glibc.js'
import type { PackageFinding, PackageTarget } from './judgement.js'
import type { Interpreter } from './module-names.js'

/** What Lambda's log says of a finding, as people paste it into a search; undefined for what has no words of its own. */
export function loaderWords(
  { rule, file, symbol, library, version }: Omit<PackageFinding, 'error'>,
  python: string,
): string | undefined {
  const path = file.replace(/^python\/(lib\/python[\d.]+\/site-packages\/)?/, '').replace(/\.[^/]*$/, '')
  const module = posix.basename(path)
  const isTwo = python === '2.7'
  switch (rule) {
    case 'psycopg2':
      return notFound('psycopg2', python)
    case 'module-name':
      return notFound(path.replaceAll('/', '.'), python)
    case 'machine':
      return `${file}: cannot open shared object file: No such file or directory`
    case 'glibc':
      return version && versionNotFound(`/lib64/${library}`, version)
    case 'libraries':
      return `${library}: cannot open shared object file: No such file or directory`
    case 'undefined':
      return `undefined symbol: ${symbol}${version ? `, version ${version}` : ''}`
    case 'init-function':
      return `dynamic module does not define ${isTwo ? 'init' : 'module export'} function (${initFunctionOf(python, module)})`
    case 'processor':
      return 'CPU ISA level is lower than required'
    case 'unreadable':
      return NOT_UNZIPPED
    case 'unzipped-size':
      return 'Unzipped size must be smaller than 262144000 bytes'
    default:
      return undefined
  }
}

/** What Lambda answers to the upload of a zip that it cannot unpack: serverless/serverless#7242, among others. */
export const NOT_UNZIPPED = 'Could not unzip uploaded file. Please check your file, then try to upload again.'

/** What Python says of a module that it does not find; 2.7 names only the part that is missing, and does not quote it. */
export function notFound(module: string, python: string): string {
  return `No module named ${python === '2.7' ? module.replace(/.*\./, '') : `'${module}'`}`
}

/**
 * How pip gets the build of a package for a runtime.
 *
 * @param runtime the `glibc` that it has; the oldest of Lambda's where it is not said
 * @param file of the package, which tells whether it is psycopg2
 */
export function installWith(runtime: Interpreter & { base?: Pick<Base, 'glibc'> }, file: string): string {
  const { python, architecture, base } = runtime
  const name = /psycopg2/.test(file) ? 'psycopg2-binary' : 'PACKAGE'
  // psycopg2-binary's newest wheels for arm64 need it, and those of many others for either machine; pip takes the newer.
  const isNewer = base !== undefined && isSince(base.glibc, '2.28')
  const tags = isNewer && (architecture === 'arm64' || name === 'PACKAGE') ? ['2014', '_2_28'] : ['2014']
  const platforms = tags.map((tag) => `--platform manylinux${tag}_${MACHINES[architecture]}`)
  return `pip install ${platforms.join(' ')} --python-version ${python} --only-binary :all: --target DIRECTORY ${name}`
}

/** What to do about it for who did not compile it, but installed it. */
export function userHint(
  { rule, hint, file }: Pick<PackageFinding, 'rule' | 'hint' | 'file'>,
  { python, architecture, base }: PackageTarget,
): string {
  const install = installWith({ python, architecture, base }, file)
  switch (rule) {
    case 'glibc':
      return `Use a build for glibc ${base.glibc} or older: a wheel that is (${install}), or a runtime that is newer.`
    case 'machine':
      return `Use the package for ${architecture} (${install}), or the other architecture for the function.`
    case 'init-function':
      return 'A module loads under the name that it was compiled for, and no other: give the file its name back, or use a build for this Python.'
    case 'shared-object':
    case 'relr':
      return `Use another build of it (${install}), and copy it as it is, not as text.`
    case 'undefined':
      return 'Use a wheel that brings its libraries, whole: what has this symbol was left out or taken away.'
    default:
      return hint
  }
}

/** What the loader says of a file that is of another kind. */
export const NOT_ELF = 'invalid ELF header'

/** What is in an ELF header, in the order in which the loader looks at it: `open_verify` of glibc's `elf/dl-load.c`. */
const HEADER: [words: string, isSo: (header: Buffer) => boolean][] = [
  [NOT_ELF, (header) => header.toString('latin1', 0, 4) !== '\x7fELF'],
  ['wrong ELF class: ELFCLASS32', (header) => header[4] !== 2],
  ['ELF file data encoding not little-endian', (header) => header[5] !== 1],
  ['ELF file version ident does not match current one', (header) => header[6] !== 1],
  ['ELF file version does not match current one', (header) => header.readUInt32LE(20) !== 1],
  ['only ET_DYN and ET_EXEC can be loaded', (header) => ![ET_EXEC, ET_DYN].includes(header.readUInt16LE(16))],
  ["ELF file's phentsize not the expected size", (header) => header.readUInt16LE(54) !== SEGMENT_SIZE],
]

/** What the loader says of a file by its header and its segments; undefined where these are right, as far as they are read here. */
export function headerWords(bytes: Uint8Array): string | undefined {
  if (bytes.length < 64) return 'file too short'
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [words] = HEADER.find(([, isSo]) => isSo(file)) ?? []
  if (words !== undefined) return words
  const [start, count] = [Number(file.readBigUInt64LE(32)), file.readUInt16LE(56)]
  if (start + count * SEGMENT_SIZE > file.length) return 'cannot read file data'
  const types = Array.from({ length: count }, (_, index) => file.readUInt32LE(start + index * SEGMENT_SIZE))
  return types.includes(PT.LOAD) ? undefined : 'object file has no loadable segments'
}

/** What the loader says of a library that lacks a version. @param path on Lambda */
export function versionNotFound(path: string, version: string): string {
  return `${path}: version \`${version}' not found`
}
