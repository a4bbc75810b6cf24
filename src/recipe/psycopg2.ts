import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildPlan } from '../catalog/plan.js'
import { makeScratch } from '../machine/scratch.js'
import type { BuildInfo, PackageContents } from '../package/types.js'
import { makeReadable } from './dependencies.js'
import { runScript } from './script.js'
import type { Workshop } from './workshop.js'

/** A compiled psycopg2, in memory. */
export interface Compiled {
  contents: Omit<PackageContents, 'glibc'>
  /** The shared object's path in the package, and its bytes. */
  module: { path: string; bytes: Uint8Array }
}

/** What psycopg2 is made from. */
export interface Materials {
  /** The interpreter's path inside the workshop. */
  python: string
  /** The headers of that Python for the plan's architecture, if they are not the interpreter's own. */
  headers: string | undefined
  /** psycopg2's checked tarball on this machine. */
  tarball: string
  /** The directory with the compiled OpenSSL and libpq on this machine. */
  dependencies: string
}

/**
 * Compiles psycopg2 for a workshop's Python and brings the package out.
 */
export async function compilePsycopg2(workshop: Workshop, materials: Materials): Promise<Compiled> {
  const { sandbox, workDir, plan, runId, log } = workshop
  const { python, headers, tarball, dependencies } = materials
  const inside = await sandbox.copyIn(tarball, `psycopg2-${plan.psycopg2.version}.tar.gz`)
  const deps = await sandbox.copyIn(dependencies, 'dependencies')
  await makeReadable(workshop)
  const out = `out-${plan.python}`
  const env = {
    ...workshop.env,
    PSYCOPG2_TARBALL: inside,
    PSYCOPG2_VERSION: plan.psycopg2.version,
    PYTHON: python,
    PYTHON_VERSION: plan.python,
    ARCHITECTURE: plan.architecture,
    ...(headers === undefined ? {} : { PYTHON_INCLUDE: headers }),
    WORK_DIR: workDir,
    DEPS_DIR: deps,
    OUT_DIR: `${workDir}/${out}`,
  }
  await runScript(sandbox, { name: 'psycopg2.sh', env, log })
  const local = await makeScratch(runId, 'out')
  await sandbox.copyOut(`work/${out}`, local)
  return collect(plan, local, dependencies)
}

async function collect(plan: BuildPlan, out: string, dependencies: string): Promise<Compiled> {
  const read = (...path: string[]) => readFile(join(...path))
  const names = await readdir(join(out, 'psycopg2'), { recursive: true, withFileTypes: true })
  const files = new Map<string, Uint8Array>()
  for (const entry of names.filter((name) => name.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(out.length + 1), await read(path))
  }
  const module = [...files].find(([path]) => path.endsWith('.so'))
  if (module === undefined) throw new Error('psycopg2.sh succeeded without making a shared object')
  const infos = await Promise.all([
    read(dependencies, 'openssl', 'build-info'),
    read(dependencies, 'libpq', 'build-info'),
    read(out, 'build-info'),
  ])
  const { python, architecture, psycopg2, postgresql, openssl, toolchain } = plan
  return {
    contents: {
      ...{ python, architecture, psycopg2, postgresql, openssl, toolchain, files },
      licenses: {
        psycopg2: await read(out, 'LICENSE'),
        lgpl: await read(out, 'COPYING.LESSER'),
        postgresql: await read(dependencies, 'libpq', 'COPYRIGHT'),
        openssl: await read(dependencies, 'openssl', 'LICENSE.txt'),
      },
      buildInfo: parseBuildInfo(infos.map(String).join('')),
    },
    module: { path: module[0], bytes: module[1] },
  }
}

/** What the scripts say of themselves, as `key=value` lines; `flags` and `edit` may come more than once. */
export function parseBuildInfo(text: string): BuildInfo {
  const values = (key: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${key}=`))
      .map((line) => line.slice(key.length + 1))
  return { compiler: values('compiler').join('; '), flags: values('flags'), edits: values('edit') }
}
