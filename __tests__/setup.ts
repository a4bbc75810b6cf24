import { spawnSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'
import { install, mayInstall } from '../stand-ins/debian.js'
import { provideHere } from '../stand-ins/pythons.js'

/** Programs the tests use or compare with, and the Debian package of each. */
const PROGRAMS = {
  gcc: 'gcc',
  readelf: 'binutils',
  xz: 'xz-utils',
  unzip: 'unzip',
  curl: 'curl',
  shellcheck: 'shellcheck',
  python3: 'python3',
  pgrep: 'procps',
  'aarch64-linux-gnu-gcc': 'gcc-aarch64-linux-gnu',
}

/** Provides the programs, and finds out what else is here. */
export default async function setup(project: TestProject): Promise<void> {
  providePrograms()
  await provideHere(project)
}

/** Installs the programs that are missing where that may be done; elsewhere says what is left out, and fails a CI run. */
export function providePrograms(): void {
  const missing = Object.entries(PROGRAMS).filter(([program]) => spawnSync(program, ['--version']).error)
  if (missing.length === 0) return
  if (mayInstall()) {
    install(
      ...missing.map(([, name]) => name),
      ...(missing.some(([name]) => /aarch64/.test(name)) ? ['libc6-dev-arm64-cross'] : []),
    )
    return
  }
  const message = `LEFT OUT: tests that need ${missing.map(([program]) => program).join(', ')}`
  if (process.env.CI === 'true') throw new Error(message)
  console.warn(message)
}
