import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isOlder, type Layout } from './layout.js'

/** How a staging directory is called, which stands in the directory that it is for, because renaming must not copy. */
export const STAGING = /^\.psycopg2-lambda-[\w-]+\.tmp$/
/** Below it: what is new, and what was there before. */
export const NEW = 'new'
export const OLD = 'old'

/**
 * Puts what was unpacked in its place, name by name, and takes away what it replaces. When one step fails, all before it
 * are undone. Nothing else happens meanwhile in this process, not even a signal's handler, because a half is nothing.
 *
 * @param path the directory of the package
 * @param staging a directory in it with what is new below {@link NEW}
 * @returns the names that were there before
 * @throws what the file system said
 */
export function swap(path: string, staging: string, { sites, names }: Layout): string[] {
  const undo: (() => void)[] = []
  const replaced: string[] = []
  const move = (from: string, to: string) => {
    makeParents(dirname(to), undo)
    renameSync(from, to)
    undo.push(() => renameSync(to, from))
  }
  try {
    for (const name of replacedBy(path, sites, names)) {
      move(join(path, name), join(staging, OLD, name))
      replaced.push(name)
    }
    for (const name of names) move(join(staging, NEW, name), join(path, name))
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  return replaced
}

/** The names in a directory that make room. */
function replacedBy(path: string, sites: readonly string[], names: readonly string[]): string[] {
  const older = sites.flatMap((site) =>
    (existsSync(join(path, site)) ? readdirSync(join(path, site)) : [])
      .filter(isOlder)
      .map((name) => `${site}${name}`),
  )
  return [...new Set([...older, ...names.filter((name) => isThere(join(path, name)))])].sort()
}

/** Also a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Makes a directory and those above it, and takes away again what was made. */
function makeParents(path: string, undo: (() => void)[]): void {
  if (existsSync(path)) return
  makeParents(dirname(path), undo)
  mkdirSync(path)
  undo.push(() => rmSync(path, { recursive: true }))
}

/**
 * Gives back what an install that was killed between two steps had moved away: what has no successor goes back to its
 * place. Then nothing is left of it.
 */
export function recover(path: string, staging: string): void {
  const putBack = (below: string) => {
    const old = join(staging, OLD, below)
    for (const entry of existsSync(old) ? readdirSync(old, { withFileTypes: true }) : []) {
      const name = `${below}${entry.name}`
      if (!isThere(join(path, name))) renameSync(join(staging, OLD, name), join(path, name))
      else if (entry.isDirectory() && !isOlder(entry.name)) putBack(`${name}/`)
    }
  }
  putBack('')
  rmSync(staging, { recursive: true, force: true })
}
