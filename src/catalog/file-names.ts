import type { Architecture } from './architecture.js'

/**
 * The zip's file name: `psycopg2.9.13-3.13.zip`, and `psycopg2.9.13-3.13-arm64.zip` for arm64.
 *
 * The name without an architecture has meant x86_64 since the releases of soulwing/psycopg2-aws-lambda;
 * deployment scripts rely on it.
 */
export function zipName(zip: { psycopg2: string; python: string; architecture: Architecture }): string {
  const suffix = zip.architecture === 'x86_64' ? '' : `-${zip.architecture}`
  return `psycopg${zip.psycopg2}-${zip.python}${suffix}.zip`
}

const RECORD = '.verified.json'

/** The name of the record beside a zip: `psycopg2.9.13-3.13.zip.verified.json`. */
export function recordName(zip: string): string {
  return `${zip}${RECORD}`
}

/** The zip that a file of this name is the record of; undefined for what is not a record. */
export function zipOfRecord(name: string): string | undefined {
  return name.endsWith(`.zip${RECORD}`) ? name.slice(0, -RECORD.length) : undefined
}
