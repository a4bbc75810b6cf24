import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

/** The label of an image that says by what recipe it was made. */
export const RECIPE_LABEL = 'psycopg2-lambda-test.recipe'

/** The label that says which image it is; one that is made from it has it, too. */
export const NAME_LABEL = 'psycopg2-lambda-test.image'

/** The recipe of an image; empty where there is no such image. */
export function recipeOfImage(image: string): string {
  return labelOf(image, RECIPE_LABEL)
}

/** What an image is labelled with; empty where there is no such image. */
export function labelOf(image: string, label: string): string {
  const argv = ['image', 'inspect', '--format', `{{index .Config.Labels "${label}"}}`, image]
  return spawnSync('docker', argv, { encoding: 'utf8' }).stdout.trim()
}

/** Runs docker. @throws with what it says, when it fails */
export async function docker(...argv: string[]): Promise<void> {
  await promisify(execFile)('docker', argv, { maxBuffer: 64 * 1024 * 1024 })
}
