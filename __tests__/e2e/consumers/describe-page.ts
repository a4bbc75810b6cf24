import { beforeAll, describe, expect, test } from 'vitest'
import type { Architecture } from '../../../src/catalog/architecture.js'
import { thisArchitecture } from '../../../src/machine/this-machine.js'
import type { ServedRelease } from '../../../stand-ins/served-release.js'
import { adaptSnippet } from './adapt-snippet.js'
import { Reader } from './reader.js'
import { Snippets } from './snippets.js'
import { debianTool, must, type Tool } from './tools.js'

/** What the tests of a page have in common. */
export interface PageTests {
  /** Below `docs/consumers/`. */
  path: string
  /** Those whose programs a reader of it calls. */
  tools: () => Promise<Tool[]>
  release: () => ServedRelease
  /** The machine that the page takes a reader's for, where it matters. */
  only?: Architecture
  env?: (tools: readonly Provided[]) => Record<string, string>
}

type Provided = ReturnType<typeof must>

/** Somebody who follows a page, and where its tools are. */
type Follow = (reader: Reader, tools: readonly Provided[]) => Promise<void>

/**
 * The tests of a page. Where a tool cannot be had they are left out, by name. Together they run every snippet.
 *
 * @param tell tells them
 */
export function describePage(
  { path, tools, release, only, env = () => ({}) }: PageTests,
  tell: (it: (title: string, follow: Follow) => void) => void,
): void {
  describe(path, () => {
    const page = new Snippets(path, (text) => adaptSnippet(text, release()))
    let provided: Tool[]
    beforeAll(async () => {
      provided = [...(await tools()), debianTool('curl')]
    })
    /** Leaves out, by name, what this machine cannot do. */
    const obtain = (skip: (note: string) => never) => {
      if (only !== undefined && only !== thisArchitecture()) skip(`${path} is for ${only} machines`)
      return provided.map((tool) => must(tool, skip))
    }
    tell((title, follow) => {
      test(title, async ({ skip }) => {
        const all = obtain(skip)
        await follow(
          new Reader(
            page,
            release(),
            env(all),
            all.map(({ bin }) => bin),
          ),
          all,
        )
      })
    })
    test('no snippet is left that nobody has run', ({ skip }) => {
      obtain(skip)
      expect(page.untaken).toEqual([])
    })
  })
}
