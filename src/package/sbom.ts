import { type Project, type Source, type SourceFile, TOOLCHAIN } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'
import { sha256 } from './checksums.js'
import { sharedObjectPath, wheelTag } from './package-names.js'
import type { PackageContents } from './types.js'

/** What each project says of itself that is in the zip. */
const ABOUT = {
  psycopg2: {
    name: 'psycopg2',
    description: 'PostgreSQL database adapter for Python',
    license: 'LGPL-3.0-or-later',
    website: 'https://psycopg.org/',
    vcs: 'https://github.com/psycopg/psycopg2',
  },
  postgresql: {
    name: 'libpq',
    description: 'Client library of PostgreSQL',
    license: 'PostgreSQL',
    website: 'https://www.postgresql.org/',
    vcs: 'https://git.postgresql.org/git/postgresql.git',
  },
  openssl: {
    name: 'openssl',
    description: 'libssl and libcrypto',
    license: 'Apache-2.0',
    website: 'https://www.openssl.org/',
    vcs: 'https://github.com/openssl/openssl',
  },
} as const satisfies Record<Project, object>

interface Property {
  name: string
  value: string
}

/** What libpq could have and here has not; scanners of other builds report Kerberos and LDAP libraries by the dozen. */
const LEFT_OUT = ['gssapi', 'ldap', 'pam', 'oauth'].map((feature) => property('left-out', feature))

/**
 * The software bill of materials as CycloneDX 1.6 JSON: psycopg2, and libpq and OpenSSL inside its extension
 * module, each with licence, identifiers that vulnerability scanners look up (CPE, package URL) and the sums
 * of the tarballs it can be built from. Without serial number and time stamp, both optional in 1.6, because the
 * same build must give the same bytes.
 *
 * @throws BuildError when the shared object is not among the files
 */
export function sbom(contents: PackageContents): string {
  const { psycopg2, postgresql, openssl, toolchain } = contents
  const [main, libpq, crypto] = [psycopg2, postgresql, openssl].map(refOf)
  const linkage = property('linkage', 'static')
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'psycopg2-lambda' }, ...toolsOf(toolchain)] },
      component: componentOf('psycopg2', psycopg2, mainProperties(contents)),
    },
    components: [
      componentOf('postgresql', postgresql, [linkage, ...LEFT_OUT]),
      componentOf('openssl', openssl, [linkage]),
    ],
    dependencies: [
      { ref: main, dependsOn: [libpq, crypto] },
      { ref: libpq, dependsOn: [crypto] },
      { ref: crypto, dependsOn: [] },
    ],
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

/** The compiler, where it is the one in the lock, with the sums of its files for every host: all give the same bytes. */
function toolsOf(toolchain: Source | undefined): object[] {
  if (toolchain === undefined) return []
  const { project, version, licence } = toolchain
  return [
    {
      type: 'application',
      name: project,
      version,
      description: 'C compiler and linker',
      ...(licence === undefined ? {} : { licenses: [{ license: { id: licence } }] }),
      purl: refOf(toolchain),
      externalReferences: distributionsOf(toolchain),
    },
  ]
}

/** The scanners know psycopg2 by its name on the Python index; what it is linked to, by CPE and tarball. */
function componentOf(project: Project, source: Source, properties: Property[]) {
  const { version } = source
  const { name, description, license, website, vcs } = ABOUT[project]
  const linked = project !== 'psycopg2'
  return {
    type: 'library',
    'bom-ref': refOf(source),
    name,
    version,
    description,
    scope: linked ? 'required' : undefined,
    licenses: [{ license: { id: license, acknowledgement: 'declared' } }],
    cpe: linked ? `cpe:2.3:a:${project}:${project}:${version}:*:*:*:*:*:*:*` : undefined,
    purl: linked ? refOf(source) + tarballQualifiers(source) : refOf(source),
    externalReferences: [
      ...distributionsOf(source, 'source-distribution'),
      { type: 'website', url: website },
      { type: 'vcs', url: vcs },
    ],
    properties,
  }
}

/** Every file that the lock allows, whichever was used: what was compiled and packed is the same from each. */
function distributionsOf(source: Source, type = 'distribution') {
  return source.files.map((file) => ({
    type,
    url: addressOf(source, file),
    hashes: [{ alg: 'SHA-256', content: file.sha256 }],
  }))
}

function refOf({ project, version, files: [{ index }] }: Source): string {
  if (project === TOOLCHAIN) return `pkg:pypi/${index ?? project}@${version}`
  return `pkg:${project === 'psycopg2' ? 'pypi' : 'generic'}/${project}@${version}`
}

function mainProperties(contents: PackageContents): Property[] {
  const { python, architecture, glibc, buildInfo } = contents
  const path = sharedObjectPath(contents)
  const sharedObject = contents.files.get(path)
  if (sharedObject === undefined) {
    throw new BuildError(`the build gave no ${path}`, 'Look at the output of scripts/psycopg2.sh.')
  }
  return [
    property('python', python),
    property('architecture', architecture),
    property('glibc', glibc),
    property('wheel-tag', wheelTag(contents)),
    property('shared-object', path),
    property('shared-object:sha256', sha256(sharedObject)),
    property('linkage', 'static: libpq and OpenSSL are inside the shared object'),
    property('compiler', buildInfo.compiler),
    ...buildInfo.flags.map((flag) => property('flag', flag)),
    ...buildInfo.edits.map((edit) => property('edit', edit)),
    ...LEFT_OUT,
  ]
}

/** Names are in a namespace of our own, as CycloneDX asks; several of one name are a list. */
function property(name: string, value: string): Property {
  return { name: `psycopg2-lambda:${name}`, value }
}

/** Of a file that only an index or a mirror has, whose address is the builder's own, what it is. */
function addressOf(source: Source, { url, name }: SourceFile): string {
  return url ?? `${refOf(source)}${name === undefined ? '' : `?file_name=${name}`}`
}

/** The purl spec wants qualifiers sorted by name; colons stay as they are, everything else is encoded. */
function tarballQualifiers({ files: [file] }: Source): string {
  const url =
    file.url === undefined ? '' : `&download_url=${encodeURIComponent(file.url).replaceAll('%3A', ':')}`
  return `?checksum=sha256:${file.sha256}${url}`
}
