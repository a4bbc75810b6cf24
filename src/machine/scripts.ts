import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The directory of the scripts. They are not bundled: what runs is what a person reads in the repository. */
export const SCRIPTS = join(projectRoot(), 'scripts')

/** SHA-256 (hex) over the named scripts, for keys of what they make. */
export async function hashScripts(...names: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\n`).update(await readFile(join(SCRIPTS, name)))
  return hash.digest('hex')
}

/** The sources and the bundles lie at different depths, so the project is found by what only its top has. */
function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'scripts', 'psycopg2.sh'))) {
    const parent = dirname(directory)
    if (parent === directory)
      throw new Error(`no scripts/psycopg2.sh above ${fileURLToPath(import.meta.url)}`)
    directory = parent
  }
  return directory
}
