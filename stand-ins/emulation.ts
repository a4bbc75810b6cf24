import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, mayInstall } from './debian.js'

const BINFMT = '/proc/sys/fs/binfmt_misc'
const ENTRY = join(BINFMT, 'qemu-aarch64')
const RULE = '/usr/lib/binfmt.d/qemu-aarch64.conf'

/** Whether a program for arm64 runs here, natively or emulated. */
function runs(): boolean {
  return spawnSync('arch-test', ['arm64'], { stdio: 'ignore' }).status === 0
}

/** Makes this machine run programs for arm64; gives how to undo it, and if it cannot be done, why. */
export function provideEmulation(): { undo: () => void; missing?: string } {
  const nothing = () => {}
  if (runs()) return { undo: nothing }
  if (!mayInstall()) {
    const missing =
      'programs for arm64 do not run (arch-test arm64), and only root on Debian may install qemu-user-static'
    return { undo: nothing, missing }
  }
  install('qemu-user-static', 'arch-test')
  if (runs()) return { undo: nothing }
  try {
    if (!existsSync(join(BINFMT, 'register'))) {
      execFileSync('mount', ['-t', 'binfmt_misc', 'binfmt_misc', BINFMT], { stdio: 'pipe' })
    }
    // The package's own rule: its flag F opens the emulator now, so that it need not be in any container.
    writeFileSync(join(BINFMT, 'register'), readFileSync(RULE, 'utf8').trim())
  } catch (error) {
    return { undo: nothing, missing: `the emulator cannot be registered in ${BINFMT}: ${error}` }
  }
  const undo = () => writeFileSync(ENTRY, '-1')
  if (runs()) return { undo }
  undo()
  return { undo: nothing, missing: `programs for arm64 do not run even with ${RULE} registered` }
}
