import type { Architecture } from '../catalog/architecture.js'

/** What of a machine says whether it can stand in for Lambda's image. */
export interface Machine {
  /** Node's names, as in `process`. */
  platform: NodeJS.Platform
  arch: NodeJS.Architecture
}

/** Whether programs for Lambda on this architecture can be compiled and run on the machine itself. */
export function isLike(architecture: Architecture, { platform, arch }: Machine): boolean {
  return platform === 'linux' && arch === (architecture === 'arm64' ? 'arm64' : 'x64')
}

/** Lambda's name for the architecture of the machine this runs on. */
export function thisArchitecture(): Architecture {
  return process.arch === 'arm64' ? 'arm64' : 'x86_64'
}
