import { page } from '../../docs.js'

/** A snippet of a page. */
interface Snippet {
  language: string
  text: string
}

const SNIPPET = /^<!-- snippet: (.+) -->\n```(\w+)\n([\s\S]*?)^```$/gm

/** What a page below `docs/consumers/` shows, by the names in the comments before each. */
export class Snippets {
  readonly #snippets: Map<string, Snippet>
  readonly #taken = new Set<string>()

  /** @param adapt puts this machine's values in the place of a reader's */
  constructor(
    private readonly path: string,
    private readonly adapt: (text: string) => string,
  ) {
    const found = page(`docs/consumers/${path}`).matchAll(SNIPPET)
    this.#snippets = new Map(
      Array.from(found, ([, name = '', language = '', text = '']) => [name, { language, text }]),
    )
  }

  /** The text of one, ready to be run here. @throws when the page has none of that name */
  take(name: string): string {
    const snippet = this.#snippets.get(name)
    if (snippet === undefined) throw new Error(`docs/consumers/${this.path} has no snippet ${name}`)
    this.#taken.add(name)
    return this.adapt(snippet.text)
  }

  /** The names of those that nobody has taken. */
  get untaken(): string[] {
    return [...this.#snippets.keys()].filter((name) => !this.#taken.has(name))
  }
}
