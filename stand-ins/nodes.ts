import { join } from 'node:path'

const modules = join(import.meta.dirname, '..', 'node_modules')

/**
 * The oldest Node that the command line promises to run on, and the one that the actions and these tests run on. Both
 * packages have a program `node`, so they are called by their paths.
 */
export const FLOOR = join(modules, 'node20', 'bin', 'node')
export const NEWEST = join(modules, 'node', 'bin', 'node')
