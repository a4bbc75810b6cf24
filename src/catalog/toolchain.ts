import { BuildError } from '../report/errors.js'
import type { Architecture } from './architecture.js'
import { type Catalog, versionsOf } from './catalog.js'
import { type Source, TOOLCHAIN } from './types.js'

/** What compiles: `pinned`, the compiler in the lock; `image`, that of the build image or of this machine. */
export const TOOLCHAINS = ['pinned', 'image'] as const
export type ToolchainChoice = (typeof TOOLCHAINS)[number]

/** The choice that a plan's toolchain came from. */
export function choiceOf({ toolchain }: { toolchain: Source | undefined }): ToolchainChoice {
  return toolchain === undefined ? 'image' : 'pinned'
}

/** The newest toolchain in the lock. @throws {BuildError} when there is none */
export function pinnedToolchain(catalog: Catalog): Source {
  const newest = versionsOf(catalog, TOOLCHAIN).at(-1)
  if (newest !== undefined) return newest
  throw new BuildError(
    'No toolchain is in the lock',
    `Add a row of the project ${TOOLCHAIN} to it, or use toolchain: image.`,
  )
}

/** The row with the one file that runs on a machine of that architecture. @throws {BuildError} when it has none */
export function forHost(toolchain: Source, host: Architecture): Source {
  const file = toolchain.files.find((one) => one.host === host)
  if (file !== undefined) return { ...toolchain, files: [file] }
  throw new BuildError(
    `The lock has no ${toolchain.project} ${toolchain.version} that runs on ${host}`,
    'Add its file to the row of a lock-file of yours, or use toolchain: image.',
  )
}
