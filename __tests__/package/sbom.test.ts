import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/package/checksums.js'
import { sbom } from '../../src/package/sbom.js'
import { sampleContents } from './sample.js'
import { errorOf } from './thrown.js'

interface Component {
  type: string
  'bom-ref': string
  name: string
  version: string
  purl: string
  cpe?: string
  hashes?: { alg: string; content: string }[]
  licenses: { license: { id: string; acknowledgement: string } }[]
  externalReferences: { type: string; url: string; hashes?: { alg: string; content: string }[] }[]
  properties: { name: string; value: string }[]
}

interface Bom {
  bomFormat: string
  specVersion: string
  version: number
  serialNumber?: string
  metadata: { timestamp?: string; component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const contents = sampleContents()
const bom = JSON.parse(sbom(contents)) as Bom
const main = bom.metadata.component
const all = [main, ...bom.components]

function values(component: Component | undefined, name: string): string[] {
  return (component?.properties ?? [])
    .filter((property) => property.name === `psycopg2-lambda:${name}`)
    .map((property) => property.value)
}

describe('as CycloneDX 1.6 has it', () => {
  // The patterns and lists are those of bom-1.6.schema.json.
  it('has the header and no field that changes from run to run', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
    expect(bom.serialNumber).toBeUndefined()
    expect(bom.metadata.timestamp).toBeUndefined()
    expect(sbom(sampleContents())).toBe(sbom(contents))
  })

  it('knows only top-level fields of the schema', () => {
    const known = ['$schema', 'bomFormat', 'specVersion', 'version', 'metadata', 'components', 'dependencies']
    expect(Object.keys(bom)).toEqual(known)
  })

  it.each(all)('component $name is well-formed', (component) => {
    expect(component.type).toBe('library')
    expect(component.purl).toMatch(
      /^pkg:(pypi|generic)\/[a-z0-9]+@[0-9.]+(\?[a-z_]+=[^&?#\s]+(&[a-z_]+=[^&?#\s]+)*)?$/,
    )
    if (component.cpe !== undefined) {
      expect(component.cpe).toMatch(/^cpe:2\.3:a:[a-z]+:[a-z]+:[0-9.]+:\*:\*:\*:\*:\*:\*:\*$/)
    }
    for (const { license } of component.licenses) {
      expect(['LGPL-3.0-or-later', 'PostgreSQL', 'Apache-2.0']).toContain(license.id)
      expect(license.acknowledgement).toBe('declared')
    }
    const sums = [component, ...component.externalReferences].flatMap(({ hashes }) => hashes ?? [])
    expect(sums.length).toBeGreaterThan(0)
    for (const sum of sums) {
      expect(sum.alg).toBe('SHA-256')
      expect(sum.content).toMatch(/^[a-f0-9]{64}$/)
    }
    for (const reference of component.externalReferences) {
      expect(['source-distribution', 'website', 'vcs']).toContain(reference.type)
      expect(URL.canParse(reference.url)).toBe(true)
    }
  })

  it('has a graph over exactly its components', () => {
    const refs = all.map((component) => component['bom-ref'])
    expect(new Set(refs).size).toBe(3)
    expect(bom.dependencies.map(({ ref }) => ref)).toEqual(refs)
    const [psycopg2, libpq, openssl] = refs
    expect(bom.dependencies.map(({ dependsOn }) => dependsOn)).toEqual([[libpq, openssl], [openssl], []])
    expect(psycopg2).toBe('pkg:pypi/psycopg2@2.9.13')
  })
})

describe('what it says', () => {
  it('names libpq and OpenSSL as scanners look them up, with the tarballs they come from', () => {
    const [libpq, openssl] = bom.components
    expect(libpq).toMatchObject({
      name: 'libpq',
      version: '18.6',
      cpe: 'cpe:2.3:a:postgresql:postgresql:18.6:*:*:*:*:*:*:*',
      licenses: [{ license: { id: 'PostgreSQL' } }],
    })
    expect(libpq?.purl).toBe(
      `pkg:generic/postgresql@18.6?checksum=sha256:${contents.postgresql.files[0].sha256}` +
        '&download_url=https:%2F%2Fftp.postgresql.org%2Fpub%2Fsource%2Fv18.6%2Fpostgresql-18.6.tar.bz2',
    )
    expect(openssl).toMatchObject({
      name: 'openssl',
      version: '3.5.7',
      cpe: 'cpe:2.3:a:openssl:openssl:3.5.7:*:*:*:*:*:*:*',
      licenses: [{ license: { id: 'Apache-2.0' } }],
    })
    expect(main.licenses[0]?.license.id).toBe('LGPL-3.0-or-later')
    expect(all.map((component) => component.externalReferences[0])).toEqual(
      [contents.psycopg2, contents.postgresql, contents.openssl].map(
        ({ files: [{ url, sha256: content }] }) => ({
          type: 'source-distribution',
          url,
          hashes: [{ alg: 'SHA-256', content }],
        }),
      ),
    )
  })

  it('states target, linkage, edits, what is left out, and the sum of the shared object', () => {
    const path = 'psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so'
    expect(values(main, 'python')).toEqual(['3.13'])
    expect(values(main, 'architecture')).toEqual(['x86_64'])
    expect(values(main, 'glibc')).toEqual(['2.34'])
    expect(values(main, 'wheel-tag')).toEqual(['cp313-cp313-manylinux_2_34_x86_64'])
    expect(values(main, 'shared-object')).toEqual([path])
    expect(values(main, 'shared-object:sha256')).toEqual([
      sha256(contents.files.get(path) ?? new Uint8Array()),
    ])
    expect(values(main, 'compiler')).toEqual(['gcc (GCC) 11.5.0'])
    expect(values(main, 'flag')).toEqual(['-O2', '-Wl,-z,relro,-z,now'])
    expect(values(main, 'edit')).toEqual(['an edit'])
    expect(values(main, 'linkage')[0]).toMatch(/^static/)
    for (const component of bom.components) expect(values(component, 'linkage')).toEqual(['static'])
    for (const component of [main, bom.components[0]]) {
      expect(values(component, 'left-out')).toEqual(['gssapi', 'ldap', 'pam', 'oauth'])
    }
  })

  it('refuses to speak for a shared object that is not there', () => {
    expect(errorOf(() => sbom(sampleContents({ files: new Map() }))).message).toContain(
      '_psycopg.cpython-313',
    )
  })
})
