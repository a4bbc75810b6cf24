import { expect, test } from 'vitest'
import { isSupported, loadCatalog } from '../../src/catalog/catalog.js'
import { pythonsOf, type Target, targetsOf, type Wanted } from '../../src/catalog/targets.js'

const catalog = await loadCatalog()
const TODAY = '2026-11-26'
const both = ['x86_64', 'arm64'] as const
const supported = catalog.runtimes
  .filter((runtime) => isSupported(runtime, TODAY))
  .map(({ python }) => python)
const released = catalog.runtimes.filter((row) => row.released !== null).map(({ python }) => python)

const names = (targets: Target[]) => targets.map(({ python, architecture }) => `${python} ${architecture}`)
const targets = (wanted: Wanted) => targetsOf(wanted, catalog, TODAY)

test.each([
  [['supported'], supported],
  [['all'], released],
  [
    ['3.15', 'all'],
    ['3.15', ...released],
  ],
  [
    ['supported', '2.7'],
    [...supported, '2.7'],
  ],
  [
    ['3.13', 'supported', 'all'],
    ['3.13', ...supported.filter((python) => python !== '3.13'), ...without(released, supported)],
  ],
  [['3.5'], ['3.5']],
  [['toString'], ['toString']],
])('%j stands for %j', (pythons, meant) => {
  expect(pythonsOf(pythons, catalog, TODAY)).toEqual(meant)
})

function without(pythons: string[], others: string[]): string[] {
  return pythons.filter((python) => !others.includes(python))
}

test('nothing that AWS may still change is among all', () => {
  const previews = catalog.runtimes.filter(({ preview }) => preview).map(({ python }) => python)
  expect(previews.length).toBeGreaterThan(0)
  expect(released).toEqual(expect.not.arrayContaining(previews))
})

test('all on both architectures are what Lambda had, each Python on both before the next', () => {
  const { targets: made, never } = targets({ pythons: ['all'], architectures: both })
  expect(names(made).slice(0, 5)).toEqual([
    '2.7 x86_64',
    '3.6 x86_64',
    '3.7 x86_64',
    '3.8 x86_64',
    '3.8 arm64',
  ])
  expect(names(never)).toEqual(['2.7 arm64', '3.6 arm64', '3.7 arm64'])
})

test('a Python that is named is meant on every architecture, also beside a word', () => {
  const { targets: made, never } = targets({ pythons: ['all', '3.7'], architectures: ['arm64'] })
  expect(names(made)).toContain('3.7 arm64')
  expect(names(never)).toEqual(['2.7 arm64', '3.6 arm64'])
})

test('what cannot be had is left out on its own architecture only', () => {
  const leftOut = [{ python: '3.13', architecture: 'arm64' as const }]
  const { targets: made } = targets({ pythons: ['supported'], architectures: both, leftOut })
  expect(names(made)).toEqual(
    supported.flatMap((python) =>
      python === '3.13' ? ['3.13 x86_64'] : [`${python} x86_64`, `${python} arm64`],
    ),
  )
})
