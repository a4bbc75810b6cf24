import type { Architecture } from '../catalog/architecture.js'
import type { Manifest, ManifestArtefact, ManifestFile } from '../release/manifest-schema.js'
import { BuildError, InputError } from '../report/errors.js'

/** The forms in which a release has a package. */
export const INSTALL_FORMATS = ['zip', 'layer', 'wheel'] as const
export type InstallFormat = (typeof INSTALL_FORMATS)[number]

/** What is wanted of a release. */
export interface Wanted {
  python: string
  architecture: Architecture
  format: InstallFormat
}

/** The file that serves, and what the manifest says of it. */
export interface Choice {
  artefact: ManifestArtefact
  file: ManifestFile
}

/** Whether it is a version of psycopg2, whose newest build is meant, rather than a tag with a counter. */
export function isPsycopg2Version(version: string): boolean {
  return /^\d+(\.\d+)+$/.test(version)
}

/**
 * Which of two or more tags is the newest build of a version: `2.9.13-2` before `2.9.13-1` before `2.9.13`; undefined
 * where none is one of it.
 */
export function newestBuild(version: string, tags: readonly string[]): string | undefined {
  const counted = tags.flatMap((tag) => {
    const [, base, counter = '0'] = /^v?(\d+(?:\.\d+)+)(?:-(\d+))?$/.exec(tag) ?? []
    return base === version ? [{ tag, counter: Number(counter) }] : []
  })
  return counted.sort((a, b) => b.counter - a.counter)[0]?.tag
}

/** @throws {InputError} that says what the release has, where it has nothing for that runtime or not in that form */
export function choose(manifest: Manifest, { python, architecture, format }: Wanted): Choice {
  const { artifacts, tag, repository } = manifest
  const release = `the release ${tag} of ${repository}`
  const fitting = artifacts.filter((one) => one.python === python && one.architecture === architecture)
  const [artefact] = fitting
  if (artefact === undefined) {
    const has = artifacts.map((one) => `${one.python} ${one.architecture}`).join(', ') || 'nothing at all'
    throw new InputError(
      artifacts.some((one) => one.python === python) ? 'architecture' : 'python-version',
      `${release} has nothing for Python ${python} on ${architecture}`,
      `It has: ${has}. Ask for one of these, or for another version.`,
    )
  }
  if (fitting.length > 1)
    throw new BuildError(
      `${release} has several for Python ${python} on ${architecture}: ${fitting.map(({ name }) => name).join(', ')}`,
      'Which of them is meant, nothing says: download the one by its name. Nothing was changed.',
    )
  const forms = { zip: artefact, layer: artefact.layer, wheel: artefact.wheel }
  const file = forms[format]
  if (file === undefined) {
    const has = INSTALL_FORMATS.filter((one) => forms[one] !== undefined).join(', ')
    throw new InputError(
      'format',
      `${release} has no ${format} for Python ${python} on ${architecture}`,
      `It has: ${has}.`,
    )
  }
  // It becomes a name in a directory here, and a part of an address.
  if (/^\.|[/\\\p{Cc}]/u.test(file.name))
    throw new BuildError(
      `the manifest of ${release} names a file ${JSON.stringify(file.name)}, which is not a name`,
      'The release is damaged, or not what it claims to be: do not use it. Nothing was changed.',
    )
  return { artefact, file }
}
