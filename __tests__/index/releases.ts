import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type IndexJob, type WrittenIndex, writeIndex } from '../../src/jobs/index-job.js'
import { sha256 } from '../../src/package/checksums.js'
import { wheelTag } from '../../src/package/package-names.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import type { Manifest } from '../../src/release/manifest-schema.js'
import { type FileServer, serveFiles } from '../../stand-ins/file-server.js'
import { sampleContents } from '../package/sample.js'
import { collectingLog } from '../report/collecting-log.js'

/** A release to be made, of one wheel for Python 3.13 on x86_64. */
export interface Release {
  /** The counter behind psycopg2's version, in the tag. */
  build?: number
  /** Whether the wheel has the counter as its build tag. */
  tagged?: boolean
  /** The C library in the wheel's name. */
  glibc?: string
  /** What is changed in the manifest before it is written. */
  change?: (manifest: Manifest) => unknown
  /** What is changed in the wheel before it is summed. */
  changeWheel?: (wheel: Uint8Array) => Uint8Array
}

/** Releases as GitHub serves them, and where an index of them is written. */
export class Releases {
  readonly #root = mkdtempSync(join(tmpdir(), 'index-'))
  /** The site. */
  readonly site = join(this.#root, 'site')
  #server: FileServer | undefined

  /** Serves what is and will be there. */
  async open(): Promise<void> {
    this.#server = await serveFiles(this.#root)
  }

  async close(): Promise<void> {
    await this.#server?.stop()
  }

  get asked(): string[] {
    return this.#server?.asked ?? []
  }

  /** The address of a file of a release. */
  url(build: number, name = 'manifest.json'): URL {
    return new URL(`${this.#server?.origin}/2.9.13-${build}/${name}`)
  }

  /** Writes a release's files. @returns their directory */
  put({ build = 1, tagged = true, glibc = '2.17', change, changeWheel }: Release = {}): string {
    const directory = join(this.#root, `2.9.13-${build}`)
    const contents = sampleContents({
      glibc,
      buildInfo: { compiler: `build ${build}`, flags: [], edits: [] },
    })
    const made = writeZip(packageTree(contents))
    const bytes = changeWheel?.(made) ?? made
    const tag = wheelTag({ python: '3.13', architecture: 'x86_64', glibc })
    const file = (name: string) => {
      mkdirSync(directory, { recursive: true })
      writeFileSync(join(directory, name), bytes)
      return { name, url: this.url(build, name).href, size: bytes.length, sha256: sha256(bytes) }
    }
    const manifest: Manifest = {
      ...{ schema: 1, repository: 'o/r', tag: `2.9.13-${build}`, commit: 'c', earlier: [] },
      artifacts: [
        {
          ...file('psycopg2.9.13-3.13.zip'),
          ...{ python: '3.13', architecture: 'x86_64', glibc, toolchain: 'zig', verified: null },
          versions: { psycopg2: '2.9.13', postgresql: '18.6', openssl: '3.5.7' },
          wheel: file(`psycopg2-2.9.13${tagged ? `-${build}` : ''}-${tag}.whl`),
        },
      ],
    }
    writeFileSync(join(directory, 'manifest.json'), JSON.stringify(change?.(manifest) ?? manifest))
    return directory
  }

  /** Writes an index of releases into the site. */
  async index(
    manifests: (URL | string)[],
    more: Partial<IndexJob> = {},
  ): Promise<WrittenIndex & { lines: string[] }> {
    const { log, lines } = collectingLog()
    const job = { earlier: false, wheels: 'copy', outputDir: this.site, log } as const
    return { ...(await writeIndex({ ...job, manifests, ...more })), lines }
  }

  /** Every file of the site by its path. */
  written(): Map<string, string> {
    const files = readdirSync(this.site, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
    return new Map(paths.map((path) => [relative(this.site, path), readFileSync(path, 'latin1')]))
  }
}
