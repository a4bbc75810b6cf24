import type { Architecture } from '../catalog/architecture.js'
import type { Command } from './sandbox.js'

/** The label every container of ours carries; its value is the run's identifier. */
export const RUN_LABEL = 'psycopg2-lambda.run'

/**
 * `none`: a loopback interface and nothing else. `default`: the engine's own, with a way out; only the stage that
 * installs missing tools has it. `container:NAME`: that container's, so that two share one loopback interface.
 */
export type Network = 'none' | 'default' | `container:${string}`

/** A volume of the engine's, which outlives its containers; made when it is first mounted. */
export interface Volume {
  name: string
  /** Where it is mounted. */
  path: string
  readOnly: boolean
}

/** What a container is created with. */
export interface ContainerSpec {
  name: string
  /** What `listArgv` later finds it by. */
  runId: string
  /** The image's identifier. */
  image: string
  architecture: Architecture
  network: Network
  /** No privileges beyond preparing directories, and no new ones; off only where packages are installed. */
  confined: boolean
  /** Whether nothing of the image can be changed. */
  readOnly: boolean
  /** Directories that are held in memory and go with the container: path to mount options. */
  memory: Record<string, string>
  volumes: readonly Volume[]
}

/** The container engines' name for an architecture of Lambda's. */
export function platformOf(architecture: Architecture): string {
  return architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64'
}

/**
 * Arguments that create a container which does nothing for at most six hours, so that even an orphan ends by
 * itself; work is done with `exec`. The image's own entry point (Lambda's) is not run.
 */
export function createArgv(spec: ContainerSpec): string[] {
  return [
    'create',
    ...['--name', spec.name],
    ...['--label', `${RUN_LABEL}=${spec.runId}`],
    ...['--platform', platformOf(spec.architecture)],
    ...['--pull', 'never'],
    // Nothing in it waits for a signal, and Podman would wait for that.
    ...['--stop-signal', 'SIGKILL'],
    ...(spec.network === 'default' ? [] : ['--network', spec.network]),
    ...(spec.confined ? ['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'] : []),
    // Root prepares our directory: Podman's / is not writable even for root, and what it copies in keeps its owner.
    ...(spec.confined && !spec.readOnly ? ['--cap-add', 'DAC_OVERRIDE', '--cap-add', 'FOWNER'] : []),
    ...(spec.readOnly ? ['--read-only'] : []),
    ...Object.entries(spec.memory).flatMap(([path, options]) => ['--tmpfs', `${path}:${options}`]),
    ...spec.volumes.flatMap(({ name, path, readOnly }) => [
      '--mount',
      `type=volume,source=${name},target=${path}${readOnly ? ',ro' : ''}`,
    ]),
    ...['--user', '0:0'],
    ...['--workdir', '/'],
    ...['--entrypoint', '/bin/sh'],
    spec.image,
    '-c',
    'sleep 21600',
  ]
}

/** Arguments that run a command in a started container, as a user (`uid:gid`, or a name that the image knows). */
export function execArgv({
  name,
  user,
  command,
}: {
  name: string
  user: string
  command: Command
}): string[] {
  const { argv, env = {}, input, passEnv = [] } = command
  return [
    'exec',
    ...(input === undefined ? [] : ['--interactive']),
    ...['--user', user],
    ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...passEnv.flatMap((key) => ['--env', key]),
    name,
    ...argv,
  ]
}

/** Arguments that list the identifiers of a run's containers, running or not. */
export function listArgv(runId: string): string[] {
  return ['ps', '--all', '--quiet', '--no-trunc', '--filter', `label=${RUN_LABEL}=${runId}`]
}

/** Arguments that remove a container with its volumes, whatever it is doing. */
export function removeArgv(name: string): string[] {
  return ['rm', '--force', '--volumes', name]
}
