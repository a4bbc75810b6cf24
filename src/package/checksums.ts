import { createHash } from 'node:crypto'

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
