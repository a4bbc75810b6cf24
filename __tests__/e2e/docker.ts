import { execFileSync, spawnSync } from 'node:child_process'

/** The label of an image that says by what recipe it was made. */
export const RECIPE_LABEL = 'psycopg2-lambda-test.recipe'

/** The recipe of an image; empty where there is no such image. */
export function recipeOfImage(image: string): string {
  const format = `{{index .Config.Labels "${RECIPE_LABEL}"}}`
  const argv = ['image', 'inspect', '--format', format, image]
  return spawnSync('docker', argv, { encoding: 'utf8' }).stdout.trim()
}

/** Runs docker; only its complaints are shown. */
export function docker(...argv: string[]): void {
  execFileSync('docker', argv, { stdio: ['ignore', 'ignore', 'inherit'] })
}
