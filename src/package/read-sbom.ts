import { z } from 'zod'
import { ARCHITECTURES, type Architecture } from '../catalog/architecture.js'
import type { Project } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'
import { SBOM_PATH } from './dist-info.js'
import { distInfoName } from './package-names.js'

// They are handed to the check scripts.
const version = z.string().regex(/^\d+(\.\d+)+$/, 'expected digits and dots, like 18.6')
const component = z.looseObject({ name: z.string(), version })

const sbomSchema = z.looseObject({
  metadata: z.looseObject({
    component: component.extend({
      properties: z.array(z.looseObject({ name: z.string(), value: z.string() })),
    }),
  }),
  components: z.array(component),
})

/** What a zip's bill of materials says that it is. */
interface Stated {
  python: string
  architecture: Architecture
  versions: Record<Project, string>
}

/**
 * Reads the bill of materials in a zip of ours.
 *
 * @param files what the zip holds, by path
 * @param psycopg2 the version that the zip's name has
 * @throws {BuildError} when there is none, or it is not as those are that are written here
 */
export function readSbom(files: ReadonlyMap<string, Uint8Array>, psycopg2: string): Stated {
  const path = `${distInfoName(psycopg2)}/${SBOM_PATH}`
  const bytes = files.get(path)
  if (bytes === undefined) throw fault(`it has no ${path}`)
  const found = sbomSchema.safeParse(parse(bytes, path))
  if (!found.success) {
    const issues = found.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw fault(`${path} is not as it is written here: ${issues.join('; ')}`)
  }
  const { metadata, components } = found.data
  const property = (name: string) =>
    metadata.component.properties.find((one) => one.name === `psycopg2-lambda:${name}`)?.value
  const versionOf = (name: string) => components.find((one) => one.name === name)?.version
  const [python, stated] = [property('python'), property('architecture')]
  const architecture = ARCHITECTURES.find((one) => one === stated)
  const [postgresql, openssl] = [versionOf('libpq'), versionOf('openssl')]
  if (!python || !architecture || !postgresql || !openssl) {
    throw fault(`${path} does not say which Python, architecture, libpq and OpenSSL it is for and of`)
  }
  return { python, architecture, versions: { psycopg2: metadata.component.version, postgresql, openssl } }
}

function parse(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw fault(`${path} is not JSON`)
  }
}

function fault(message: string): BuildError {
  return new BuildError(message, 'Give a zip that was made here, as it was built or downloaded.')
}
