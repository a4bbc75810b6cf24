// Compares what a zip costs here with the recipe people follow by hand: OpenSSL's default build and install,
// PostgreSQL's default build and install, `setup.py build`. Both sides run one after the other in this process's
// turn, on this machine, from the same tarballs.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeMachine, today } from './machine.js'
import { exactly, type Figure, type Part } from './part.js'

const top = join(import.meta.dirname, '..')
const cli = join(top, 'dist', 'cli', 'index.js')
const scratch = join(tmpdir(), `psycopg2-lambda-bench-${process.pid}`)
const tools = join(scratch, 'tools')
// setup.py needs setuptools, which CPython has not brought along since 3.12.
const PLAIN_PYTHON = '3.11'
const PSYCOPG2 = '2.9.10'

interface Cost {
  name: string
  /** In seconds. */
  wall: number
  /** User and system, of all processes, in seconds. */
  cpu: number
}

/** Runs a script in bash, whose `time` counts the whole family of processes. */
function cost(name: string, script: string, env: Record<string, string> = {}): Cost {
  process.stderr.write(`${name} …\n`)
  const log = join(scratch, 'log')
  const timed = `TIMEFORMAT='%R %U %S'; { time { ${script}; } >"${log}" 2>&1; } 2>"${log}.times"`
  const { status } = spawnSync('bash', ['-euc', timed], {
    env: { ...process.env, RUNNER_TOOL_CACHE: tools, ...env },
  })
  if (status !== 0) throw new Error(`${name} failed:\n${readFileSync(log, 'utf8').slice(-3000)}`)
  const [wall = 0, user = 0, system = 0] = readFileSync(`${log}.times`, 'utf8').trim().split(' ').map(Number)
  return { name, wall, cpu: user + system }
}

function build(pythons: string, out: string, more = ''): string {
  return `node "${cli}" build --container-engine none --psycopg2-version ${PSYCOPG2} --python-version ${pythons} --output-dir "${join(scratch, out)}" ${more}`
}

/** Tarballs by project, as the first build left them in the tool cache. */
function tarballs(): Record<string, string> {
  const files = readdirSync(tools, { recursive: true, encoding: 'utf8' }).map((name) => join(tools, name))
  const find = (pattern: RegExp) => files.find((file) => pattern.test(file) && statSync(file).isFile()) ?? ''
  return {
    openssl: find(/openssl-[^/]+\.gz$/),
    postgresql: find(/postgresql-[^/]+\.bz2$/),
    psycopg2: find(/psycopg2-[^/]+\.gz$/),
  }
}

function plain({ openssl = '', postgresql = '', psycopg2 = '' }: Record<string, string>): string {
  const jobs = availableParallelism()
  const root = execFileSync('pyenv', ['root'], { encoding: 'utf8' }).trim()
  const version = readdirSync(join(root, 'versions')).find((name) => name.startsWith(`${PLAIN_PYTHON}.`))
  const python = join(root, 'versions', version ?? '', 'bin', 'python')
  const prefix = join(scratch, 'plain')
  return `mkdir -p "${prefix}/src"; cd "${prefix}/src"
    tar xf "${openssl}"; cd openssl-*; ./config --prefix="${prefix}"; make -j${jobs}; make install; cd ..
    tar xf "${postgresql}"; cd postgresql-*; ./configure --prefix="${prefix}" --with-ssl=openssl --without-readline --without-icu --without-zlib CPPFLAGS="-I${prefix}/include" LDFLAGS="-L${prefix}/lib64 -L${prefix}/lib"; make -j${jobs}; make install; cd ..
    tar xf "${psycopg2}"; cd psycopg2-*; PATH="${prefix}/bin:$PATH" "${python}" setup.py build`
}

/** What a zip costs to build, beside the plain recipe. */
export async function benchBuild(): Promise<Part> {
  mkdirSync(tools, { recursive: true })
  try {
    for (const program of ['bison', 'flex']) {
      if (spawnSync(program, ['--version']).error)
        throw new Error(`The plain recipe needs ${program}: install it first`)
    }
    // Also downloads, so it does not count.
    cost('warming up', build('3.13', 'first'))
    const base = cost('plain recipe, one Python', plain(tarballs()))
    const rows = [
      cost('cold, one Python', build('3.13', 'cold', '--cache false')),
      cost('warm, one Python', build('3.13', 'warm')),
      cost('cold, two Pythons', build('3.12,3.13', 'two', '--cache false')),
      cost('warm, two Pythons', build('3.12,3.13', 'two-warm')),
    ]
    const zip = statSync(join(scratch, 'cold', `psycopg${PSYCOPG2}-3.13.zip`)).size
    const gcc = execFileSync('gcc', ['--version'], { encoding: 'utf8' }).split('\n')[0]
    return {
      ours: 'this project',
      theirs: base.name,
      date: today(),
      machine: describeMachine(),
      versions: `psycopg2 ${PSYCOPG2}, libpq 18.6, OpenSSL 3.5.7, ${gcc}`,
      figures: rows.flatMap((row) => [figure(row, base, 'wall'), figure(row, base, 'cpu')]),
      notes: [`Zip of Python 3.13: ${zip} bytes.`],
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function figure(row: Cost, base: Cost, kind: 'wall' | 'cpu'): Figure {
  const name = `${row.name}: ${kind === 'cpu' ? 'CPU' : 'wall'}`
  return { id: name, name, unit: 's', ours: exactly(row[kind]), theirs: exactly(base[kind]) }
}
