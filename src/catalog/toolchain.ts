/** The compilers there are to choose from: the lock's, or the build image's (this machine's where there is none). */
export const TOOLCHAINS = ['pinned', 'image'] as const

export type Toolchain = (typeof TOOLCHAINS)[number]
