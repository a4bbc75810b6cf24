const SUFFIX = '.verified.json'

/** The name of the asset that says what a zip was put through; undefined for what is not a zip. */
export function recordOf(name: string): string | undefined {
  return name.endsWith('.zip') ? `${name}${SUFFIX}` : undefined
}

/** The zip that an asset of this name speaks of; undefined for what is not a record. */
export function zipOf(name: string): string | undefined {
  return name.endsWith(`.zip${SUFFIX}`) ? name.slice(0, -SUFFIX.length) : undefined
}
