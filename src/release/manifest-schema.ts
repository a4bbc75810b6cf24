import { z } from 'zod'
import { ARCHITECTURES } from '../catalog/architecture.js'

// A manifest is parsed once: compiling a parser for it would take longer.
z.config({ jitless: true })

/** The version of the manifest's schema. It grows only when what is there changes its meaning; more may be added. */
export const MANIFEST_SCHEMA = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits')

/** A file of a release: `size` in bytes, `url` where anybody downloads it. */
const fileSchema = z.looseObject({
  name: z.string().min(1),
  url: z.url(),
  size: z.int().positive(),
  sha256,
})
export type ManifestFile = z.infer<typeof fileSchema>

/** What is known of a zip, and holds for its other forms. */
export const factsSchema = z.object({
  /** `major.minor`. */
  python: z.string().regex(/^\d+\.\d+$/, 'expected a version such as 3.13'),
  architecture: z.enum(ARCHITECTURES),
  versions: z.looseObject({ psycopg2: z.string(), postgresql: z.string(), openssl: z.string() }),
  /** The newest glibc that the module needs; null where it needs none by version. */
  glibc: z.string().nullable(),
  toolchain: z.string(),
})
export type Facts = z.infer<typeof factsSchema>

/** A zip and its other forms. */
const artefactSchema = fileSchema.extend({
  md5: z.string().optional(),
  ...factsSchema.shape,
  /** The same bytes under a wheel's name. */
  wheel: fileSchema.optional(),
  /** The same tree below `python/`, or in a layer that several Pythons share. */
  layer: fileSchema.optional(),
  /** The record of what was verified, and which stages of it ran; null where nothing was tried. */
  verified: fileSchema.extend({ stages: z.array(z.string()) }).nullable(),
})
export type ManifestArtefact = z.infer<typeof artefactSchema>

/** Where an earlier release's manifest is, and its sum. */
const earlierSchema = z.looseObject({ tag: z.string().min(1), url: z.url(), sha256 })
export type Earlier = z.infer<typeof earlierSchema>

/** A manifest, as `manifest.json` on a release has it. */
export const manifestSchema = z.looseObject({
  schema: z.literal(MANIFEST_SCHEMA),
  /** OWNER/NAME. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected OWNER/NAME'),
  tag: z.string().min(1),
  /** What the tag stands at. */
  commit: z.string(),
  artifacts: z.array(artefactSchema),
  /** Earlier releases, the newest first: where their manifests are, and the manifests' sums. */
  earlier: z.array(earlierSchema),
})
export type Manifest = z.infer<typeof manifestSchema>
