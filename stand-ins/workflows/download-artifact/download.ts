import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, matchesGlob, resolve } from 'node:path'

// Run by Node as it is, so it imports nothing of the project's.

const {
  ARTIFACTS_KEPT: kept = '',
  ARTIFACT_NAME: name = '',
  ARTIFACT_PATTERN: pattern = '',
  ARTIFACT_PATH: path = '',
  MERGE_MULTIPLE: merge = '',
} = process.env

const all = existsSync(kept) ? readdirSync(kept).sort() : []
if (name !== '' && !all.includes(name)) {
  console.log(`::error::Unable to download artifact: Artifact not found for name: ${name}`)
  process.exit(1)
}
const wanted = name === '' ? all.filter((one) => pattern === '' || matchesGlob(one, pattern)) : [name]
const target = resolve(path)
mkdirSync(target, { recursive: true })
for (const one of wanted) {
  const own = name === '' && merge !== 'true' ? join(target, one) : target
  cpSync(join(kept, one), own, { recursive: true })
  console.log(`${one}: downloaded to ${own}`)
}
console.log(`Total of ${wanted.length} artifact(s) downloaded`)
