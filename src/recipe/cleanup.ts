import { removeScratch } from '../machine/scratch.js'
import { removeContainers } from '../sandbox/container.js'
import { endHostProcesses } from '../sandbox/host.js'
import { removeHostServer } from '../verify/server.js'

const ROUNDS = 4

/** Ends what a run is doing in containers and on this machine, so that whatever waits for it fails. */
export async function endWork(runId: string): Promise<number> {
  const [, ...counts] = await Promise.all([
    endHostProcesses(runId),
    removeContainers('docker', runId),
    removeContainers('podman', runId),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * Removes everything a run may still have: containers of either engine, processes and directories of this
 * machine. For runs that were cut short; harmless after one that was not. Gives how many containers there were.
 */
export async function cleanUp(runId: string): Promise<number> {
  let containers = 0
  // Again, as long as there are any: one may just have been made, and Podman keeps those that others depend on.
  for (let round = 0; round < ROUNDS; round++) {
    const [found] = await Promise.all([endWork(runId), removeHostServer(runId)])
    if (found === 0) break
    containers = Math.max(containers, found)
  }
  await removeScratch(runId)
  return containers
}
