import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Architecture } from '../src/catalog/architecture.js'
import { findPythonHere } from '../src/machine/interpreters.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { provideToolchainHere } from '../stand-ins/toolchain.js'

const TOP = join(import.meta.dirname, '..')

/** The build that sizes are held against: one Python, its psycopg2, this machine's architecture, the pinned toolchain. */
export interface Reference {
  architecture: Architecture
  /** Of the zip, in bytes. */
  size: number
  /** Archive members that the linker took: `libcrypto.a(libcrypto-lib-aes_core.o)`. */
  linked: string[]
  /** Archive members that were compiled all the same. */
  unlinked: string[]
}

/** What is kept of the last reference build that was accepted. */
export interface Kept {
  /** Bytes by architecture. */
  sizes: Partial<Record<Architecture, number>>
  /** Archive members by architecture. */
  linked: Partial<Record<Architecture, string[]>>
}

const FILE = join(TOP, 'bench', 'reference.json')

/** What is kept. */
export function readKept(): Kept {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Kept
}

/** Accepts a reference build: from now on others are held against it. */
export function keepReference({ architecture, size, linked }: Reference): void {
  const before = readKept()
  const kept = {
    sizes: { ...before.sizes, [architecture]: size },
    linked: { ...before.linked, [architecture]: linked },
  }
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`)
}

/** What speaks against a build, beside the one that is kept; nothing when it is as good. */
export function complaints(build: Reference, kept: Kept): string[] {
  const known = kept.sizes[build.architecture]
  // Architectures differ by more than what is to be found here, so one that nobody has tried is given more room.
  const limit = Math.floor(known === undefined ? Math.max(...Object.values(kept.sizes)) * 1.1 : known * 1.02)
  // Of another architecture nothing is known but that what is compiled is to be linked.
  const members = kept.linked[build.architecture] ?? build.linked
  const more = build.linked.filter((member) => !members.includes(member))
  return [
    ...(build.size > limit ? [`the zip has ${build.size} bytes, more than ${limit}`] : []),
    ...more.map((member) => `${member} is linked, which was not before`),
    ...build.unlinked.map((member) => `${member} is compiled, but not linked`),
  ]
}

/**
 * Makes the reference build on this machine, from OpenSSL and libpq that an earlier run may have compiled.
 *
 * @param python the Python it is for; zips for different ones are of nearly the same size
 * @param tools the tool cache
 * @param scratch an empty directory
 */
export async function buildReference(python: string, tools: string, scratch: string): Promise<Reference> {
  const out = join(scratch, 'zip')
  const argv = ['build', '--container-engine', 'none', '--python-version', python]
  const cli = join(TOP, 'dist', 'cli', 'index.js')
  const build = () => {
    const run = spawnSync(
      process.execPath,
      [cli, ...argv, '--output-dir', out, '--verify', 'none', '--json'],
      {
        encoding: 'utf8',
        env: { ...process.env, RUNNER_TOOL_CACHE: tools },
      },
    )
    if (run.status !== 0) throw new Error(run.stderr)
    return run
  }
  const first = build()
  // Where the first one had to compile it, a second one finds it and says where.
  const kept = (stderr: string) => /Compiled by an earlier run: (.*)/.exec(stderr)?.[1]
  const dependencies = kept(first.stderr) ?? kept(build().stderr) ?? ''
  const [{ size, versions }] = JSON.parse(first.stdout) as [{ size: number; versions: { psycopg2: string } }]
  const linked = await membersOf(dependencies, python, versions.psycopg2, tools, scratch)
  return {
    architecture: thisArchitecture(),
    size,
    linked,
    unlinked: archived(dependencies).filter((member) => !linked.includes(member)),
  }
}

/** What psycopg2.sh says the linker took. */
async function membersOf(
  dependencies: string,
  python: string,
  psycopg2: string,
  tools: string,
  scratch: string,
): Promise<string[]> {
  const [tarball = ''] = execFileSync('find', [tools, '-name', `psycopg2-${psycopg2}.tar.gz`], {
    encoding: 'utf8',
  }).split('\n')
  mkdirSync(scratch, { recursive: true })
  const bin = join(scratch, 'bin')
  const env = { PATH: process.env.PATH, ARCHITECTURE: thisArchitecture() }
  const { directory } = await provideToolchainHere()
  execFileSync('sh', [join(TOP, 'scripts', 'toolchain.sh')], {
    env: { ...env, TOOLCHAIN_DIR: directory, BIN_DIR: bin },
  })
  execFileSync('sh', [join(TOP, 'scripts', 'psycopg2.sh')], {
    env: {
      ...env,
      TOOLCHAIN_BIN: bin,
      PSYCOPG2_TARBALL: tarball,
      PSYCOPG2_VERSION: psycopg2,
      PYTHON: await findPythonHere(python),
      PYTHON_VERSION: python,
      WORK_DIR: join(scratch, 'work'),
      DEPS_DIR: dependencies,
      OUT_DIR: join(scratch, 'out'),
    },
  })
  return readFileSync(join(scratch, 'out', 'members'), 'utf8')
    .split('\n')
    .filter((line) => OURS.test(line))
}

/** Members of other archives are the compiler's own. */
const OURS = /^lib(crypto|ssl|pq|pgcommon_shlib|pgport_shlib)\.a\(/

/** Every member of the archives in a directory. */
function archived(dependencies: string): string[] {
  const archives = execFileSync('find', [dependencies, '-name', '*.a'], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const members = archives.flatMap((archive) =>
    execFileSync('ar', ['t', archive], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((member) => `${archive.slice(archive.lastIndexOf('/') + 1)}(${member})`),
  )
  return members.filter((member) => OURS.test(member))
}
