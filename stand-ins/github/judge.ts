import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Description, Json, Operation } from './description.js'

/** Statuses that any operation may answer with, whatever its description lists. */
const ANYWHERE = new Set([401, 403, 404, 408, 422, 429, 451, 500, 502, 503])

/** Says where a request or an answer departs from GitHub's published description. */
export class Judge {
  readonly #ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false })
  readonly #compiled = new Map<Json, ValidateFunction>()

  constructor(description: Description) {
    formats.default(this.#ajv)
    this.#ajv.addSchema(inGitHub({ $id: 'github', components: description.components }))
  }

  /** @returns what is wrong, one sentence each */
  request(operation: Operation, path: Json, query: URLSearchParams, json: unknown): string[] {
    const faults: string[] = []
    for (const { name, in: where, required, schema } of operation.parameters) {
      const raw = where === 'path' ? path[name] : query.get(name)
      if (raw === null || raw === undefined) {
        if (required) faults.push(`${operation.id}: no ${where} parameter ${name}`)
        continue
      }
      const value = schema.type === 'integer' ? Number(raw) : raw
      faults.push(...this.#check(`${operation.id}: ${where} parameter ${name}`, schema, value))
    }
    const known = operation.parameters.map(({ name }) => name)
    for (const name of query.keys()) {
      if (!known.includes(name)) faults.push(`${operation.id}: there is no query parameter ${name}`)
    }
    const schema = operation.requestSchema
    if (schema !== undefined) faults.push(...this.#check(`${operation.id}: request body`, schema, json))
    return faults
  }

  /** @returns what is wrong, one sentence each */
  answer(operation: Operation, status: number, json: unknown): string[] {
    const what = `${operation.id}: answer ${status}`
    const schema = operation.answers.get(status)
    if (schema !== undefined) return this.#check(what, schema, json)
    if (operation.answers.has(status) && status < 400) return []
    if (!ANYWHERE.has(status)) return [`${what}: GitHub's description has no such answer`]
    const name = status === 422 ? 'validation-error' : 'basic-error'
    return this.#check(what, { $ref: `#/components/schemas/${name}` }, json)
  }

  #check(what: string, schema: Json, value: unknown): string[] {
    let validate = this.#compiled.get(schema)
    if (validate === undefined) {
      validate = this.#ajv.compile(inGitHub(schema))
      this.#compiled.set(schema, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? []).map((error) => `${what}: ${error.instancePath || '/'} ${error.message}`)
  }
}

/** The same schema with its references pointing into the registered components. */
function inGitHub(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/'))
}
