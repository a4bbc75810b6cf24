import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Architecture } from '../../src/catalog/architecture.js'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { audit, type Judgement } from '../../src/jobs/audit-job.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { PROJECT } from '../../stand-ins/places.js'
import { temporary } from '../runner.js'

/** A package that people have, and the runtime that it is tried for. */
export interface Case {
  /** As pip takes it. */
  wheel: string
  /** What pip is told: the wheel's platform, Python and ABI. */
  platform: string
  for: string
  abi?: string
  /** The function's Python, where it is another than the wheel's. */
  on?: string
  /** What it stands for. */
  kind: string
}

const X86 = 'manylinux2014_x86_64'

/** Of everything that people bring along one, and psycopg2-binary for every Python that a stand-in has. */
export const CASES: Case[] = [
  ...['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'].map((python) => ({
    ...{ wheel: 'psycopg2-binary', platform: X86, for: python, kind: 'newest' },
  })),
  {
    wheel: 'psycopg2-binary==2.8.6',
    platform: 'manylinux1_x86_64',
    for: '2.7',
    abi: 'cp27mu',
    kind: 'Python 2.7',
  },
  { wheel: 'psycopg2-binary==2.9.5', platform: X86, for: '3.6', abi: 'cp36m', kind: 'old' },
  { wheel: 'psycopg2-binary', platform: X86, for: '3.12', on: '3.13', kind: 'for another Python' },
  { wheel: 'psycopg2-binary', platform: 'manylinux_2_28_aarch64', for: '3.11', kind: 'arm64, newer glibc' },
  { wheel: 'psycopg2-binary', platform: 'manylinux_2_28_aarch64', for: '3.13', kind: 'arm64' },
  { wheel: 'psycopg2-binary', platform: 'musllinux_1_2_x86_64', for: '3.13', kind: 'musl' },
  { wheel: 'psycopg2-binary', platform: 'macosx_11_0_arm64', for: '3.13', kind: 'macOS' },
  { wheel: 'psycopg2-binary', platform: 'win_amd64', for: '3.13', kind: 'Windows' },
  { wheel: 'numpy', platform: 'manylinux_2_28_x86_64', for: '3.13', kind: 'its own libraries' },
  { wheel: 'numpy', platform: 'manylinux_2_28_x86_64', for: '3.11', kind: 'newer glibc' },
  { wheel: 'cryptography', platform: X86, for: '3.13', kind: 'abi3, Rust' },
  { wheel: 'cryptography', platform: 'manylinux_2_34_x86_64', for: '3.11', kind: 'newer glibc' },
  { wheel: 'pydantic-core', platform: X86, for: '3.13', kind: 'Rust' },
  { wheel: 'lxml', platform: X86, for: '3.13', kind: 'libraries inside' },
  { wheel: 'pillow', platform: 'manylinux_2_28_x86_64', for: '3.13', kind: 'its own libraries' },
  { wheel: 'contourpy', platform: 'manylinux_2_28_x86_64', for: '3.13', kind: 'C++' },
  { wheel: 'cffi', platform: X86, for: '3.13', kind: 'functions of libdl without a version' },
  { wheel: 'debugpy', platform: X86, for: '3.13', kind: 'libraries for other systems' },
  { wheel: 'debugpy', platform: 'any', for: '3.11', kind: "other systems' modules, in a wheel for any" },
  { wheel: 'awslambda-psycopg2', platform: 'any', for: '3.13', kind: 'psycopg2 without its module' },
  { wheel: 'markupsafe', platform: X86, for: '3.13', abi: 'cp313t', kind: 'free-threaded' },
]

/** What the audit says of a package, and what loading it gives. */
export interface Tried {
  wheel: string
  judgement: Judgement
  /** What the loader said of each module, nothing where it loaded; undefined where there is no stand-in to try it in. */
  loaded: Record<string, string> | undefined
}

/** Gets the wheel from this machine's Python index, audits it, and opens its modules in the runtime's stand-in. */
export async function tryOn(one: Case): Promise<Tried> {
  const wheel = download(one)
  const python = one.on ?? one.for
  const architecture: Architecture = one.platform.endsWith('aarch64') ? 'arm64' : 'x86_64'
  const file = basename(wheel)
  const judgement = await audit({ file, path: wheel, python, architecture, strict: false })
  const loaded = architecture === thisArchitecture() ? load(wheel, python) : undefined
  return { wheel: file, judgement, loaded }
}

function download({ wheel, platform, for: python, abi }: Case): string {
  const directory = temporary()
  const compatible = [platform, platform.replace(/_2_\d+_/, '_2_17_'), platform.replace(/_2_\d+_/, '2014_')]
  const target = [...new Set(compatible)].flatMap((name) => ['--platform', name])
  const tags = abi === undefined ? [] : ['--abi', abi, '--implementation', 'cp']
  const argv = ['download', '--quiet', '--no-deps', '--only-binary', ':all:', '--python-version', python]
  execFileSync('python3', ['-m', 'pip', ...argv, ...target, ...tags, '--dest', directory, wheel], {
    cwd: '/',
  })
  return join(directory, readdirSync(directory)[0] ?? '')
}

/** What the loader said of each module, in a container of the runtime without a network. */
function load(wheel: string, python: string): Record<string, string> {
  const row = runtimes.runtimes.find((runtime) => runtime.python === python)
  const image = row?.runtimeImage.replace('{arch}', thisArchitecture()) ?? ''
  const directory = temporary()
  const task = join(directory, 'task')
  mkdirSync(task)
  execFileSync('python3', ['-m', 'zipfile', '-e', wheel, task])
  copyFileSync(join(import.meta.dirname, 'load_modules.py'), join(directory, 'load_modules.py'))
  const volumes = ['--volume', `${task}:/var/task:ro`, '--volume', `${directory}:/try:ro`]
  const program = [`/var/lang/bin/python${python}`, '/try/load_modules.py', '/var/task']
  const [entry = '', ...args] = program
  const argv = ['run', '--rm', '--network', 'none', ...volumes, '--entrypoint', entry, image, ...args]
  const out = execFileSync('docker', argv, { encoding: 'utf8' })
  return JSON.parse(out) as Record<string, string>
}

const PAGE = join(PROJECT, 'docs', 'audit.md')
const MARK = '<!-- tried on -->\n'

/** Writes the table in docs/audit.md anew. */
export function writeTable(tried: readonly [Case, Tried][]): void {
  const rows = tried.map(([{ kind }, { wheel, judgement, loaded }]) => {
    const { python, architecture, passed, findings } = judgement
    const [first] = findings.filter((finding) => finding.class === 'loads')
    const verdict = passed ? 'loads' : `refused: ${first?.error ?? first?.message}`
    return [`\`${wheel}\``, kind, `${python}, ${architecture}`, verdict.replaceAll('`', "'"), seen(loaded)]
  })
  const head = ['wheel', 'stands for', 'function', 'audit', 'in the stand-in']
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')
  const page = readFileSync(PAGE, 'utf8')
  writeFileSync(PAGE, page.slice(0, page.indexOf(MARK) + MARK.length) + table)
}

function seen(loaded: Tried['loaded']): string {
  if (loaded === undefined) return 'not run: no stand-in for this architecture here'
  const all = Object.values(loaded)
  const failed = all.filter((said) => said !== '')
  if (all.length === 0) return 'Python finds no module'
  return failed.length === 0
    ? `${all.length} of ${all.length} modules load`
    : `${failed.length} of ${all.length} do not load: ${failed[0]}`
}
