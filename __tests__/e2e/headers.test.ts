import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readElf } from '../../src/audit/elf.js'
import { EM } from '../../src/audit/elf-header.js'
import { type Architecture, MACHINES } from '../../src/catalog/architecture.js'
import { sha256 } from '../../src/package/checksums.js'
import { type Headers, provideHeaders } from '../../stand-ins/headers.js'
import { interpretersHere } from '../../stand-ins/pythons.js'
import { provideToolchainHere } from '../../stand-ins/toolchain.js'
import { commandsOf, dependenciesFor, moduleByHand } from '../by-hand.js'
import { PYTHONS } from '../roles.js'

const OTHER = process.arch === 'arm64' ? 'x86_64' : 'arm64'

// Without a container, a module for another machine is compiled with the headers that this machine's Python has.
describe("Python's headers for one machine and for another", () => {
  let headers: Headers
  let missing: string | undefined

  beforeAll(() => {
    const provided = provideHeaders(PYTHONS)
    if ('include' in provided) headers = provided
    else missing = provided.missing
    if (missing === undefined) return
    if (process.env.CI === 'true') throw new Error(missing)
    console.warn(`LEFT OUT: modules compiled with the headers of either machine, because ${missing}`)
  })
  beforeEach(({ skip }) => skip(missing !== undefined, missing))

  test('differ in pyconfig.h, and in nothing else', () => {
    const [ours, theirs] = [sums(headers, 'x86_64'), sums(headers, 'arm64')]
    const differing = [...ours.keys()].filter((path) => theirs.get(path) !== ours.get(path))
    expect(ours.size).toBeGreaterThan(100)
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort())
    expect(differing).toEqual([`MACHINE-linux-gnu/python${headers.python}/pyconfig.h`])
  })

  test('give the same module', async () => {
    const { python } = headers
    const { directory } = await provideToolchainHere()
    const given = {
      architecture: OTHER,
      commands: await commandsOf(directory, OTHER),
      dependencies: await dependenciesFor(OTHER),
      python,
      interpreter: (await interpretersHere()).get(python) ?? '',
    } as const
    const compiledWith = (architecture: Architecture) =>
      moduleByHand({ ...given, headers: join(headers.include[architecture], `python${python}`) })
    const [ours, theirs] = [await compiledWith('x86_64'), await compiledWith('arm64')]
    expect(readElf(ours).machine).toBe(OTHER === 'arm64' ? EM.AARCH64 : EM.X86_64)
    expect(sha256(theirs)).toBe(sha256(ours))
  })
})

/** The sum of each header, by its path with no machine's name in it. */
function sums({ include }: Headers, architecture: Architecture): Map<string, string> {
  const top = include[architecture]
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
  const machine = `${MACHINES[architecture]}-linux-gnu`
  return new Map(
    paths.map((path) => [path.replace(machine, 'MACHINE-linux-gnu'), sha256(readFileSync(join(top, path)))]),
  )
}
