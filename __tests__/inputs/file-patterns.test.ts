import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findFiles } from '../../src/inputs/file-patterns.js'
import { InputError } from '../../src/report/errors.js'

// A home directory whose name is a pattern, and in it a working directory whose name is one, too.
let home: string
let here: string
beforeEach(() => {
  home = join(realpathSync(mkdtempSync(join(tmpdir(), 'files-'))), 'a [home]')
  here = join(home, "it's {my,own} [repo]")
  for (const path of [
    'dist/a.zip',
    'dist/a.zip.md5',
    'dist/b.zip',
    'dist/.hidden',
    'dist/old/c.zip',
    'd,e.zip',
  ])
    make(path)
  make('../other/f.zip')
  vi.stubEnv('HOME', home)
  vi.spyOn(process, 'cwd').mockReturnValue(here)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

function make(path: string): void {
  const file = join(here, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, path)
}

/** What the lines find, relative to the working directory. */
const find = async (...lines: string[]) =>
  (await findFiles(lines)).map((path) => path.replace(`${here}/`, '').replace(`${home}/`, '~/'))

async function refusal(...lines: string[]): Promise<InputError> {
  const error = await findFiles(lines).then(
    (found) => expect.fail(`found ${found.join()}`),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(InputError)
  expect(error).toMatchObject({ input: 'files' })
  return error as InputError
}

describe('what is found', () => {
  test.each<[lines: string[], found: string[]]>([
    [['dist/a.zip'], ['dist/a.zip']],
    [['./dist//a.zip'], ['dist/a.zip']],
    [['dist/../dist/./*.zip'], ['dist/a.zip', 'dist/b.zip']],
    [['../other/*.zip'], ['~/other/f.zip']],
    [['~/other/*.zip'], ['~/other/f.zip']],
    [['~/x/../other/f.zip'], ['~/other/f.zip']],
    [
      ['dist/?.zip', 'dist/a.zip'],
      ['dist/a.zip', 'dist/b.zip'],
    ],
    [['dist/[ab].zip'], ['dist/a.zip', 'dist/b.zip']],
    [['**/*.zip'], ['d,e.zip', 'dist/a.zip', 'dist/b.zip', 'dist/old/c.zip']],
    [['d,e.zip'], ['d,e.zip']],
    [['dist/.h*'], ['dist/.hidden']],
    [
      ['# all of them', 'dist/*.zip'],
      ['dist/a.zip', 'dist/b.zip'],
    ],
    [['!!dist/a.zip'], ['dist/a.zip']],
    [[], []],
    [['# none'], []],
  ])('%j', async (lines, found) => {
    expect(await find(...lines)).toEqual(found)
  })

  test.each(['dist', 'dist/', './dist', 'dist/**', 'dist/*'])(
    '%s: a directory stands for the files in it and below, without hidden ones',
    async (line) => {
      expect(await find(line)).toEqual(['dist/a.zip', 'dist/a.zip.md5', 'dist/b.zip', 'dist/old/c.zip'])
    },
  )

  test.each([
    [['dist/*', '!dist/*.md5', '!dist/old']],
    [['!dist/*.md5', '!dist/old/**', 'dist/*']],
    [['dist', '! ./dist/*.md5', '!~/*/dist/old']],
    [['dist', '!../*repo?/dist/*.md5', '!dist/old/c.zip']],
  ])('%j: an exclusion counts for every line, wherever it stands', async (lines) => {
    expect(await find(...lines)).toEqual(['dist/a.zip', 'dist/b.zip'])
  })

  test('absolute paths in a directory whose name is a pattern, as the build step puts them out', async () => {
    expect(await find(join(here, 'dist/a.zip'), join(here, 'dist/b.zip'))).toEqual([
      'dist/a.zip',
      'dist/b.zip',
    ])
    expect(await find(join(here, 'dist/*.zip'), `!${here}/dist/a.zip`)).toEqual(['dist/b.zip'])
  })

  test('links to directories are followed, also in a circle', async () => {
    symlinkSync(join(here, 'dist'), join(here, 'latest'))
    symlinkSync(join(here, 'dist'), join(here, 'dist', 'self'))
    expect(await find('latest/*.zip')).toEqual(['latest/a.zip', 'latest/b.zip'])
    expect(await find('latest', '!latest/old')).toContain('latest/a.zip.md5')
  })
})

describe('what is refused', () => {
  test.each<[lines: string[], message: string, hint: RegExp]>([
    [['dist/*.whl'], 'nothing matches "dist/*.whl"', /Check the path/],
    [['dist/*', 'dist/no.zip'], 'nothing matches "dist/no.zip"', /dist\/no\.zip/],
    [['!'], '"!" excludes nothing', /behind the !/],
    [['dist/*', '!'], '"!" excludes nothing', /behind the !/],
    [['!dist/*.md5'], 'every line excludes something', /Add/],
    [['dist/*.md5', '!dist/*.md5'], 'everything that "dist/*.md5" matches is excluded', /"!dist\/\*\.md5"/],
    [['dist/*.{zip,md5}'], 'nothing matches', /one pattern a line:\ndist\/\*\.zip\ndist\/\*\.md5\n/],
    [['{dist,out}/{a,b}.zip'], 'nothing matches', /\ndist\/a\.zip\ndist\/b\.zip\nout\/a\.zip\nout\/b\.zip\n/],
    [['dist', '!dist/*.{md5,sha256}'], 'not a pattern that is understood', /\n!dist\/\*\.md5\n!dist/],
    [['dist', '!dist/a.zip,dist/b.zip'], 'not a pattern that is understood', /without commas/],
    [['dist', '!dist/+(a|b).zip'], 'not a pattern that is understood', /parentheses/],
    [['dist/a.zip,dist/b.zip'], 'nothing matches', /without commas/],
    [['dist/a.zip dist/b.zip'], 'nothing matches', /one path or pattern a line/],
    [['dist/a.zip # the first'], 'nothing matches', /line of its own/],
    [['dist\\a.zip'], 'nothing matches', /Write \/ between/],
    [['"dist/*.zip"'], '"\\"dist/*.zip\\"" has quotes around it', /Leave them out/],
    [['dist', "!'dist/*.md5'"], 'has quotes around it', /Leave them out/],
    [['$HOME/dist/*'], 'begins with a variable', /runner\.temp/],
    [['~nobody/dist/*'], 'home directory of a user', /\.\//],
    [['https://example.com/a.zip'], 'is an address', /this machine/],
    [['**/../a.zip'], 'has .. behind a wildcard', /before/],
  ])('%j', async (lines, message, hint) => {
    const error = await refusal(...lines)
    expect(error.message).toContain(message)
    expect(error.hint).toMatch(hint)
  })

  test('more files than a release can have', async () => {
    for (let number = 0; number <= 1000; number++) make(`many/${number}.zip`)
    expect((await refusal('many')).message).toContain('more than the 1000 files')
  })

  test('a link that leads nowhere is not left out in silence', async () => {
    symlinkSync('gone', join(here, 'dist', 'z.zip'))
    expect((await refusal('dist/*.zip')).message).toContain('z.zip')
  })
})
