import { BuildError } from '../report/errors.js'
import type { JudgedFile } from './judgement.js'
import type { SortedObjects } from './sort-objects.js'

/** Bytes of all that is read for it; a whole function's have some megabytes, and links can give a file many names. */
const MOST_RECORDED = 50_000_000

/**
 * The paths of what wheels for any machine brought, each with its wheel: such a wheel works without what is compiled in
 * it, which is for those systems that happen to have it. The packaging specification has the two files: "Recording
 * installed projects".
 */
export function extrasOf(files: ReadonlyMap<string, JudgedFile>): Map<string, string> {
  const extras = new Map<string, string>()
  let left = MOST_RECORDED
  const read = (path: string) => {
    const file = files.get(path)
    left -= file?.size ?? 0
    return left < 0 ? '' : textOf(file)
  }
  for (const path of files.keys()) {
    const [, root = '', info = ''] = /^(.*\/)?([^/]+\.dist-info\/)WHEEL$/.exec(path) ?? []
    if (info === '' || !/^Root-Is-Purelib: *true/im.test(read(path))) continue
    for (const row of read(`${root}${info}RECORD`).split('\n')) {
      extras.set(`${root}${row.split(',')[0]?.replace(/^"|"$/g, '')}`, `${root}${info}`)
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
export function withoutExtras(
  { opened, unopened, broken }: SortedObjects,
  extras: ReadonlyMap<string, string>,
): SortedObjects {
  // Some wheels say so and have modules all the same, which need their libraries.
  const imported = new Set(opened.flatMap(({ module, path }) => (module ? [extras.get(path)] : [])))
  const isExtra = (path: string) => extras.has(path) && !imported.has(extras.get(path))
  const leave = (path: string) => ({ path, why: EXTRA, foreign: false })
  return {
    opened: opened.filter(({ path }) => !isExtra(path)),
    broken: broken.filter(({ file }) => !isExtra(file)),
    unopened: [
      ...unopened.map((one) => ({
        ...one,
        // What Windows opens without a tag says nothing of the Python that its package is for.
        foreign: one.foreign && !extras.has(one.path) && !/(^|\/)[^./]+\.pyd$/.test(one.path),
      })),
      ...opened.filter(({ path }) => isExtra(path)).map(({ path }) => leave(path)),
      ...broken.filter(({ file }) => isExtra(file)).map(({ file }) => leave(file)),
    ],
  }
}

const EXTRA = 'an extra of a wheel for any machine, which works without'
