import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { vi } from 'vitest'
import { closedPort } from '../../sources/setup.js'

/** An AWS of the tests' own on this machine. */
export interface Moto {
  /** What AWS's tools read: where it is, and credentials that it does not look at. */
  env: Record<string, string>
  stop(): Promise<void>
}

/** @param bin where `moto_server` is @throws when it does not answer within a minute */
export async function startMoto(bin: string): Promise<Moto> {
  const port = String(await closedPort())
  const url = `http://127.0.0.1:${port}`
  const server = spawn(join(bin, 'moto_server'), ['-H', '127.0.0.1', '-p', port], { stdio: 'ignore' })
  const stop = async () => {
    if (server.kill()) await once(server, 'exit')
  }
  try {
    await vi.waitFor(() => fetch(`${url}/moto-api/data.json`), { timeout: 60_000, interval: 200 })
  } catch (error) {
    await stop()
    throw new Error(`moto_server does not answer at ${url}`, { cause: error })
  }
  return {
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_REGION: 'eu-central-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    stop,
  }
}
