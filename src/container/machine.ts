import type { Architecture } from '../catalog/types.js'

/** GitHub's runner of each architecture, for hints and matrices. */
export const RUNNERS: Record<Architecture, string> = { x86_64: 'ubuntu-24.04', arm64: 'ubuntu-24.04-arm' }

/** Lambda's name for the architecture of the machine this runs on. */
export function thisArchitecture(): Architecture {
  return process.arch === 'arm64' ? 'arm64' : 'x86_64'
}
