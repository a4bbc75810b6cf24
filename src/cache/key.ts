import { createHash } from 'node:crypto'
import type { BuildPlan } from '../catalog/plan.js'
import type { Source } from '../catalog/types.js'
import { hashScripts } from '../machine/scripts.js'

/**
 * What identifies a compiled OpenSSL and libpq: everything that shapes the bytes. The fingerprint stands for the
 * compiler: the pinned one's files, whichever machine it runs on, or what `fingerprint.sh` prints first: an image's
 * compiler, assembler, linker and system headers byte for byte, so that images which differ in other things only (each
 * Python has an image of its own) share one result.
 *
 * @param fingerprint of a workshop
 * @returns SHA-256 in lower-case hex
 */
export async function dependencyKey(fingerprint: string, plan: BuildPlan): Promise<string> {
  const parts = {
    fingerprint,
    architecture: plan.architecture,
    openssl: identityOf(plan.openssl),
    postgresql: identityOf(plan.postgresql),
    scripts: await hashScripts(
      'environment.sh',
      'hardening.sh',
      'dependencies.sh',
      'toolchain.sh',
      'sysroot.sh',
      'openssl.sh',
      'openssl-edits.sh',
      'libpq.sh',
      'libpq-edits.sh',
      'replace.sh',
    ),
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Which of its files is compiled makes no difference, so it makes none to what may be reused. */
function identityOf({ version, files }: Source): string[] {
  return [version, ...files.map(({ sha256 }) => sha256)]
}
