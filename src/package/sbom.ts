import type { Source, SourceFile } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'
import { sha256 } from './checksums.js'
import { sharedObjectPath, wheelTag } from './names.js'
import type { PackageContents } from './types.js'

/** What libpq could have and here has not; scanners of other builds report Kerberos and LDAP libraries by the dozen. */
const LEFT_OUT = ['gssapi', 'ldap', 'pam', 'oauth']

interface Property {
  name: string
  value: string
}

/**
 * The software bill of materials as CycloneDX 1.6 JSON: psycopg2, and libpq and OpenSSL inside its extension
 * module, each with licence, identifiers that vulnerability scanners look up (CPE, package URL) and the sums
 * of the tarballs it can be built from. Without serial number and time stamp, both optional in 1.6, because the
 * same build must give the same bytes.
 *
 * @throws BuildError when the shared object is not among the files
 */
export function sbom(contents: PackageContents): string {
  const { psycopg2, postgresql, openssl } = contents
  const main = `pkg:pypi/psycopg2@${psycopg2.version}`
  const libpq = `pkg:generic/postgresql@${postgresql.version}`
  const crypto = `pkg:generic/openssl@${openssl.version}`
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'psycopg2-lambda' }] },
      component: {
        type: 'library',
        'bom-ref': main,
        name: 'psycopg2',
        version: psycopg2.version,
        description: 'PostgreSQL database adapter for Python',
        licenses: licensed('LGPL-3.0-or-later'),
        purl: main,
        externalReferences: references(
          psycopg2,
          'https://psycopg.org/',
          'https://github.com/psycopg/psycopg2',
        ),
        properties: mainProperties(contents),
      },
    },
    components: [
      {
        type: 'library',
        'bom-ref': libpq,
        name: 'libpq',
        version: postgresql.version,
        description: 'Client library of PostgreSQL',
        scope: 'required',
        licenses: licensed('PostgreSQL'),
        cpe: `cpe:2.3:a:postgresql:postgresql:${postgresql.version}:*:*:*:*:*:*:*`,
        purl: libpq + tarballQualifiers(postgresql),
        externalReferences: references(
          postgresql,
          'https://www.postgresql.org/',
          'https://git.postgresql.org/git/postgresql.git',
        ),
        properties: [
          property('linkage', 'static'),
          ...LEFT_OUT.map((feature) => property('left-out', feature)),
        ],
      },
      {
        type: 'library',
        'bom-ref': crypto,
        name: 'openssl',
        version: openssl.version,
        description: 'libssl and libcrypto',
        scope: 'required',
        licenses: licensed('Apache-2.0'),
        cpe: `cpe:2.3:a:openssl:openssl:${openssl.version}:*:*:*:*:*:*:*`,
        purl: crypto + tarballQualifiers(openssl),
        externalReferences: references(
          openssl,
          'https://www.openssl.org/',
          'https://github.com/openssl/openssl',
        ),
        properties: [property('linkage', 'static')],
      },
    ],
    dependencies: [
      { ref: main, dependsOn: [libpq, crypto] },
      { ref: libpq, dependsOn: [crypto] },
      { ref: crypto, dependsOn: [] },
    ],
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

function mainProperties(contents: PackageContents): Property[] {
  const { python, architecture, glibc, buildInfo } = contents
  const path = sharedObjectPath(python, architecture)
  const sharedObject = contents.files.get(path)
  if (sharedObject === undefined) {
    throw new BuildError(`the build gave no ${path}`, 'Look at the output of scripts/psycopg2.sh.')
  }
  return [
    property('python', python),
    property('architecture', architecture),
    property('glibc', glibc),
    property('wheel-tag', wheelTag(python, architecture, glibc)),
    property('shared-object', path),
    property('shared-object:sha256', sha256(sharedObject)),
    property('linkage', 'static: libpq and OpenSSL are inside the shared object'),
    property('compiler', buildInfo.compiler),
    ...buildInfo.flags.map((flag) => property('flag', flag)),
    ...buildInfo.edits.map((edit) => property('edit', edit)),
    ...LEFT_OUT.map((feature) => property('left-out', feature)),
  ]
}

/** Names are in a namespace of our own, as CycloneDX asks; several of one name are a list. */
function property(name: string, value: string): Property {
  return { name: `psycopg2-lambda:${name}`, value }
}

function licensed(id: string) {
  return [{ license: { id, acknowledgement: 'declared' } }]
}

/** Every file that the lock allows, whichever was used: what was compiled and packed is the same from each. */
function references(source: Source, website: string, vcs: string) {
  return [
    ...source.files.map((file) => ({
      type: 'source-distribution',
      url: addressOf(source, file),
      hashes: [{ alg: 'SHA-256', content: file.sha256 }],
    })),
    { type: 'website', url: website },
    { type: 'vcs', url: vcs },
  ]
}

/** Of a file that only an index or a mirror has, whose address is the builder's own, what it is. */
function addressOf({ project, version }: Source, { url, name }: SourceFile): string {
  if (url !== undefined) return url
  return `pkg:${project === 'psycopg2' ? 'pypi' : 'generic'}/${project}@${version}${name === undefined ? '' : `?file_name=${name}`}`
}

/** The purl spec wants qualifiers sorted by name; colons stay as they are, everything else is encoded. */
function tarballQualifiers({ files: [file] }: Source): string {
  const url =
    file.url === undefined ? '' : `&download_url=${encodeURIComponent(file.url).replaceAll('%3A', ':')}`
  return `?checksum=sha256:${file.sha256}${url}`
}
