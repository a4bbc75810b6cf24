import { BuildError } from '../report/errors.js'
import type { JudgedFile } from './judgement.js'
import type { SortedObjects } from './sort-objects.js'

/**
 * The paths of what wheels for any machine brought: such a wheel works without what is compiled in it, which is for
 * those systems that happen to have it. The packaging specification has the two files: "Recording installed projects".
 */
export function extrasOf(files: ReadonlyMap<string, JudgedFile>): Set<string> {
  const extras = new Set<string>()
  for (const path of files.keys()) {
    const [, root = '', info = ''] = /^(.*\/)?([^/]+\.dist-info\/)WHEEL$/.exec(path) ?? []
    if (info === '' || !/^Root-Is-Purelib: *true/im.test(textOf(files.get(path)))) continue
    for (const row of textOf(files.get(`${root}${info}RECORD`)).split('\n')) {
      extras.add(`${root}${row.split(',')[0]?.replace(/^"|"$/g, '')}`)
    }
  }
  return extras
}

function textOf(file: JudgedFile | undefined): string {
  try {
    return Buffer.from(file?.read() ?? []).toString()
  } catch (error) {
    if (error instanceof BuildError) return ''
    throw error
  }
}

/** The same, with nothing asked of extras that no import opens. */
export function withoutExtras(sorted: SortedObjects, extras: ReadonlySet<string>): SortedObjects {
  const left = sorted.broken.filter(({ file }) => extras.has(file))
  return {
    opened: sorted.opened,
    broken: sorted.broken.filter((one) => !left.includes(one)),
    unopened: [
      ...sorted.unopened.map((one) => ({
        ...one,
        // What Windows opens without a tag says nothing of the Python that its package is for.
        foreign: one.foreign && !extras.has(one.path) && !/(^|\/)[^./]+\.pyd$/.test(one.path),
      })),
      ...left.map(({ file, message }) => ({
        path: file,
        why: `nothing that can be loaded (${message})`,
        foreign: false,
      })),
    ],
  }
}
