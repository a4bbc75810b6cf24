import type { Architecture } from '../src/catalog/architecture.js'
import { loadCatalog } from '../src/catalog/catalog.js'
import { forHost, pinnedToolchain } from '../src/catalog/toolchain.js'
import type { Source } from '../src/catalog/types.js'
import { askPip } from '../src/machine/pip.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { Tarballs } from '../src/recipe/tarballs.js'
import { provideToolchain, type Toolchain } from '../src/recipe/unpack-toolchain.js'
import { terminalLog } from '../src/report/terminal-log.js'
import { openSources } from '../src/sources/sources.js'
import { TOOLS } from './places.js'

/** The row of the pinned toolchain with the file that runs on this machine. */
export async function pinnedHere(): Promise<Source> {
  return forHost(pinnedToolchain(await loadCatalog()), thisArchitecture())
}

/**
 * The pinned toolchain that runs on this machine, in the tool cache as any build puts it there.
 *
 * @throws {BuildError} when it cannot be had
 */
export function provideToolchainHere(): Promise<Toolchain> {
  return provideToolchainFor(thisArchitecture())
}

/** The same for any host. */
export async function provideToolchainFor(host: Architecture): Promise<Toolchain> {
  process.env.RUNNER_TOOL_CACHE ??= TOOLS
  const log = terminalLog({ write: () => true })
  const sources = await openSources({ askPip }, log)
  const tarballs = new Tarballs((wanted) => sources.obtain(wanted, log))
  return provideToolchain(pinnedToolchain(await loadCatalog()), host, { tarballs, log })
}
