import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { zipName } from '../../../src/catalog/file-names.js'
import type { ArtifactOutput } from '../../../src/jobs/outputs.js'
import { thisArchitecture } from '../../../src/machine/this-machine.js'
import type { FakeGitHub } from '../../../stand-ins/github/github.js'
import { COMMIT, sha256, TAG } from '../../release/bench.js'
import { temporary } from '../../runner.js'
import { psycopg2For } from '../../versions.js'
import type { WorkflowRun } from './act.js'
import { pythonsOf, type Row } from './adapt.js'
import { builds, releases, uploads } from './shown.js'

/**
 * Every job of the workflow has run, each build with its outputs, its summary and its post step, and without complaints.
 */
export function expectSuccess(run: WorkflowRun, rows: readonly Row[]): void {
  const { code, lines } = run
  const complaints = lines.filter(({ command }) => command === 'error' || command === 'warning')
  const told = complaints.map(({ command, arg }) => `${command}: ${arg}`)
  expect(told).toEqual([])
  expect(code, lines.map(({ msg }) => msg).join('\n')).toBe(0)
  const results = lines.flatMap(({ jobResult }) => jobResult ?? [])
  expect(results).toEqual(rows.map(() => 'success'))

  const zips = rows.flatMap(zipsOf)
  expect(
    builtBy(run)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(zips.sort())
  const summaries = lines.filter(({ command }) => command === 'summary').map(({ content }) => content)
  for (const zip of zips) expect(summaries.join('\n')).toContain(`\`${zip}\``)
  const posts = lines.filter((line) => line.stage === 'Post' && builds({ uses: line.step ?? '' }))
  expect(posts.flatMap(({ stepResult }) => stepResult ?? [])).toEqual(
    rows.flatMap((steps) => steps.filter(builds).map(() => 'success')),
  )
}

/** The containers that builds have told of, at least one each, are gone. */
export function expectNoContainers({ lines }: WorkflowRun, rows: readonly Row[]): void {
  const told = lines.flatMap(({ msg }) => /\bcontainer (psycopg2-lambda-[0-9a-f-]{36})/.exec(msg)?.[1] ?? [])
  expect(new Set(told).size).toBeGreaterThanOrEqual(rows.flat().filter(builds).length)
  const all = execFileSync('docker', ['ps', '--all', '--format', '{{.Names}}'], { encoding: 'utf8' })
  expect(all.split('\n').filter((name) => told.includes(name))).toEqual([])
}

/** The artifacts have the names that the workflow gives them, and what a job has built is whole in its own. */
export function expectArtifacts(run: WorkflowRun, rows: readonly Row[]): void {
  const made = rows.flatMap((row) =>
    row.filter(uploads).map(({ with: given }) => ({ name: String(given?.name), row })),
  )
  expect(readdirSync(run.artifacts).sort()).toEqual(made.map(({ name }) => name).sort())
  for (const { name, row } of made) {
    const zips = row.some(releases) ? [] : zipsOf(row)
    if (zips.length > 0) expectWhole(join(run.artifacts, name), zips, run)
  }
}

/** One release, published, with every zip that a job has handed on, and the files that publishing adds. */
export function expectRelease({ repository }: FakeGitHub, run: WorkflowRun, rows: readonly Row[]): void {
  const [release, ...others] = [...repository.releases.values()]
  if (release === undefined) throw new Error('there is no release')
  expect(others).toEqual([])
  expect(release).toMatchObject({ tag: TAG, draft: false })
  const zips = rows.filter((steps) => steps.some((step) => uploads(step) || releases(step))).flatMap(zipsOf)
  const directory = temporary()
  for (const { name, bytes } of release.assets) writeFileSync(join(directory, name), bytes)
  expectWhole(directory, zips, run, ['SHA256SUMS', 'manifest.json', 'manifest.json.sha256'])
  expectSums(directory, 'sha256sum', 'SHA256SUMS')
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({ tag: TAG, commit: COMMIT })
  const sums = (files: { name: string; sha256: string }[]) =>
    Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))
  expect(sums(manifest.artifacts)).toEqual(sums(builtBy(run).filter(({ name }) => zips.includes(name))))
}

/** The directory holds these zips as they were built, the files beside each, and nothing else. */
function expectWhole(directory: string, zips: string[], run: WorkflowRun, others: string[] = []): void {
  const files = zips.flatMap((zip) => [zip, `${zip}.md5`, `${zip}.sha256`, `${zip}.verified.json`])
  expect(readdirSync(directory).sort()).toEqual([...files, ...others].sort())
  for (const zip of zips) {
    expectSums(directory, 'sha256sum', `${zip}.sha256`)
    expectSums(directory, 'md5sum', `${zip}.md5`)
    const { sha256: made } = builtBy(run).find(({ name }) => name === zip) ?? {}
    expect(sha256(readFileSync(join(directory, zip)))).toBe(made)
  }
}

function expectSums(cwd: string, program: string, file: string): void {
  const { status, stdout, stderr } = spawnSync(program, ['--check', '--strict', file], {
    cwd,
    encoding: 'utf8',
  })
  expect(status, `${file}: ${stdout}${stderr}`).toBe(0)
}

/** What the builds of the run have put out. */
function builtBy({ lines }: WorkflowRun): ArtifactOutput[] {
  const outputs = lines.filter(({ command, name }) => command === 'set-output' && name === 'artifacts')
  return outputs.flatMap(({ arg = '[]' }) => JSON.parse(arg) as ArtifactOutput[])
}

function zipsOf(row: Row): string[] {
  return row
    .filter(builds)
    .flatMap((step) =>
      pythonsOf(step).map((python) =>
        zipName({ psycopg2: psycopg2For(python), python, architecture: thisArchitecture() }),
      ),
    )
}
