import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { MANIFEST_SCHEMA, manifestSchema } from '../../src/release/manifest-schema.js'

const path = join(import.meta.dirname, '../../docs/manifest.schema.json')

test('docs/manifest.schema.json is the schema that a manifest is written and read by', () => {
  const shown: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const schema = z.toJSONSchema(manifestSchema)
  expect(shown, `write this there:\n${JSON.stringify(schema)}`).toEqual(schema)
})

test('it says which version of the schema it is', () => {
  expect(z.toJSONSchema(manifestSchema)).toMatchObject({ properties: { schema: { const: MANIFEST_SCHEMA } } })
})
