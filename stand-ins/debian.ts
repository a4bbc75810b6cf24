import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Architecture } from '../src/catalog/architecture.js'

/** What Debian calls the two machines. */
export const PORTS: Record<Architecture, string> = { x86_64: 'amd64', arm64: 'arm64' }

/** Whether packages may be installed here: by root, on Debian or Ubuntu. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && /^ID=(debian|ubuntu)$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Installs Debian packages where any is missing. */
export function install(...packages: string[]): void {
  if (packages.every(isInstalled)) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env,
  })
}

// dpkg-query's own template syntax.
const STATUS = `--showformat=\${db:Status-Status}`

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['--show', STATUS, name], {
    encoding: 'utf8',
  })
  return stdout === 'installed'
}
