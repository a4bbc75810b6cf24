import { createHash } from 'node:crypto'

/** The kinds of sidecar beside a zip; each is the file name's ending and the algorithm's name. */
export const CHECKSUMS = ['sha256', 'md5'] as const
export type Checksum = (typeof CHECKSUMS)[number]

/** SHA-256 in lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** MD5 in lower-case hex: for old deployment scripts that compare it, never a proof of anything. */
export function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}

/**
 * A sidecar's text: one line that `sha256sum -c` (`md5sum -c`) accepts in the zip's directory.
 *
 * @param name the zip's name without any directory
 */
export function sidecarLine(hex: string, name: string): string {
  return `${hex}  ${name}\n`
}
