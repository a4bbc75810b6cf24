/** The two machines Lambda runs, in AWS's own words. */
export const ARCHITECTURES = ['x86_64', 'arm64'] as const

export type Architecture = (typeof ARCHITECTURES)[number]

/** The kernel's and the compilers' word for AWS's. */
export const MACHINES: Record<Architecture, string> = { x86_64: 'x86_64', arm64: 'aarch64' }

/** GitHub's runner of each architecture, for hints and matrices. */
export const RUNNERS: Record<Architecture, string> = { x86_64: 'ubuntu-24.04', arm64: 'ubuntu-24.04-arm' }
