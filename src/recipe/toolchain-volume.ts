import { randomUUID } from 'node:crypto'
import type { Outcome } from '../machine/process.js'
import { parentsOf } from '../package/zip-paths.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { Volume } from '../sandbox/argv.js'
import { Container, ROOT } from '../sandbox/container.js'
import type { ContainerEngine } from '../sandbox/engine.js'
import type { Image } from '../sandbox/images.js'
import { scriptError } from './script.js'
import type { Toolchain } from './unpack-toolchain.js'

/** Where containers find the toolchain: not below our directory there, all of which is made readable again and again. */
const PLACE = '/psycopg2-lambda-toolchain'

/** The directory of the volume that holds it, once it is whole. */
const WHOLE = 'toolchain'

/** The toolchain as containers see it: mounted, and where. */
export interface MountedToolchain {
  volume: Volume
  /** Absolute, inside. */
  directory: string
}

/** Whose volume is filled, and with what. */
export interface VolumeRequest {
  toolchain: Toolchain
  engine: ContainerEngine
  /** Any that the toolchain runs in; only its shell is used. */
  image: Image
  runId: string
  log: Log
}

/**
 * A volume of the engine's with the toolchain in it, checked: one that an earlier run has filled, or a new one. Unlike a
 * copy in each container it costs nothing, and unlike a directory of this machine it can be had from a daemon elsewhere.
 *
 * @throws {BuildError} when it cannot be filled
 */
export async function toolchainVolume(request: VolumeRequest): Promise<MountedToolchain> {
  const { source, host } = request.toolchain
  const [{ sha256 }] = source.files
  const name = `psycopg2-lambda-${source.project}-${source.version}-${host}-${sha256.slice(0, 12)}`
  await fill(name, request)
  return { volume: { name, path: PLACE, readOnly: true }, directory: `${PLACE}/${WHOLE}` }
}

async function fill(name: string, { toolchain, engine, image, runId, log }: VolumeRequest): Promise<void> {
  const { directory, files, host } = toolchain
  const volume = { name, path: `${ROOT}/volume`, readOnly: false }
  const container = await Container.start({ engine, image, architecture: host, runId, volumes: [volume] })
  const whole = `${volume.path}/${WHOLE}`
  const sh = (script: string, argv: string[], input?: Buffer) =>
    container.execute({ argv: ['/bin/sh', '-c', script, ...argv], root: true, input })
  const sums = Buffer.from(files.map(([path, sum]) => `${sum}  ${path}\n`).join(''))
  const entries = files.length + parentsOf(files.map(([path]) => path)).size
  const check = () => sh(CHECK, [whole, `${entries}`], sums)
  const unusable = (outcome: Outcome) => {
    const { message, details } = scriptError(container, 'toolchain', outcome)
    return new BuildError(
      `The toolchain cannot be put into the volume ${name}: ${message}`,
      `Remove it (${engine} volume rm ${name}), and run again.`,
      details,
    )
  }
  try {
    await sh(SWEEP, [volume.path])
    const found = await check()
    if (found.exitCode === 0) return
    // Anything else is of the container, which is taken away when another part of the run fails.
    if (found.exitCode !== ABSENT && found.exitCode !== OTHER) throw unusable(found)
    const [damaged, partial] = [randomUUID(), randomUUID()].map((id) => `volume/${id}.partial`) as [
      string,
      string,
    ]
    if (found.exitCode === OTHER) {
      log.warning(`The toolchain in the volume ${name} is not as it was put there; it is put there anew`)
      await sh('mv "$0" "$1" && rm -rf "$1"', [whole, `${ROOT}/${damaged}`])
    }
    await container.copyIn(directory, partial)
    const put = await sh(PUT, [`${ROOT}/${partial}`, whole])
    const outcome = put.exitCode === 0 ? await check() : put
    if (outcome.exitCode !== 0) throw unusable(outcome)
  } finally {
    await container.remove()
  }
}

// With coreutils only: tools.sh has not seen this image yet, and some have no find.

const ABSENT = 3
const OTHER = 4

/**
 * Whether every file has its sum, which are read from standard input, and there is nothing else: as many entries as there
 * must be, all of them files and directories.
 */
const CHECK = `[ -d "$0" ] || { cat >/dev/null; exit ${ABSENT}; }
cd "$0" && sha256sum -c --quiet - && [ -x zig ] && [ "$(du -a . | wc -l)" -eq "$(($1 + 1))" ] &&
  [ -z "$(ls -lAR . | cut -c 1 | tr -d '.dt\\n-')" ] || exit ${OTHER}`

/** Another run may have been faster, and be using what it has put there. */
const PUT = 'chmod -R a+rX "$0" && if [ -e "$1" ]; then rm -rf "$0"; else mv "$0" "$1"; fi'

/** What runs that were killed have left; a running one is younger than a day. */
const SWEEP = `command -v find >/dev/null && find "$0" -maxdepth 1 -name '*.partial' -mmin +1440 -exec rm -rf {} +`
