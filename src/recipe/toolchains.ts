import type { Architecture } from '../catalog/architecture.js'
import type { BuildPlan } from '../catalog/plan.js'
import type { Source } from '../catalog/types.js'
import { thisArchitecture } from '../machine/this-machine.js'
import type { Log } from '../report/log.js'
import type { Engine } from '../sandbox/engine.js'
import type { Tarballs } from './tarballs.js'
import { type MountedToolchain, toolchainVolume, type VolumeRequest } from './toolchain-volume.js'
import { provideToolchain, type Toolchain } from './unpack-toolchain.js'

/** The pinned compilers of a run: each is unpacked, checked and put into the engine's volume once. */
export class Toolchains {
  readonly #provided = new Map<string, Promise<Toolchain>>()
  readonly #mounted = new Map<string, Promise<MountedToolchain>>()

  constructor(private readonly tarballs: Tarballs) {}

  /** @throws {BuildError} as `provideToolchain` */
  provide(source: Source, host: Architecture, log: Log): Promise<Toolchain> {
    const { tarballs } = this
    const key = `${source.version} ${host}`
    return once(this.#provided, key, () => provideToolchain(source, host, { tarballs, log }))
  }

  /** @throws {BuildError} as `provideToolchain` and `toolchainVolume` */
  async mount(
    source: Source,
    host: Architecture,
    where: Omit<VolumeRequest, 'toolchain'>,
  ): Promise<MountedToolchain> {
    const toolchain = await this.provide(source, host, where.log)
    const key = `${where.engine} ${source.version} ${host}`
    return once(this.#mounted, key, () => toolchainVolume({ ...where, toolchain }))
  }
}

/**
 * The machine that a plan is compiled on: this one, whatever it is compiled for, if the toolchain is the pinned one.
 * A container of another architecture is emulated; it is needed where Lambda has no image of that Python for this one.
 */
export function hostOf({ toolchain, buildImages, architecture }: BuildPlan, engine: Engine): Architecture {
  const here = thisArchitecture()
  if (toolchain === undefined) return architecture
  return engine === 'none' || buildImages[here] !== undefined ? here : architecture
}

function once<T>(known: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const under = known.get(key) ?? begin()
  known.set(key, under)
  return under
}
