import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RUNNERS } from '../../src/catalog/architecture.js'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { zipName } from '../../src/catalog/file-names.js'
import { readCandidate } from '../../src/jobs/candidates.js'
import { verifyZips } from '../../src/jobs/verify-job.js'
import { sha256 } from '../../src/package/checksums.js'
import { sharedObjectPath } from '../../src/package/package-names.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import type { BuildError } from '../../src/report/errors.js'
import { forOtherMachine } from '../audit/patches.js'
import { HOST, Workshop } from '../audit/shared-objects.js'
import { sampleContents } from '../package/sample.js'
import { collectingLog } from '../report/collecting-log.js'

const workshop = new Workshop()
const good = workshop.build()
const undefinedSymbol = workshop.build({ c: 'extern void nowhere(void); void used(void) { nowhere(); }' })
workshop.close()

const OTHER = HOST === 'arm64' ? 'x86_64' : 'arm64'
const NAME = zipName({ psycopg2: '2.9.13', python: '3.13', architecture: HOST })

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'verify-job-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** The bytes of a zip for Python 3.13 with this module. */
function zipWith(module: Uint8Array, architecture: 'x86_64' | 'arm64' = HOST): Uint8Array {
  const contents = sampleContents({ architecture })
  const files = [...contents.files].filter(([path]) => !path.endsWith('.so'))
  const path = sharedObjectPath({ python: '3.13', architecture })
  return writeZip(packageTree({ ...contents, files: new Map([...files, [path, module]]) }))
}

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(directory, name)
  writeFileSync(path, bytes)
  return path
}

/** The error that the job ends with, having run and written nothing. */
async function refused(...files: string[]): Promise<BuildError> {
  const before = readdirSync(directory)
  const { log, lines } = collectingLog()
  const job = { files, verify: 'import', engine: 'none', runId: 'verify-job', fallBack: false, log } as const
  const error = await verifyZips(job).then(
    () => expect.fail('it should have been refused'),
    (thrown: BuildError) => thrown,
  )
  expect(readdirSync(directory)).toEqual(before)
  expect(lines.filter((line) => !line.startsWith('No container'))).toEqual([])
  expect(error.hint).not.toBe('')
  return error
}

test('name and content tell what a zip is, an earlier record where it was made', async () => {
  const bytes = zipWith(good)
  const path = put(NAME, bytes)
  put(`${NAME}.sha256`, `${sha256(bytes)}  ${NAME}\n`)
  const built = { image: 'build:1', id: 'sha256:1', toolchain: 'a compiler' }
  put(`${NAME}.verified.json`, JSON.stringify({ zip: { sha256: sha256(bytes) }, built }))
  const found = await readCandidate(path, await loadCatalog(), undefined)
  expect(found).toMatchObject({
    ...{ path, name: NAME, sha256: sha256(bytes), built },
    audit: { passed: true },
    candidate: {
      ...{ python: '3.13', architecture: HOST },
      ...{ psycopg2: { version: '2.9.13' }, postgresql: { version: '18.6' }, openssl: { version: '3.5.7' } },
      runtimeImage: expect.stringContaining('3.13'),
    },
  })
  put(`${NAME}.verified.json`, JSON.stringify({ zip: { sha256: '0'.repeat(64) }, built }))
  expect((await readCandidate(path, await loadCatalog(), 'mine')).built).toBeUndefined()
  put(`${NAME}.verified.json`, 'no record')
  expect(await readCandidate(path, await loadCatalog(), 'mine')).toMatchObject({
    built: undefined,
    candidate: { runtimeImage: 'mine' },
  })
})

test.each([
  ['psycopg2.9.13-3.13 (1).zip', /^files: "psycopg2\.9\.13-3\.13 \(1\)\.zip" is not the name of a zip/],
  ['psycopg2.9.13-3.5.zip', /^files: psycopg2\.9\.13-3\.5\.zip: AWS Lambda has no runtime for Python 3\.5/],
  ['psycopg2.9.9-3.7-arm64.zip', /no runtime for Python 3\.7 on arm64$/],
  [
    'psycopg2.9.13-3.12.zip',
    /its name is not that of what is in it, which is psycopg2 2\.9\.13 for Python 3\.13/,
  ],
  ['psycopg2.9.12-3.13.zip', /it has no psycopg2-2\.9\.12\.dist-info/],
])('%s of a zip that is another is refused, also beside a good one', async (name, message) => {
  const fine = put(NAME, zipWith(good))
  const error = await refused(fine, put(name, zipWith(good)))
  expect(error.message).toMatch(message)
})

test('what is no zip, is cut off, or has another module is refused by its name', async () => {
  const bytes = zipWith(good)
  expect((await refused(put(NAME, 'text'))).message).toMatch(new RegExp(`^files: ${NAME}: `))
  expect((await refused(put(NAME, bytes.subarray(0, 5000)))).message).toMatch(`files: ${NAME}: `)
  const tree = packageTree(sampleContents({ architecture: HOST, files: filesWithout() }))
  tree.delete(sharedObjectPath({ python: '3.13', architecture: HOST }))
  tree.set('psycopg2/_psycopg.so', good)
  expect((await refused(put(NAME, writeZip(tree)))).message).toMatch(
    new RegExp(`^files: ${NAME}: it has no psycopg2/_psycopg\\..*\\.so, but psycopg2/_psycopg\\.so$`),
  )
})

function filesWithout(): Map<string, Uint8Array> {
  const files = [...sampleContents().files].filter(([path]) => !path.endsWith('.so'))
  return new Map([...files, [sharedObjectPath({ python: '3.13', architecture: HOST }), good]])
}

test('a zip whose sum beside it is another is refused', async () => {
  const path = put(NAME, zipWith(good))
  put(`${NAME}.sha256`, `${'0'.repeat(64)}  ${NAME}\n`)
  const { message } = await refused(path)
  expect(message).toContain(`${NAME} has SHA-256 ${sha256(readFileSync(path))}, but ${NAME}.sha256`)
  expect(message).toContain('0'.repeat(64))
})

test('a module that Lambda could not load is refused before anything is run', async () => {
  const { message } = await refused(put(NAME, zipWith(undefinedSymbol)))
  expect(message).toMatch(/refused by the audit: .*nowhere/)
})

test('for another architecture this machine says at once where it can be tried', async () => {
  const name = zipName({ psycopg2: '2.9.13', python: '3.13', architecture: OTHER })
  const foreign = forOtherMachine(good)
  const { message, hint } = await refused(put(NAME, zipWith(good)), put(name, zipWith(foreign, OTHER)))
  expect(message).toContain(`${name}: without a container this machine`)
  expect(message).not.toContain(`${NAME}:`)
  expect(message).toContain(`runs-on: ${RUNNERS[OTHER]}`)
  expect(hint).toMatch(/^Nothing was tried\./)
})

test('what lies beside a zip is passed over, and alone it is not enough', async () => {
  const path = put(NAME, zipWith(good))
  const beside = put(`${NAME}.md5`, 'whatever')
  const { message } = await refused(beside)
  expect(message).toBe(`files: none of these is a zip: ${basename(beside)}`)
  // The zip's own fault is found with it.
  put(`${NAME}.sha256`, 'another')
  expect((await refused(path, beside)).message).toContain('has SHA-256')
})
