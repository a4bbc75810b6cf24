import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import { explainUnwritten, makeDirectory, replaceWhole } from '../machine/writable.js'
import { InputError, messageOf } from '../report/errors.js'

/** The pin that is obeyed and written where no other is named. */
export const PIN_FILE = 'psycopg2-lambda.pin.json'

const pinSchema = z.object({
  /** OWNER/NAME. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected OWNER/NAME'),
  tag: z.string().min(1),
  /** The release's manifest, and the sum that it must have. */
  manifest: z.object({
    url: z.url({ protocol: /^https?$/ }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits'),
  }),
})

/** The release that a user's repository has chosen. */
export type Pin = z.infer<typeof pinSchema>

/**
 * Reads a pin.
 *
 * @returns undefined where there is no such file
 * @throws {InputError} for what cannot be read or is no pin
 */
export async function readPin(path: string): Promise<Pin | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new InputError(
      'pin-file',
      `${path} cannot be read: ${messageOf(error)}`,
      'Name a file that this user may read and write.',
    )
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new InputError('pin-file', `${path} is not JSON: ${messageOf(error)}`, ANEW)
  }
  const parsed = pinSchema.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InputError(
    'pin-file',
    `${path} is not a pin: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'invalid'}`,
    ANEW,
  )
}

// Not overwritten by itself: whoever has named another file by mistake would lose it.
const ANEW = 'Remove it, and write it anew: psycopg2-lambda install --pin.'

/** A pin as it is committed; docs/install.md shows what Renovate takes from it, so the order of its lines matters. */
export function pinText({ repository, tag, manifest: { url, sha256 } }: Pin): string {
  return `${JSON.stringify({ repository, tag, manifest: { url, sha256 } }, null, 2)}\n`
}

/** Writes a pin in the place of one that is there. @throws {InputError} where it cannot be written */
export async function writePin(path: string, pin: Pin): Promise<void> {
  try {
    await makeDirectory(dirname(path))
    await replaceWhole(path, Buffer.from(pinText(pin)))
  } catch (error) {
    throw explainUnwritten(error, { path, name: `pin-file (${basename(path)})` })
  }
}
