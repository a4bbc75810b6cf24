import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ARCHITECTURES, type Architecture } from '../src/catalog/architecture.js'
import { messageOf } from '../src/report/errors.js'
import { PORTS } from './debian.js'
import { CACHE } from './places.js'

/** The headers of one Python from the same source package, as Debian compiled it for each architecture. */
export interface Headers {
  python: string
  /** By architecture a `usr/include`. */
  include: Record<Architecture, string>
}

/**
 * Gets the headers of the newest of those Pythons that this machine's Debian has, for every architecture, from where apt
 * is configured to find packages. Nothing is installed, and apt's own lists stay as they are.
 *
 * @param pythons oldest first
 * @returns why not, where they cannot be had
 */
export function provideHeaders(pythons: readonly string[]): Headers | { missing: string } {
  const top = join(CACHE, 'headers')
  rmSync(top, { recursive: true, force: true })
  const [lists, packages] = [join(top, 'lists'), join(top, 'packages')]
  for (const directory of [lists, packages]) mkdirSync(directory, { recursive: true })
  const config = [
    ...ARCHITECTURES.map((architecture) => `APT::Architectures::=${PORTS[architecture]}`),
    ...[
      `Dir::State::Lists=${lists}`,
      `Dir::Cache=${top}`,
      'Acquire::Languages=none',
      'APT::Sandbox::User=root',
    ],
  ].flatMap((option) => ['-o', option])
  const run = (command: string, ...argv: string[]) =>
    execFileSync(command, argv, { encoding: 'utf8', cwd: packages, stdio: 'pipe' })
  try {
    run('apt-get', '-qq', ...config, 'update')
    const known = run('apt-cache', ...config, 'pkgnames', 'libpython').split('\n')
    const python = pythons.findLast((one) => known.includes(`libpython${one}-dev`))
    if (python === undefined) return { missing: `this Debian has none of the Pythons ${pythons.join(', ')}` }
    const include = (architecture: Architecture) => {
      run('apt-get', '-qq', ...config, 'download', `libpython${python}-dev:${PORTS[architecture]}`)
      const file = readdirSync(packages).find((name) => name.endsWith(`_${PORTS[architecture]}.deb`)) ?? ''
      run('dpkg-deb', '--extract', file, join(top, architecture))
      return join(top, architecture, 'usr', 'include')
    }
    return { python, include: { x86_64: include('x86_64'), arm64: include('arm64') } }
  } catch (error) {
    return { missing: `apt-get does not give Python's headers for both architectures: ${messageOf(error)}` }
  }
}
