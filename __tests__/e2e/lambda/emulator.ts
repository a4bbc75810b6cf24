import { randomUUID } from 'node:crypto'
import { execute, lastLine } from '../../../src/machine/process.js'
import { RUN_LABEL } from '../../../src/sandbox/argv.js'
import type { Server } from '../../../src/verify/server.js'

/** A function on AWS's runtime interface: its emulator, the client for Python, and a runtime image below them. */
export interface Emulated {
  image: string
  /** `3.13` */
  python: string
  /** Directory with the program `aws-lambda-rie`. */
  emulator: string
  /** Directory with the package `awslambdaric`. */
  client: string
  /** What Lambda unpacks a function into `/var/task` from, and its layers into `/opt`. */
  task: string
  opt: string
  /** The PostgreSQL whose network it shares. */
  server: Server
  runId: string
}

// As on Lambda: a user of its own, who cannot read the home directory, and may write below /tmp only.
const USER = '993:990'
const HOME = '/home/sbx_user1051'
const INSIDE = '/aws-lambda-rie'
const ADDRESS = '127.0.0.1:8080'

// It answers as soon as it listens, which may be a moment after its container has started.
const POST = `import sys, time, urllib.error, urllib.request
event, url = sys.stdin.buffer.read(), sys.argv[1]
for _ in range(100):
    try:
        print(urllib.request.urlopen(url, event, timeout=60).read().decode())
        break
    except urllib.error.URLError as error:
        if not isinstance(error.reason, ConnectionRefusedError): raise
        time.sleep(0.1)
else:
    sys.exit("nobody listens at " + url)`

/**
 * Invokes the handler `app.handler` once, in a container that is gone afterwards.
 *
 * @returns what it answers
 * @throws with what the emulator and the function have printed, when there is no answer
 */
export async function invoke(emulated: Emulated, event: unknown): Promise<unknown> {
  const name = `psycopg2-lambda-test-${randomUUID()}`
  const started = await execute('docker', runArgv(name, emulated))
  try {
    if (started.exitCode !== 0) throw new Error(lastLine(started))
    const url = `http://${ADDRESS}/2015-03-31/functions/function/invocations`
    const argv = ['exec', '--interactive', name, `python${emulated.python}`, '-c', POST, url]
    const answer = await execute('docker', argv, { input: Buffer.from(JSON.stringify(event)) })
    if (answer.exitCode === 0) return JSON.parse(answer.stdout)
    const { stdout, stderr } = await execute('docker', ['logs', name])
    throw new Error(`${answer.stderr}\n${stdout}${stderr}`)
  } finally {
    await execute('docker', ['rm', '--force', '--volumes', name])
  }
}

/** Arguments of `docker`; the search path is the one that AWS's page "Working with layers" gives. */
function runArgv(name: string, emulated: Emulated): string[] {
  const { image, python, emulator, client, task, opt, server, runId } = emulated
  const path = [`/opt/python/lib/python${python}/site-packages`, '/opt/python', '/var/runtime']
  const env = {
    HOME,
    PYTHONPATH: path.join(':'),
    SERVER_PORT: String(server.port),
    SERVER_PASSWORD: server.password,
  }
  const mounts = { [task]: '/var/task', [opt]: '/opt', [client]: '/var/runtime', [emulator]: INSIDE }
  return [
    ...['run', '--detach', '--name', name, '--label', `${RUN_LABEL}=${runId}`],
    ...['--network', server.network ?? 'none', '--read-only', '--user', USER, '--workdir', '/var/task'],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--tmpfs', '/tmp:rw,noexec,nosuid,mode=1777,size=64m', '--tmpfs', `${HOME}:mode=0700,size=1m`],
    ...Object.entries(mounts).flatMap(([source, target]) => [
      '--mount',
      `type=bind,source=${source},target=${target},readonly`,
    ]),
    ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...['--entrypoint', `${INSIDE}/aws-lambda-rie`, image],
    ...['--runtime-interface-emulator-address', ADDRESS],
    ...[`/var/lang/bin/python${python}`, '-m', 'awslambdaric', 'app.handler'],
  ]
}
