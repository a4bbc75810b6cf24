import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actionlint, type Checker, zizmor } from './checkers.js'
import { SHOWN } from './docs.js'

const top = join(import.meta.dirname, '..')
const WORKFLOWS = join('.github', 'workflows')

/** Installing compiles or downloads, once. */
const INSTALLING_MS = 600_000

/** A repository of somebody who has copied these workflows. */
function copied(...workflows: [name: string, text: string][]): string {
  const directory = mkdtempSync(join(tmpdir(), 'checkers-'))
  mkdirSync(join(directory, WORKFLOWS), { recursive: true })
  for (const [name, text] of workflows)
    writeFileSync(join(directory, WORKFLOWS, `${name.replace(/\W+/g, '-')}.yml`), text)
  return directory
}

/** What a checker has against a repository; nothing is the empty text. */
function findings(checker: Checker, argv: string[], directory: string): string {
  if ('missing' in checker) throw new Error(checker.missing)
  const { status, stdout, stderr } = spawnSync(checker.path, argv, { cwd: directory, encoding: 'utf8' })
  return status === 0 ? '' : `exit code ${status}\n${stdout}${stderr}`
}

/** Why a test is left out, where this machine cannot have the checker; the project's own CI must have it. */
function whyNot(checker: Checker): string | undefined {
  if ('missing' in checker && process.env.GITHUB_ACTIONS === 'true') throw new Error(checker.missing)
  return 'missing' in checker ? checker.missing : undefined
}

// For actionlint a step that is not there, for zizmor somebody else's text in a shell script.
const FAULTY: [string, string] = [
  'faulty',
  `on: issues
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo \${{ github.event.issue.title }} \${{ steps.nobody.outputs.x }}
`,
]

describe('actionlint', () => {
  let checker: Checker
  beforeAll(() => {
    checker = actionlint()
  }, INSTALLING_MS)
  beforeEach(({ skip }) => skip(whyNot(checker) !== undefined, whyNot(checker)))

  const lint = (directory: string) => {
    const paths = readdirSync(join(directory, WORKFLOWS)).map((name) => join(WORKFLOWS, name))
    return findings(checker, ['-no-color', ...paths], directory)
  }

  test('has nothing against our own workflows', () => {
    expect(lint(top)).toBe('')
  })

  test('has nothing against the workflows that the pages show', () => {
    expect(lint(copied(...SHOWN))).toBe('')
  })

  test('would notice a fault', () => {
    expect(lint(copied(FAULTY))).toContain('nobody')
  })
})

describe('zizmor', () => {
  let checker: Checker
  beforeAll(() => {
    checker = zizmor()
  }, INSTALLING_MS)
  beforeEach(({ skip }) => skip(whyNot(checker) !== undefined, whyNot(checker)))

  // What it calls low is a matter of taste: a name for every job, `$/` for `./`.
  const ARGV = '--offline --no-progress --color=never --strict-collection --min-severity=medium'.split(' ')
  const audit = (directory: string, ...argv: string[]) => findings(checker, [...ARGV, ...argv], directory)

  test('has nothing against our workflows, actions and dependabot.yml', () => {
    expect(audit(top, '.github', 'action.yml', join('publish', 'action.yml'))).toBe('')
  })

  test('has nothing against the workflows that the pages show, which name actions by tag', () => {
    const directory = copied(...SHOWN)
    const rules = { 'unpinned-uses': { config: { policies: { '*': 'ref-pin' } } } }
    writeFileSync(join(directory, 'zizmor.yml'), JSON.stringify({ rules }))
    expect(audit(directory, '--config=zizmor.yml', '.github')).toBe('')
  })

  test('would notice a fault, and in our own workflows an action without a commit', () => {
    expect(audit(copied(FAULTY), '.github')).toContain('template-injection')
    expect(audit(copied(...SHOWN), '.github')).toContain('unpinned-uses')
  })
})
