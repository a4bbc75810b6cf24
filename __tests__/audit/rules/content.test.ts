import { afterAll, describe, expect, it } from 'vitest'
import { auditSharedObject } from '../../../src/audit/audit.js'
import { DT } from '../../../src/audit/elf-dynamic.js'
import { SHT } from '../../../src/audit/elf-header.js'
import { BUILD_PATHS, CONTENT_RULES } from '../../../src/audit/rules/content.js'
import { dynamicAt, numberAt, patched, sectionAt } from '../patches.js'
import { target } from '../shared-objects.js'
import { built, good, testRules, workshop } from './cases.js'

afterAll(() => workshop.close())

const texts = (...all: string[]) =>
  built({ c: all.map((text, index) => `const char text_${index}[] = ${JSON.stringify(text)};`).join('\n') })

const dynsym = sectionAt(good, SHT.DYNSYM)

testRules(CONTENT_RULES, [
  {
    rules: ['sound'],
    title: 'a section header that knows too few symbols',
    file: patched(good, [dynsym + 32, 8, numberAt(good, dynsym + 32) - 24]),
    says: [/number of dynamic symbols is \d+ by DT_GNU_HASH, \d+ by the section header/],
  },
  {
    rules: ['sound'],
    title: 'a number of needed versions that would hide them from other tools',
    file: patched(good, [dynamicAt(good, DT.VERNEEDNUM) + 8, 8, 0]),
    says: [/versions of 0 libraries, and lists 1/],
  },
  {
    rules: ['stripped'],
    title: 'the symbol table alone',
    file: built({ strip: ['--strip-debug', '--remove-section=.comment'] }),
    says: [/section \.symtab of \d+ bytes/],
  },
  {
    rules: ['comment'],
    title: "the compiler's banner",
    file: built({ strip: ['--strip-all'] }),
    says: [/section \.comment of \d+ bytes/],
  },
  {
    rules: ['build-paths'],
    title: 'paths of build machines, each text once',
    file: texts(
      '/root/psycopg2/psycopg/psycopgmodule.c',
      'compiler: gcc -I/home/runner/work/include -O2',
      '/__w/a/b.c',
      '/tmp/x/y.c',
      '/build/home/x/',
    ),
    says: [
      /contains "\/root\/psycopg2\/psycopg\/psycopgmodule\.c", and \/root\/ is a directory of the build machine/,
      /contains "compiler: gcc -I\/home\/runner\/work\/include -O2", and \/home\//,
      /contains "\/__w\/a\/b\.c"/,
      /contains "\/tmp\/x\/y\.c"/,
      /contains "\/build\/home\/x\/", and \/home\/ is/,
    ],
  },
  {
    rules: ['build-paths'],
    title: 'paths of this build, with and without something below, but not those that start alike',
    file: texts(
      '/work/s.c',
      'prefix=/work',
      '/works/s.c',
      '/work-not',
      '--with=/opt/build-7;',
      '/opt/build-70',
      '/opt/jürgen/x.c',
    ),
    target: { forbiddenPaths: ['/work/', '/opt/build-7', '/tmp', '/opt/jürgen', ''] },
    says: [
      /"\/opt\/jürgen\/x\.c"/,
      /"\/work\/s\.c", and \/work\/ is/,
      /"prefix=\/work"/,
      /"--with=\/opt\/build-7;"/,
    ],
  },
  {
    rules: ['size'],
    title: 'a byte more than the budget',
    file: good,
    target: { maxBytes: good.length - 1 },
    says: [new RegExp(`has ${good.length} bytes, but the budget is ${good.length - 1}`)],
  },
  {
    rules: ['size'],
    title: 'more than the usual budget',
    file: built({ c: 'const char big[6000000] = "x";' }),
    says: [/the budget is 6000000/],
  },
  {
    rules: ['openssl'],
    title: 'another OpenSSL',
    file: good,
    target: { openssl: '3.5.8' },
    says: [/there is no text "OpenSSL 3\.5\.8 "/, /contains OpenSSL 3\.5\.7, but should contain 3\.5\.8/],
  },
  {
    rules: ['openssl'],
    title: 'a second OpenSSL',
    file: texts('OpenSSL 1.0.2k-fips  26 Jan 2017'),
    says: [/contains OpenSSL 1\.0\.2k-fips, but should contain 3\.5\.7/],
  },
  {
    rules: ['openssl'],
    title: 'a version of which the wanted one is only the beginning',
    file: good,
    target: { openssl: '3.5' },
    says: [/there is no text "OpenSSL 3\.5 "/, /contains OpenSSL 3\.5\.7/],
  },
])

describe('stripped', () => {
  it('names the sections of a debug build, whose paths are found too', () => {
    const { violations } = auditSharedObject(
      workshop.build({ compile: ['-g'], strip: [] }),
      target({ forbiddenPaths: [workshop.directory] }),
    )
    const messages = (id: string) =>
      violations.filter(({ rule }) => rule === id).map(({ message }) => message)
    expect(messages('stripped')).toContainEqual(expect.stringMatching(/section \.symtab of \d+ bytes/))
    expect(messages('stripped')).toContainEqual(expect.stringMatching(/section \.debug_info of \d+ bytes/))
    expect(messages('build-paths')).toContainEqual(expect.stringContaining(workshop.directory))
  })

  it('knows a symbol table by its type, when sections have no names', () => {
    const bytes = workshop.build({ strip: ['--strip-debug'] })
    const E_SHSTRNDX = 62
    const { violations } = auditSharedObject(patched(bytes, [E_SHSTRNDX, 2, 0]), target())
    expect(violations.map(({ rule }) => rule)).toEqual(['stripped'])
  })
})

describe('build-paths', () => {
  it.each(BUILD_PATHS)('knows %s', (path) => {
    const { violations } = auditSharedObject(texts(`-I${path}x`)(), target())
    expect(violations.map(({ message }) => message)).toEqual([expect.stringContaining(`"-I${path}x"`)])
  })
})

describe('size', () => {
  it('takes a file of exactly the budget', () => {
    expect(auditSharedObject(good, target({ maxBytes: good.length })).passed).toBe(true)
  })
})
