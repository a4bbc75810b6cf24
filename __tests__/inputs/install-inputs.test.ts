import { expect, test } from 'vitest'
import { readInstallRequest } from '../../src/inputs/install-inputs.js'

const SUM = 'a'.repeat(64)
const read = (inputs: Record<string, string>) => {
  const given: Record<string, string> = { 'python-version': '3.13', repository: 'octo/psycopg2', ...inputs }
  return readInstallRequest({ get: (name) => given[name], env: {} })
}

test('what is not named is as the action says', async () => {
  expect(await read({})).toMatchObject({
    ...{ python: '3.13', architecture: 'x86_64', version: 'latest', format: 'zip', extract: true },
    ...{ sha256: undefined, cache: true, pin: undefined, pinTo: undefined },
  })
  expect((await read({ sha256: ` ${SUM}\n` })).sha256).toBe(SUM)
})

test.each([
  ['python-version', '', /^python-version: nothing given/],
  ['python-version', 'python3.13', /^python-version: "python3\.13" is not a version of the form 3\.13/],
  ['python-version', '3.13, 3.12', /^python-version: "3\.13, 3\.12" are several/],
  ['python-version', 'all', /^python-version: "all" is not one Python/],
  // What YAML makes of 3.10.
  ['python-version', '3.1', /^python-version: "3\.1" is not one Python/],
  ['architecture', 'aarch64', /^architecture: "aarch64" is not how Lambda calls it/],
  ['architecture', 'arm64 x86_64', /^architecture: "arm64, x86_64" are several/],
  ['version', '^2.9', /^version: "\^2\.9" is not the name of a tag/],
  ['format', 'whl', /^format: "whl" is not supported/],
  ['sha256', SUM.toUpperCase(), /^sha256: "A{64}" is not one SHA-256/],
  ['sha256', `${SUM} ${SUM}`, /^sha256: "a{64} a{64}" is not one SHA-256/],
  ['repository', 'https://github.com/octo/psycopg2', /^repository: .* is not the name of a repository/],
  ['base-url', 'mirror/2.9.13-1', /^base-url: "mirror\/2\.9\.13-1" is not the address of/],
  ['base-url', 'https://user:p%ss@mirror', /^base-url: "https:\/\/\*\*\*@mirror" is not the address of/],
  ['pin-file', 'no-such.json', /^pin-file: .*no-such\.json does not exist/],
])('%s: %j is refused', async (name, value, message) => {
  await expect(read({ [name]: value })).rejects.toThrow(message)
})
