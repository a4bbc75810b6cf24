import { recordName } from '../catalog/file-names.js'
import { versionsIn } from '../catalog/plan.js'
import type { Release } from '../github/types.js'
import type { Artefact } from '../package/types.js'
import type { Built } from '../recipe/build-one.js'
import type { SummaryRow } from '../report/summary.js'

/** The outputs of a build, by name, as in `action.yml`. */
export function outputsOf(
  built: readonly [Built, ...Built[]],
  release: Pick<Release, 'id' | 'url'> | undefined,
): Record<string, string> {
  const [{ artefact, plan, wheel, layer }] = built
  return {
    zip: artefact.path,
    sha256: artefact.sha256,
    md5: artefact.md5,
    wheel: wheel?.path ?? '',
    layer: layer?.path ?? '',
    files: artefactsOf(built)
      .flatMap(({ files }) => files)
      .join('\n'),
    artifacts: JSON.stringify(built.map(artifactOf)),
    'psycopg2-version': plan.psycopg2.version,
    'postgresql-version': plan.postgresql.version,
    'openssl-version': plan.openssl.version,
    'cache-hit': String(built.every((one) => one.cacheHit)),
    'dependencies-sha256': [...new Set(built.map((one) => one.dependenciesSha256))].join('\n'),
    ...(release === undefined ? {} : { 'release-id': String(release.id), 'release-url': release.url }),
  }
}

/** What the `artifacts` output says of one zip; other jobs (publish) and scripts rely on these names. */
export function artifactOf({ artefact, wheel, layer, plan, audit, verify, toolchain }: Built) {
  return {
    ...fileOf(artefact),
    python: plan.python,
    architecture: plan.architecture,
    versions: versionsIn(plan),
    /** The highest `GLIBC_x.y` the module needs. */
    glibc: audit.highestGlibc,
    /** The compiler, for people: `zig 0.17.1, glibc 2.17`. */
    toolchain,
    ...(wheel === undefined ? {} : { wheel: fileOf(wheel) }),
    ...(layer === undefined ? {} : { layer: fileOf(layer) }),
    /** The name of the record that a release must have beside the zip; null where nothing was to be tried. */
    verified: verify === 'none' ? null : recordName(artefact.name),
  }
}
export type ArtifactOutput = ReturnType<typeof artifactOf>

function fileOf({ name, path, size, sha256, md5 }: Artefact) {
  return { name, path, size, sha256, md5 }
}

/** Everything that was written, in all forms; a layer that several zips share once. */
export function artefactsOf(built: readonly Built[]): Artefact[] {
  const all = built.flatMap(({ artefact, wheel, layer }) => [artefact, wheel, layer])
  return [...new Set(all)].filter((one) => one !== undefined)
}

/** One zip's row of the summary. */
export function summaryRow(built: Built): SummaryRow {
  const { artefact, wheel, layer, plan, audit, stages, toolchain, seconds } = built
  return {
    name: artefact.name,
    size: artefact.size,
    sha256: artefact.sha256,
    forms: [wheel, layer].filter((form) => form !== undefined),
    psycopg2: plan.psycopg2.version,
    libpq: plan.postgresql.version,
    openssl: plan.openssl.version,
    toolchain,
    highestGlibc: audit.highestGlibc,
    glibcCeiling: plan.base.glibc,
    checks: stages.flatMap((stage) => stage.checks).filter(({ result }) => result === 'passed').length,
    seconds,
  }
}
