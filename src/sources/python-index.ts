import { text } from 'node:stream/consumers'
import { Parser } from 'htmlparser2'
import { z } from 'zod'
import type { SourceFile } from '../catalog/types.js'
import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { get } from '../network/get.js'
import { Patience } from '../network/patience.js'
import type { PipSettings } from './pip-settings.js'
import type { Address, Place } from './places.js'
import { fileName } from './tarball-names.js'
import { Unavailable, unavailable } from './unavailable.js'

/** A file that an index lists. */
interface Listed {
  name: string
  url: URL
  /** Lower-case hex, where the index says it. */
  sha256?: string | undefined
}

/** What indexes list, by the address of a project's page. */
export type Pages = Map<string, Listed[]>

// PEP 691; an index that knows only PEP 503's HTML gives that.
const ACCEPT =
  'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1'

const page = z.object({
  files: z.array(
    z.object({ filename: z.string(), url: z.string(), hashes: z.record(z.string(), z.string()).optional() }),
  ),
})

/**
 * The Python indexes that pip is configured for, each of which is asked for the files of a project by the protocol of
 * PEP 503 and PEP 691. pip itself fetches nothing: it would run a source distribution's setup.py.
 *
 * @param pip what pip says; undefined where nobody knows an index
 * @param unknown what that means for whether a file can be had
 * @param pages what the indexes have said so far
 */
export function pythonIndexes(
  pip: PipSettings | undefined,
  unknown: Unavailable['says'],
  pages: Pages,
  conditions: Conditions,
): Place[] {
  const title = 'the Python index'
  const silent = (message: string, says: Unavailable['says']): Place[] => [
    { title, addresses: () => Promise.reject(new Unavailable(message, says)) },
  ]
  if (pip === undefined) {
    return silent('there is no pip to say which it is: set PIP_INDEX_URL to its address', unknown)
  }
  if (pip.indexes.length === 0) return silent('pip is told to use none (no-index)', 'no')
  return pip.indexes.map(({ address, named }) => ({
    title,
    named,
    async addresses(source) {
      const found: Address[] = []
      for (const file of source.files) {
        if (file.index === undefined) continue
        const page = projectPage(address, file.index)
        const listed = pages.get(page.href) ?? (await listFiles(page, pip, conditions))
        pages.set(page.href, listed)
        found.push({ url: choose(listed, file, page), accept: [file], trust: pip.trust })
      }
      return found
    },
  }))
}

function projectPage(index: string, project: string): URL {
  const url = URL.canParse(index) ? new URL(`${project}/`, index.replace(/\/*$/, '/')) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  throw new Unavailable('pip is configured for one whose address is neither http nor https', 'no')
}

async function listFiles(url: URL, { trust }: PipSettings, conditions: Conditions): Promise<Listed[]> {
  const { signal, times } = conditions
  const patience = new Patience(conditions, ({ what, trouble, failures }) =>
    trouble === undefined ? new Unavailable(what, 'nothing') : unavailable(trouble, failures),
  )
  for (;;) {
    const answer = await get({ url, headers: { accept: ACCEPT }, times, signal, trust })
    if (answer.kind !== 'ok') {
      await patience.face(answer)
      continue
    }
    let body: string
    try {
      body = await text(answer.body)
    } catch (error) {
      signal?.throwIfAborted()
      await patience.again(`${shown(url)} broke off: ${error instanceof Error ? error.message : error}`)
      continue
    }
    const listed = /\bjson\b/.test(answer.headers['content-type'] ?? '')
      ? fromJson(body, answer.url)
      : fromHtml(body, answer.url)
    // An address on the index's own host is behind the same login.
    for (const file of listed) {
      if (file.url.origin === url.origin)
        Object.assign(file.url, { username: url.username, password: url.password })
    }
    return listed
  }
}

function fromJson(body: string, base: URL): Listed[] {
  let files: z.infer<typeof page>['files']
  try {
    files = page.parse(JSON.parse(body)).files
  } catch {
    throw new Unavailable(`${shown(base)} is not a page as PEP 691 has it`, 'no')
  }
  return files.flatMap(({ filename: name, url, hashes }) =>
    URL.canParse(url, base.href) ? [{ name, url: new URL(url, base), sha256: hashes?.sha256 }] : [],
  )
}

/** The anchors of a PEP 503 page: the text is the file's name, the fragment its sum. */
function fromHtml(body: string, page: URL): Listed[] {
  const listed: Listed[] = []
  let base = page
  let href: string | undefined
  let name = ''
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'base' && URL.canParse(attributes.href ?? '', base.href))
        base = new URL(attributes.href ?? '', base)
      if (tag === 'a') [href, name] = [attributes.href, '']
    },
    ontext(text) {
      name += text
    },
    onclosetag(tag) {
      if (tag !== 'a' || href === undefined || !URL.canParse(href, base.href)) return
      const url = new URL(href, base)
      listed.push({ name: name.trim(), url, sha256: /^#sha256=([0-9a-f]{64})$/.exec(url.hash)?.[1] })
      href = undefined
    },
  })
  parser.end(body)
  return listed
}

function choose(listed: readonly Listed[], file: SourceFile, url: URL): URL {
  const found = listed.filter(({ name }) => name === fileName(file))
  if (found.length === 0) throw new Unavailable(`no ${fileName(file)} at ${shown(url)}`, 'missing')
  const right = found.find(({ sha256 }) => sha256 === undefined || sha256 === file.sha256)
  if (right !== undefined) return right.url
  throw new Unavailable(`${fileName(file)} at ${shown(url)} has another SHA-256 than the lock`, 'no')
}
