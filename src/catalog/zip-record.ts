import { z } from 'zod'

/** What of a zip's record others go by. */
const recordSchema = z.looseObject({
  zip: z.looseObject({ sha256: z.string() }),
  stages: z.array(z.looseObject({ stage: z.string() })),
  notRun: z
    .array(z.looseObject({ stage: z.string(), asked: z.boolean().default(false), why: z.string() }))
    .default([]),
})

/** A record's text as what it says; undefined for what is no record of ours: it may still be anybody's. */
export function readRecord(text: string): z.infer<typeof recordSchema> | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/**
 * Whether a record is to stand in the place of another one: it is of the zip and the other is not, or says of more stages
 * that they ran.
 *
 * @param zip the zip's SHA-256; undefined where there is none: then only records of the same bytes compare
 */
export function isBetter(text: string, other: string, zip: string | undefined): boolean {
  const [ours, theirs] = [readRecord(text), readRecord(other)]
  const right = zip ?? theirs?.zip.sha256
  if (ours === undefined || ours.zip.sha256 !== right) return false
  return theirs?.zip.sha256 !== right || ours.stages.length > theirs.stages.length
}
