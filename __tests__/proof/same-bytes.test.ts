import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { FILE_LIST } from '../../src/cache/file-list.js'
import { install, mayInstall } from '../../stand-ins/debian.js'
import { NEWEST } from '../../stand-ins/nodes.js'
import { CACHE, PROJECT } from '../../stand-ins/places.js'
import { interpretersHere } from '../../stand-ins/pythons.js'
import { PYTHON } from '../roles.js'
import { temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'

/** Debian's releases, and what a fresh one needs to build: no compiler. */
const RELEASES = ['bookworm', 'trixie']
const PACKAGES = 'make,perl,bzip2,ca-certificates'

const python = (await interpretersHere()).get(PYTHON) ?? ''
const prefix = dirname(dirname(python))

/** What a build made: the zip's sum, and those of all files of the compiled OpenSSL and libpq. */
interface Made {
  zip: string
  dependencies: string
}

/** The flags of a build for one Python, with nothing in the caches; paths are those of the place where it runs. */
function flags(output: string): string[] {
  const inputs = { 'python-version': PYTHON, 'container-engine': 'none', ...AT_HAND, 'output-dir': output }
  return ['build', ...Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value])]
}

function madeIn(output: string, tools: string): Made {
  const name = readdirSync(output).find((file) => file.endsWith('.zip')) ?? ''
  const sum = execFileSync('sha256sum', [join(output, name)], { encoding: 'utf8' })
  const kept = readdirSync(tools, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(FILE_LIST),
  )
  return {
    zip: sum.slice(0, 64),
    dependencies: kept.map((file) => readFileSync(join(tools, file), 'utf8')).join(),
  }
}

// A Python in /usr is the distribution's own, and cannot be put beside another's.
describe.skipIf(!mayInstall() || prefix === '/usr')('the same request gives the same bytes', () => {
  let here: Made

  beforeAll(() => {
    const [out, tools] = [temporary(), temporary()]
    const env = { ...process.env, RUNNER_TOOL_CACHE: tools, PATH: `${prefix}/bin:${process.env.PATH}` }
    const run = spawnSync(NEWEST, [cli(PROJECT), ...flags(out)], { encoding: 'utf8', env })
    expect(run.status, run.stderr).toBe(0)
    here = madeIn(out, tools)
    expect(here.dependencies).toContain('libcrypto.a')
  })

  test.each(RELEASES)('in Debian %s without a compiler, as root and as another user', (release) => {
    const root = rootOf(release)
    for (const user of [0, 1234]) {
      const [out, tools] = ['out', 'tools'].map((name) => `/tmp/${name}-${user}`) as [string, string]
      for (const path of [out, tools]) rmSync(join(root, path), { recursive: true, force: true })
      const run = inside(root, user, tools, flags(out))
      expect(run.status, run.stderr).toBe(0)
      expect(madeIn(join(root, out), join(root, tools))).toEqual(here)
    }
  })
})

const cli = (project: string) => join(project, 'dist', 'cli', 'index.js')

/** A root of that Debian, with Node and the Python of this machine in it. */
function rootOf(release: string): string {
  const root = join(CACHE, 'roots', release)
  if (!existsSync(join(root, 'complete'))) {
    install('mmdebstrap')
    rmSync(root, { recursive: true, force: true })
    mkdirSync(dirname(root), { recursive: true })
    execFileSync('mmdebstrap', ['--quiet', '--variant=minbase', `--include=${PACKAGES}`, release, root])
    mkdirSync(join(root, 'complete'))
  }
  expect(spawnSync('chroot', [root, 'sh', '-c', 'command -v gcc cc ld as']).status).not.toBe(0)
  cpSync(NEWEST, join(root, 'usr/bin/node'), { dereference: true })
  rmSync(join(root, prefix), { recursive: true, force: true })
  cpSync(prefix, join(root, prefix), { recursive: true, verbatimSymlinks: true })
  // Another user must be able to come there, wherever it is.
  for (let path = prefix; path !== '/'; path = dirname(path))
    execFileSync('chmod', ['a+rx', join(root, path)])
  return root
}

/** Runs the command line in a root, with this project mounted at its own path. */
function inside(root: string, user: number, tools: string, argv: string[]) {
  const script = `
    mount --make-rprivate / && mkdir -p "$0$1" && mount --bind "$1" "$0$1" && mount --bind /dev "$0/dev" &&
    mount -t proc proc "$0/proc" && chmod 1777 "$0/tmp" && root=$0 user=$2 && shift 2 &&
    exec chroot "$root" setpriv --reuid "$user" --regid "$user" --clear-groups env -i "$@"`
  const env = [
    `PATH=${prefix}/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    'HOME=/nowhere',
    `RUNNER_TOOL_CACHE=${tools}`,
  ]
  return spawnSync(
    'unshare',
    ['--mount', 'sh', '-c', script, root, PROJECT, `${user}`, ...env, 'node', cli(PROJECT), ...argv],
    { encoding: 'utf8' },
  )
}
