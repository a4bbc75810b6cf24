import { parseArgs } from 'node:util'

// Run by Node as it is, so it imports nothing of the project's.

/** `gh api`, as far as workflows of the documentation use it; what it does not know, it refuses. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    method: { type: 'string', short: 'X' },
    'raw-field': { type: 'string', short: 'f', multiple: true, default: [] },
    field: { type: 'string', short: 'F', multiple: true, default: [] },
    jq: { type: 'string', short: 'q', default: '.' },
  },
})
const [command, path, ...more] = positionals
if (command !== 'api' || path === undefined || more.length > 0) {
  throw new Error(`this stand-in for gh knows "gh api PATH" only, not: ${positionals.join(' ')}`)
}
if (!/^(\.\w+)+$|^\.$/.test(values.jq))
  throw new Error(`this stand-in for gh knows no jq such as ${values.jq}`)

const { GITHUB_API_URL, GH_TOKEN } = process.env
if (!GH_TOKEN) {
  console.error('gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.')
  process.exit(4)
}
const fields = Object.fromEntries([
  ...values['raw-field'].map((field) => pair(field, (text) => text)),
  ...values.field.map((field) => pair(field, typed)),
])
const asks = Object.keys(fields).length === 0
const answer = await fetch(`${GITHUB_API_URL}/${path.replace(/^\//, '')}`, {
  method: values.method ?? (asks ? 'GET' : 'POST'),
  headers: {
    accept: 'application/vnd.github+json',
    authorization: `token ${GH_TOKEN}`,
    'content-type': 'application/json',
  },
  ...(asks ? {} : { body: JSON.stringify(fields) }),
})
const text = await answer.text()
if (!answer.ok) {
  console.error(`${text}\ngh: HTTP ${answer.status}`)
  process.exit(1)
}
const found = values.jq
  .split('.')
  .filter((key) => key !== '')
  .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], JSON.parse(text))
console.log(typeof found === 'string' ? found : JSON.stringify(found))

function pair(field: string, read: (text: string) => unknown): [string, unknown] {
  const at = field.indexOf('=')
  if (at < 1) throw new Error(`field "${field}" requires a value separated by an '=' sign`)
  return [field.slice(0, at), read(field.slice(at + 1))]
}

/** What -F makes of a value, and -f does not. */
function typed(text: string): unknown {
  if (/^(true|false|null|-?\d+)$/.test(text)) return JSON.parse(text)
  return text
}
