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

/** What a zip's name says of it; undefined for a name that is not one of ours. */
export function parseZipName(
  name: string,
): { psycopg2: string; python: string; architecture: Architecture } | undefined {
  const match = /^psycopg(\d+(?:\.\d+)+)-(\d\.\d+)(-arm64)?\.zip$/.exec(name)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return { psycopg2: match[1], python: match[2], architecture: match[3] === undefined ? 'x86_64' : 'arm64' }
}

/** The layer of one zip: `psycopg2.9.13-3.13-layer.zip`, `psycopg2.9.13-3.13-arm64-layer.zip`. */
export function layerName(zip: string): string {
  return zip.replace(/\.zip$/, LAYER)
}

/** The layer that the Pythons of one psycopg2 and architecture share: `psycopg2.9.13-layer.zip`. */
export function sharedLayerName(layer: { psycopg2: string; architecture: Architecture }): string {
  const suffix = layer.architecture === 'x86_64' ? '' : `-${layer.architecture}`
  return `psycopg${layer.psycopg2}${suffix}${LAYER}`
}

const LAYER = '-layer.zip'
const RECORD = '.verified.json'

/**
 * Whether a file of this name, or at this path, lies beside the zips: it is about one of them or about the release, or
 * holds the same bytes in another form.
 */
export function isCompanion(path: string): boolean {
  return /\.(sha256|md5|verified\.json|whl)$|-layer\.zip$|(^|\/)(SHA256SUMS|manifest\.json)$/.test(path)
}

/** The name of the record beside a zip: `psycopg2.9.13-3.13.zip.verified.json`. */
export function recordName(zip: string): string {
  return `${zip}${RECORD}`
}

/** The zip that a file of this name is the record of; undefined for what is not a record. */
export function zipOfRecord(name: string): string | undefined {
  return name.endsWith(`.zip${RECORD}`) ? name.slice(0, -RECORD.length) : undefined
}
