import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/**
 * GitHub's published description of its API, cut to what releases need. The package holds ten whole
 * descriptions (389 MB), so the cut is made once and kept beside the other packages' caches.
 */

export type Json = { [key: string]: unknown }

export interface Operation {
  /** GitHub's own name without its section: `upload-release-asset`. */
  id: string
  method: string
  /** `/repos/{owner}/{repo}/releases` */
  path: string
  parameters: { name: string; in: string; required: boolean; schema: Json }[]
  requestSchema: Json | undefined
  /** By status; undefined where the description says nothing of the body. */
  answers: ReadonlyMap<number, Json | undefined>
}

export interface Description {
  operations: Operation[]
  components: Json
}

const WANTED = [
  /^\/repos\/\{owner\}\/\{repo\}\/releases(\/(assets\/\{asset_id\}|generate-notes|tags\/\{tag\}|\{release_id\}(\/assets)?))?$/,
  /^\/repos\/\{owner\}\/\{repo\}\/git\/(ref\/\{ref\}|tags\/\{tag_sha\})$/,
]

/** The cut, from the cache or from the installed package. */
export function loadDescription(): Description {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve('@octokit/openapi/package.json')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))
  const cache = join(dirname(manifest), '../../.cache/psycopg2-lambda', `releases-${version}.json`)
  if (!existsSync(cache)) {
    const whole: Json = JSON.parse(
      readFileSync(join(dirname(manifest), 'generated/api.github.com.json'), 'utf8'),
    )
    mkdirSync(dirname(cache), { recursive: true })
    // Several test files start at once: each writes its own, the last rename wins.
    const own = `${cache}.${process.pid}`
    writeFileSync(own, JSON.stringify(cut(whole)))
    renameSync(own, cache)
  }
  const slice: Json = JSON.parse(readFileSync(cache, 'utf8'))
  const components = object(slice.components)
  // The description's prose knows the state "starter", its schema does not.
  const state = object(object(object(object(components.schemas)['release-asset']).properties).state)
  state.enum = ['uploaded', 'open', 'starter']
  return { components, operations: operationsOf(slice) }
}

/** The wanted paths and whatever they refer to, without the examples. */
function cut(whole: Json): Json {
  const paths = Object.fromEntries(
    Object.entries(object(whole.paths)).filter(([path]) => WANTED.some((wanted) => wanted.test(path))),
  )
  const kept = new Map<string, unknown>()
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([key]) => key !== 'examples' && key !== 'x-github')
    for (const [key, reference] of entries) {
      if (key !== '$ref' || typeof reference !== 'string' || kept.has(reference)) continue
      kept.set(reference, undefined)
      kept.set(reference, follow(resolve(whole, reference)))
    }
    return Object.fromEntries(entries.map(([key, child]) => [key, follow(child)]))
  }
  const slice: Json = { paths: follow(paths) }
  // The shapes of errors that the description of these paths does not repeat.
  for (const name of ['basic-error', 'validation-error']) follow({ $ref: `#/components/schemas/${name}` })
  const components: Json = {}
  for (const [reference, value] of kept) {
    const [, , kind = '', name = ''] = reference.split('/')
    components[kind] = { ...object(components[kind]), [name]: value }
  }
  return { ...slice, components }
}

function operationsOf(slice: Json): Operation[] {
  return Object.entries(object(slice.paths)).flatMap(([path, methods]) =>
    Object.entries(object(methods)).map(([method, value]) => {
      const operation = object(value)
      const deref = (part: unknown) => {
        const { $ref } = object(part)
        return typeof $ref === 'string' ? object(resolve(slice, $ref)) : object(part)
      }
      const parameters = list(operation.parameters).map((entry) => {
        const { name, in: where, required, schema } = deref(entry)
        return { name: String(name), in: String(where), required: required === true, schema: object(schema) }
      })
      const answers = Object.entries(object(operation.responses)).map(
        ([status, answer]): [number, Json | undefined] => [Number(status), jsonSchema(deref(answer))],
      )
      return {
        id: String(operation.operationId).replace(/^.*\//, ''),
        method: method.toUpperCase(),
        path,
        parameters,
        requestSchema:
          operation.requestBody === undefined ? undefined : jsonSchema(deref(operation.requestBody)),
        answers: new Map(answers),
      }
    }),
  )
}

function jsonSchema(part: Json): Json | undefined {
  const content = object(part.content)['application/json']
  return content === undefined ? undefined : object(object(content).schema)
}

function resolve(whole: Json, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((here, key) => object(here)[key.replaceAll('~1', '/')], whole)
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
