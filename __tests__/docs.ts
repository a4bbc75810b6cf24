import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const TOP = join(import.meta.dirname, '..')

/** A page's text, by its path from the top. */
export const page = (path: string): string => readFileSync(join(TOP, path), 'utf8')

/** The pages that lie in a directory, by their paths from the top. */
const pagesIn = (directory: string): string[] =>
  readdirSync(join(TOP, directory))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${directory}/${name}`)

/** The pages for those who use what was released, the first of which leads to the others. */
export const CONSUMERS = pagesIn('docs/consumers')

/** The pages that users read: the README and everything in docs. */
export const PAGES = ['README.md', ...pagesIn('docs'), ...CONSUMERS]

/** A page's blocks of code in one language. */
export const blocksIn = (path: string, language: string): string[] =>
  [...page(path).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  )

/** CloudFormation has tags of its own, such as `!Ref`. */
const QUIET = { logLevel: 'error' } as const

/** Every whole workflow that a page shows, named for people: `docs/releases.md 1`. */
export const SHOWN: [name: string, text: string][] = PAGES.flatMap((path) =>
  blocksIn(path, 'yaml')
    .filter((text) => Object.hasOwn(Object(parse(text, QUIET)), 'jobs'))
    .map((text, at): [string, string] => [`${path} ${at + 1}`, text]),
)
