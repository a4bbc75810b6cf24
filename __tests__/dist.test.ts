import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const top = join(import.meta.dirname, '..')

test('dist is what the sources give', () => {
  // In place, because a bundle's module numbers come from where its modules lie.
  const out = mkdtempSync(join(tmpdir(), 'dist-'))
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: top,
    stdio: 'pipe',
    env: { ...process.env, OUT: out },
  })
  const built = filesOf(out)
  expect(filesOf(join(top, 'dist')).map(([name]) => name)).toEqual(built.map(([name]) => name))
  for (const [name, bytes] of built) {
    expect(
      readFileSync(join(top, 'dist', name)).equals(bytes),
      `dist/${name}: npm run build makes it anew`,
    ).toBe(true)
  }
}, 300_000)

/** Path and content of every file but what a build of psycopg2 may have put there. */
function filesOf(directory: string): [name: string, bytes: Buffer][] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name)).isFile() && !/^psycopg/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(directory, name))])
}

test('the licences of all that is bundled are with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as {
    dependencies: object
  }
  const named = readFileSync(join(top, 'dist', 'licenses.txt'), 'utf8').split('\n')
  expect(Object.keys(dependencies).filter((name) => !named.includes(name))).toEqual([])
})
