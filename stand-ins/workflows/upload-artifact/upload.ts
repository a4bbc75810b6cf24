import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { create } from '@actions/glob'

// Run by Node as it is, so it imports nothing of the project's.

const {
  ARTIFACTS_KEPT: kept = '',
  ARTIFACT_NAME: name = '',
  ARTIFACT_PATH: path = '',
  IF_NO_FILES_FOUND: policy = '',
} = process.env

if (/[":<>|*?\r\n\\/]/.test(name)) fail(`GitHub does not take an artifact of the name ${name}`)
const target = join(kept, name)
if (existsSync(target)) fail(`Conflict: an artifact with the name ${name} already exists on the workflow run`)

const globber = await create(path, { excludeHiddenFiles: true })
const files = (await globber.glob()).filter((file) => statSync(file).isFile())
if (files.length === 0) {
  const message = `No files were found with the provided path: ${path}`
  if (policy === 'error') fail(message)
  console.log(`::warning::${message}`)
}
const root = rootOf(globber.getSearchPaths())
for (const file of files) {
  const copy = join(target, relative(root, file))
  mkdirSync(dirname(copy), { recursive: true })
  copyFileSync(file, copy)
  console.log(`${name}: ${relative(root, file)}`)
}

/** What is taken off the front of every path: the directory that all searched places have in common. */
function rootOf(places: string[]): string {
  const [first = '', ...others] = places
  if (others.length === 0) return files.length === 1 && files[0] === first ? dirname(first) : first
  const parts = others.reduce((common, place) => {
    const names = place.split(sep)
    const end = common.findIndex((part, at) => part !== names[at])
    return end < 0 ? common : common.slice(0, end)
  }, first.split(sep))
  return parts.join(sep) || sep
}

function fail(message: string): never {
  console.log(`::error::${message}`)
  process.exit(1)
}
