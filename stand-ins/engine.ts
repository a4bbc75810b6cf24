import { spawn, spawnSync } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { install, mayInstall } from './debian.js'
import { CACHE } from './places.js'

/** Whether docker answers. */
function answers(): boolean {
  return spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore' }).status === 0
}

/** Gives how to stop what was started, and if no engine could be had, why. */
export async function startEngine(): Promise<{ stop: () => Promise<void>; missing?: string }> {
  const nothing = async () => {}
  if (answers()) return { stop: nothing }
  if (!mayInstall()) {
    return { stop: nothing, missing: 'docker does not answer, and only root on Debian may install it' }
  }
  install('docker.io', 'iptables')
  // Debian 13 has the client in a package of its own, which is only recommended.
  if (spawnSync('docker', ['--version']).error) install('docker-cli')
  // Where services are started by being installed, it runs now.
  if (answers()) return { stop: nothing }
  const log = join(CACHE, 'dockerd.log')
  const daemon = spawn('dockerd', [], {
    detached: true,
    stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')],
  })
  const stop = async () => {
    daemon.kill('SIGTERM')
    for (let i = 0; i < 100 && daemon.exitCode === null; i++) await sleep(100)
  }
  for (let i = 0; i < 300; i++) {
    if (answers()) return { stop }
    if (daemon.exitCode !== null) break
    await sleep(100)
  }
  await stop()
  return { stop: nothing, missing: `dockerd did not start: ${readFileSync(log, 'utf8').slice(-500)}` }
}
