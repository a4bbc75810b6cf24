import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { type AuditReport, auditFailure, auditSharedObject, formatViolations } from '../../src/audit/audit.js'
import { HARDENING_RULES } from '../../src/audit/rules/hardening.js'
import { RULES } from '../../src/audit/rules.js'
import type { Violation } from '../../src/audit/violation.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { BuildError } from '../../src/report/errors.js'
import { forOtherMachine, withoutSections } from './patches.js'
import { HOST, target, Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const good = workshop.build()
const hasCrossCompiler = spawnSync('aarch64-linux-gnu-gcc', ['--version']).status === 0
const name = moduleFileName('3.13', HOST)

describe('auditSharedObject', () => {
  it('passes a file linked as the recipe does, and says what is worth recording', () => {
    const report = auditSharedObject(good, target({ fileName: { actual: name, expected: name } }))
    expect(report).toEqual({
      passed: true,
      loads: true,
      violations: [],
      checked: RULES.filter((rule) => !HARDENING_RULES.includes(rule)).map(({ id }) => id),
      highestGlibc: expect.stringMatching(/^2\.\d+(\.\d+)?$/),
      needed: ['libc.so.6'],
      size: good.length,
    })
  })

  it('passes it without section headers too', () => {
    expect(auditSharedObject(withoutSections(good), target()).violations).toEqual([])
  })

  it('passes a module of Python 2.7', () => {
    const source = 'void *Py_InitModule4_64(void); void init_psycopg(void) { Py_InitModule4_64(); }'
    const bytes = workshop.build({ source, exported: 'init_psycopg;' })
    const report = auditSharedObject(bytes, target({ initFunction: 'init_psycopg', openssl: undefined }))
    expect(report.violations).toEqual([])
  })

  it('passes a file for the other machine, wherever it runs itself', () => {
    const architecture = HOST === 'arm64' ? 'x86_64' : 'arm64'
    expect(auditSharedObject(forOtherMachine(good), target({ architecture })).violations).toEqual([])
  })

  it.skipIf(HOST === 'arm64' || !hasCrossCompiler)('passes a file that is really for arm64', () => {
    const cross = new Workshop('aarch64-linux-gnu-')
    try {
      const bytes = cross.build({ link: ['-Wl,-z,max-page-size=65536'] })
      const fileName = moduleFileName('3.13', 'arm64')
      const arm64 = { architecture: 'arm64', fileName: { actual: fileName, expected: fileName } } as const
      expect(auditSharedObject(bytes, target(arm64))).toMatchObject({ violations: [], highestGlibc: '2.17' })
      expect(auditSharedObject(bytes, target()).violations.map(({ rule }) => rule)).toEqual(['machine'])
    } finally {
      cross.close()
    }
  })

  it('leaves out the rules that the target says too little for', () => {
    const { checked } = auditSharedObject(good, target({ openssl: undefined }))
    expect(RULES.map(({ id }) => id).filter((id) => !checked.includes(id))).toEqual([
      'file-name',
      ...HARDENING_RULES.map(({ id }) => id),
      'openssl',
    ])
  })

  it('reports everything that is wrong, not only the first', () => {
    const bytes = workshop.build({
      c: 'void leak(void) {}',
      exported: 'PyInit__psycopg; leak;',
      link: ['-Wl,-rpath,/x', '-Wl,-z,lazy', '-Wl,-z,execstack'],
      strip: ['--strip-all'],
    })
    const { violations } = auditSharedObject(bytes, target({ glibc: '2.0', maxBytes: 100 }))
    expect([...new Set(violations.map(({ rule }) => rule))]).toEqual([
      'rpath',
      'glibc',
      'exports',
      'stack',
      'relro',
      'comment',
      'size',
    ])
  })

  it('orders versions by number: 2.17 is above 2.5 and 2.4.9', () => {
    const library = workshop.library('libm.so.6', {
      'GLIBC_2.5': ['a'],
      'GLIBC_2.117': ['b'],
      'GLIBC_2.4.9': ['c'],
    })
    const c = 'void a(void); void b(void); void c(void); void d(void) { a(); b(); c(); }'
    const bytes = workshop.build({ c, link: [library] })
    expect(auditSharedObject(bytes, target({ glibc: '2.117' }))).toMatchObject({
      passed: true,
      highestGlibc: '2.117',
      needed: ['libm.so.6', 'libc.so.6'],
    })
    expect(auditSharedObject(bytes, target({ glibc: '2.116' })).violations).toHaveLength(1)
  })

  it('knows no glibc of a file that needs none', () => {
    const source = 'void *PyInit__psycopg(void) { return 0; }'
    const bytes = workshop.build({ source, link: ['-nostdlib'] })
    const report = auditSharedObject(bytes, target({ openssl: undefined }))
    expect(report).toMatchObject({ passed: true, highestGlibc: null, needed: [] })
  })
})

it('tells what keeps the runtime from loading a file from what is only asked of ours', () => {
  const rpath = workshop.build({ link: ['-Wl,-rpath,/x'] })
  expect(auditSharedObject(rpath, target())).toMatchObject({ passed: false, loads: true })
  expect(auditSharedObject(good, target({ glibc: '2.0' }))).toMatchObject({ passed: false, loads: false })
})

it('asks for no init function of a library that a module needs', () => {
  const { checked, violations } = auditSharedObject(good, target({ initFunction: undefined }))
  expect(violations).toEqual([])
  expect(checked).not.toContain('init-function')
})

describe('RULES', () => {
  it('have ids of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  })
})

const violation = (rule: string, message: string, hint = 'Do this.'): Violation => ({
  ...{ rule, class: 'ours', message, hint },
})

const report = (...violations: Violation[]): AuditReport => ({
  passed: violations.length === 0,
  loads: true,
  violations,
  checked: ['needed', 'exports'],
  highestGlibc: null,
  needed: [],
  size: 1,
})

describe('formatViolations', () => {
  it('says that a file passed', () => {
    expect(formatViolations(report(), 'a.so')).toEqual(['a.so: passed 2 rules'])
  })

  it('groups by rule, with each hint once', () => {
    const all = report(
      violation('needed', 'it needs a'),
      violation('needed', 'it needs b'),
      violation('exports', 'it exports c', 'Do that.'),
    )
    expect(formatViolations(all, 'a.so')).toEqual([
      'a.so: 3 violations of 2 rules (needed, exports)',
      'needed (wanted: no library needed beyond the C library)',
      '  - it needs a',
      '  - it needs b',
      '  → Do this.',
      'exports (wanted: the init function exported, and nothing else)',
      '  - it exports c',
      '  → Do that.',
    ])
  })

  it('counts what is too much to read', () => {
    const many = report(
      ...Array.from({ length: 9400 }, (_, index) => violation('exports', `it exports ${index}`)),
    )
    const lines = formatViolations(many, 'a.so')
    expect(lines).toHaveLength(24)
    expect(lines.slice(-3)).toEqual(['  - it exports 19', '  - and 9380 more', '  → Do this.'])
  })
})

describe('auditFailure', () => {
  it('is the violation itself when there is one', () => {
    const error = auditFailure(report(violation('needed', 'it needs libz.so.1', 'Leave it out.')), 'a.so')
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toBe('a.so is refused by the audit: it needs libz.so.1')
    expect(error.hint).toBe('Leave it out.')
  })

  it('is a summary and the first few when there are more, with all of them as details', () => {
    const more = ['b', 'c', 'd'].map((name) => violation('exports', `it exports ${name}`, 'Do that.'))
    const all = report(violation('needed', 'it needs a'), ...more)
    const error = auditFailure(all, 'a.so')
    expect(error.message).toBe(
      'a.so is refused by the audit: 4 violations of 2 rules (needed, exports): ' +
        'it needs a; it exports b; it exports c; and 1 more',
    )
    expect(error.hint).toBe('Do this. Do that.')
    expect(error.details).toEqual(formatViolations(all, 'a.so'))
  })
})
