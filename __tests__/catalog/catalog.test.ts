import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSupported, loadCatalog, versionsOf } from '../../src/catalog/catalog.js'
import { parseLock, parseRuntimes } from '../../src/catalog/parse-catalog.js'
import { type PlanRequest, planBuilds } from '../../src/catalog/plan.js'
import { choiceOf } from '../../src/catalog/toolchain.js'
import { compareVersions } from '../../src/catalog/versions.js'
import { page } from '../docs.js'

const catalog = await loadCatalog()
const request: PlanRequest = {
  pythons: ['3.13'],
  architectures: ['x86_64'],
  toolchain: 'pinned',
  psycopg2Version: 'default',
  postgresqlVersion: 'default',
  opensslVersion: 'default',
}
const plan = (overrides: Partial<PlanRequest>) => planBuilds({ ...request, ...overrides }, catalog)

describe('what the catalog holds', () => {
  test('every Python that Lambda runs or ran, on the C library of its base', () => {
    expect(catalog.runtimes.map(({ python, base }) => [python, catalog.bases[base]?.glibc])).toEqual([
      ...['2.7', '3.6', '3.7'].map((python) => [python, '2.17']),
      ...['3.8', '3.9', '3.10', '3.11'].map((python) => [python, '2.26']),
      ...['3.12', '3.13', '3.14', '3.15'].map((python) => [python, '2.34']),
    ])
  })

  test('arm64 from 3.8 on', () => {
    const arm = catalog.runtimes.filter(({ architectures }) => architectures.includes('arm64'))
    expect(arm.map(({ python }) => python)).toEqual([
      '3.8',
      '3.9',
      '3.10',
      '3.11',
      '3.12',
      '3.13',
      '3.14',
      '3.15',
    ])
  })

  test('the versions that are promised', () => {
    const versions = (project: Parameters<typeof versionsOf>[1]) =>
      versionsOf(catalog, project).map((row) => row.version)
    expect(versions('openssl')).toEqual(expect.arrayContaining(['3.5.6', '3.5.7', '3.5.8', '3.5.9']))
    expect(versions('postgresql')).toEqual(expect.arrayContaining(['17.11', '17.12', '18.6']))
    expect(versions('psycopg2')).toEqual(['2.8.6', ...[5, 6, 7, 8, 9, 10, 11, 12, 13].map((n) => `2.9.${n}`)])
  })
})

describe('default versions', () => {
  test.each([
    ['2.7', '2.8.6'],
    ['3.6', '2.9.8'],
    ['3.7', '2.9.9'],
    ['3.8', '2.9.10'],
    ['3.9', '2.9.12'],
    ['3.10', '2.9.13'],
    ['3.14', '2.9.13'],
    ['3.15', '2.9.13'],
  ])('Python %s gets psycopg2 %s', (python, version) => {
    expect(plan({ pythons: [python] })[0]?.psycopg2.version).toBe(version)
  })

  test('OpenSSL is the newest with long-term support, even where a newer one without stands in the lock', () => {
    const [lts] = versionsOf(catalog, 'openssl').slice(-1)
    const newer = {
      ...catalog,
      sources: [...catalog.sources, ...(lts ? [{ ...lts, version: '4.0.1', lts: false }] : [])],
    }
    expect(planBuilds(request, newer)[0]?.openssl.version).toBe(lts?.version)
  })
})

test('a plan names the images of its architecture, or those that were asked for', () => {
  expect(plan({ architectures: ['arm64'] })[0]).toMatchObject({
    buildImage: 'public.ecr.aws/sam/build-python3.13:latest-arm64',
    runtimeImage: 'public.ecr.aws/lambda/python:3.13-arm64',
  })
  expect(plan({ buildImage: 'mine:1' })[0]).toMatchObject({ buildImage: 'mine:1' })
})

test('each Python is planned for all architectures before the next, with the toolchain asked for', () => {
  const plans = plan({
    pythons: ['3.13', '3.12'],
    architectures: ['arm64', 'x86_64'],
    toolchain: 'image',
  })
  expect(plans.map(({ python, architecture }) => `${python} ${architecture}`)).toEqual([
    '3.13 arm64',
    '3.13 x86_64',
    '3.12 arm64',
    '3.12 x86_64',
  ])
  expect(new Set(plans.map(choiceOf))).toEqual(new Set(['image']))
  expect(plan({ toolchain: 'pinned' }).map(choiceOf)).toEqual(['pinned'])
})

test.each([
  [{ pythons: ['3.7'], architectures: ['x86_64' as const, 'arm64' as const] }, /no arm64 runtime/, /x86_64/],
  [
    { pythons: ['all', '3.7'], architectures: ['arm64' as const] },
    /no arm64 runtime for Python 3\.7/,
    /3\.8/,
  ],
  [{ pythons: ['ALL'] }, /"ALL" is not a Python/, /, 3\.15, or all or supported/],
  [{ pythons: ['3.1'] }, /"3\.1" is not a Python.*/, /'3\.10'/],
  [{ pythons: ['3.7'], architectures: ['arm64' as const] }, /no arm64 runtime for Python 3\.7/, /3\.8/],
  [
    { psycopg2Version: '2.8.6' },
    /2\.8\.6 does not serve Python 3\.13/,
    /2\.9\.10, 2\.9\.11, 2\.9\.12, 2\.9\.13/,
  ],
  [{ postgresqlVersion: '9.6' }, /"9\.6" is not in the lock/, /17\.11, 17\.12, 18\.6/],
])('%j is refused', (overrides, message, hint) => {
  expect(() => plan(overrides)).toThrow(
    expect.objectContaining({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) }),
  )
})

test('a runtime is supported until the day of its deprecation, a preview never', () => {
  const row = (python: string) =>
    catalog.runtimes.find((runtime) => runtime.python === python) ?? expect.fail(python)
  expect(isSupported(row('3.10'), '2026-10-30')).toBe(true)
  expect(isSupported(row('3.10'), '2026-10-31')).toBe(false)
  expect(isSupported(row('3.15'), '2026-10-30')).toBe(false)
})

test('versions are ordered by value', () => {
  expect(['2.9.10', '2.9.9', '2.10', '2.9'].sort(compareVersions)).toEqual(['2.9', '2.9.9', '2.9.10', '2.10'])
})

describe('a lock of the user', () => {
  const write = (text: string | Buffer) => {
    const path = join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock.json')
    writeFileSync(path, text)
    return path
  }
  const row = {
    project: 'openssl',
    version: '3.5.7',
    url: 'https://mirror.example/openssl.tar.gz',
    root: 'openssl-3.5.7',
    size: 1,
    sha256: '0'.repeat(64),
    lts: true,
  }

  const inFiles = (change: object) => {
    const { project, version, lts, ...file } = row
    return { project, version, lts, files: [{ ...file, ...change }] }
  }

  test('may say in a row itself what is known of its only file', async () => {
    const [short, long] = await Promise.all(
      [row, inFiles({})].map((it) => loadCatalog(write(JSON.stringify({ sources: [it] })))),
    )
    expect(short).toEqual(long)
  })

  test('adds versions, and its rows count where both have one', async () => {
    const mine = await loadCatalog(write(JSON.stringify({ sources: [row, { ...row, version: '3.5.99' }] })))
    expect(versionsOf(mine, 'openssl').map(({ version, files }) => [version, files[0].size])).toEqual([
      ...versionsOf(catalog, 'openssl').map(({ version, files }) => [
        version,
        version === row.version ? row.size : files[0].size,
      ]),
      ['3.5.99', 1],
    ])
  })

  test('may begin with a byte order mark', async () => {
    const text = `\uFEFF${JSON.stringify({ sources: [{ ...row, version: '3.5.99' }] })}`
    expect(versionsOf(await loadCatalog(write(text)), 'openssl').at(-1)?.version).toBe('3.5.99')
  })

  test.each(['\uFEFF', ''])('in UTF-16 is refused by name (mark %j)', async (mark) => {
    const little = Buffer.from(`${mark}${JSON.stringify({ sources: [row] })}`, 'utf16le')
    const message = /^lock-file: .*lock\.json: the file is not UTF-8 \(UTF-16, perhaps\)/
    await expect(loadCatalog(write(little))).rejects.toThrow(message)
    await expect(loadCatalog(write(Buffer.from(little).swap16()))).rejects.toThrow(message)
  })

  test.each([
    ['{', /lock-file: .*lock\.json/],
    ['{"sources": [{}]}', /sources\[0\]/],
    [
      JSON.stringify({ sources: [row, row] }),
      /sources\[1\] \(openssl 3\.5\.7\): the same version stands in sources\[0\]/,
    ],
    [JSON.stringify({ sources: [{ ...row, root: 'a b' }] }), /sources\[0\] \(openssl 3\.5\.7\)\.root/],
    [JSON.stringify({ sources: [{ ...row, url: 'file:///etc/passwd' }] }), /\(openssl 3\.5\.7\)\.url/],
    [
      JSON.stringify({ sources: [{ ...row, url: undefined }] }),
      /\(openssl 3\.5\.7\): expected url, index or pool/,
    ],
    [JSON.stringify({ sources: [inFiles({ pool: '../../x' })] }), /\(openssl 3\.5\.7\)\.files\[0\]\.pool/],
    [JSON.stringify({ sources: [{ ...inFiles({}), files: [] }] }), /\(openssl 3\.5\.7\)\.files/],
    [JSON.stringify({ sources: [{ ...row, project: 'psycopg2' }] }), /\(psycopg2 3\.5\.7\)\.pythons/],
  ])('%s is refused', async (text, message) => {
    await expect(loadCatalog(write(text))).rejects.toThrow(message)
  })
})

test('a device as a lock is refused, because it may never end', async () => {
  await expect(loadCatalog('/dev/zero')).rejects.toThrow('lock-file: cannot read /dev/zero: it is a device')
})

test('broken catalog files name the row at fault', () => {
  expect(() => parseLock({ sources: 1 })).toThrow(/sources/)
  const runtimes = {
    serverImage: catalog.serverImage,
    bases: {},
    runtimes: [{ ...catalog.runtimes[0], base: 'al9' }],
  }
  expect(() => parseRuntimes(runtimes)).toThrow(/runtimes\[0\] \(Python 2\.7\)\.base: no such base: al9/)
})

test("the README's table says what the catalog says", () => {
  const readme = page('README.md')
  const section = readme.slice(readme.indexOf('## Which zip'), readme.indexOf('## In your function'))
  const rows = section.split('\n').filter((line) => /^\| [23]\./.test(line))
  const told = rows.flatMap((line) => {
    const [, pythons = '', base, glibc, psycopg2, architectures] = line.split('|').map((cell) => cell.trim())
    return pythons.split(', ').map((python) => ({ python, base, glibc, psycopg2, architectures }))
  })
  const known = catalog.runtimes.map((runtime) => ({
    python: runtime.python,
    base: catalog.bases[runtime.base]?.title.replace('2018.03', '1'),
    glibc: catalog.bases[runtime.base]?.glibc,
    psycopg2: plan({ pythons: [runtime.python] })[0]?.psycopg2.version,
    architectures: runtime.architectures.join(', '),
  }))
  const byPython = (a: { python: string }, b: { python: string }) => compareVersions(a.python, b.python)
  expect(told.sort(byPython)).toEqual(known)
})
