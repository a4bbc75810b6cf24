import { expect, test } from 'vitest'
import { installWith } from '../../src/audit/loader-words.js'

const MODULE = 'psycopg2/_psycopg.so'

test.each([
  // psycopg2-binary's newest wheels: manylinux2014 for x86_64, manylinux_2_28 for arm64.
  [{ architecture: 'x86_64', base: { glibc: '2.34' } }, MODULE, ['manylinux2014_x86_64']],
  [
    { architecture: 'arm64', base: { glibc: '2.34' } },
    MODULE,
    ['manylinux2014_aarch64', 'manylinux_2_28_aarch64'],
  ],
  [{ architecture: 'arm64', base: { glibc: '2.26' } }, MODULE, ['manylinux2014_aarch64']],
  [
    { architecture: 'x86_64', base: { glibc: '2.34' } },
    'a.so',
    ['manylinux2014_x86_64', 'manylinux_2_28_x86_64'],
  ],
  [{ architecture: 'x86_64', base: { glibc: '2.26' } }, 'a.so', ['manylinux2014_x86_64']],
  [{ architecture: 'arm64' }, MODULE, ['manylinux2014_aarch64']],
] as const)('pip is asked for wheels that the runtime %j loads', (runtime, file, platforms) => {
  const asked = installWith({ python: '3.13', ...runtime }, file).matchAll(/--platform (\S+)/g)
  expect(Array.from(asked, ([, platform]) => platform)).toEqual(platforms)
})
