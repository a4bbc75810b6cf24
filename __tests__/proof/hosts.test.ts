import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readElf } from '../../src/audit/elf.js'
import { EM } from '../../src/audit/elf-header.js'
import { contentHash, listFiles } from '../../src/cache/file-list.js'
import { ARCHITECTURES, type Architecture } from '../../src/catalog/architecture.js'
import { sha256 } from '../../src/package/checksums.js'
import { provideEmulation } from '../../stand-ins/emulation.js'
import { interpretersHere } from '../../stand-ins/pythons.js'
import { provideToolchainFor } from '../../stand-ins/toolchain.js'
import { commandsOf, dependenciesFor, moduleByHand, runByHand } from '../by-hand.js'
import { PYTHON } from '../roles.js'
import { temporary } from '../runner.js'
import { AT_HAND, SOURCES } from '../versions.js'

/** What is compiled of OpenSSL: all assembly, and C of many kinds. All of it would take an hour under emulation. */
const SAMPLE =
  '[a-z0-9_-]+-(?:x86_64|armv8)|sha256|hmac|a_int|bn_mul|aes_core|x509_vfy|evp_enc|ssl_lib|extensions_clnt'

/** By the machine that it runs on, the unpacked toolchain. */
const toolchains = new Map<Architecture, string>()
let undo = () => {}

beforeAll(async () => {
  const emulation = provideEmulation()
  undo = emulation.undo
  expect(emulation.missing).toBeUndefined()
  for (const host of ARCHITECTURES) {
    const { directory } = await provideToolchainFor(host)
    expect(readElf(readFileSync(join(directory, 'zig'))).machine).toBe(
      EM[host === 'arm64' ? 'AARCH64' : 'X86_64'],
    )
    toolchains.set(host, directory)
  }
})
afterAll(() => undo())

test.each(ARCHITECTURES)(
  'psycopg2 for %s: the compilers of both hosts make the same module',
  async (target) => {
    const dependencies = await dependenciesFor(target)
    const interpreter = (await interpretersHere()).get(PYTHON) ?? ''
    const sums = await onBothHosts(target, async (commands) =>
      sha256(
        await moduleByHand({ architecture: target, commands, dependencies, python: PYTHON, interpreter }),
      ),
    )
    expect(sums.arm64).toBe(sums.x86_64)
  },
)

test.each(ARCHITECTURES)('what is linked with for %s: the same files from both hosts', async (target) => {
  const sums = await onBothHosts(target, async (_commands, TOOLCHAIN_DIR) => {
    const DEPS_DIR = temporary()
    await runByHand('sysroot.sh', { TOOLCHAIN_DIR, ARCHITECTURE: target, WORK_DIR: temporary(), DEPS_DIR })
    return contentHash(await listFiles(DEPS_DIR))
  })
  expect(sums.arm64).toBe(sums.x86_64)
})

test.each(ARCHITECTURES)('a sample of OpenSSL for %s: the same objects from both hosts', async (target) => {
  const version = AT_HAND['openssl-version']
  const archives = await onBothHosts(target, async (commands) => {
    const [WORK_DIR, DEPS_DIR] = [temporary(), temporary()]
    await runByHand('openssl.sh', {
      OPENSSL_TARBALL: join(SOURCES, readdirSync(SOURCES).find((name) => name.includes(version)) ?? ''),
      OPENSSL_ROOT: `openssl-${version}`,
      ARCHITECTURE: target,
      TOOLCHAIN_BIN: withSamplingMake(commands),
      ...{ WORK_DIR, DEPS_DIR },
    })
    return ['libcrypto.a', 'libssl.a'].map((name) => {
      const archive = join(DEPS_DIR, 'openssl', 'lib', name)
      const members = execFileSync(join(commands, 'ar'), ['t', archive], { encoding: 'utf8' })
      return { members: members.trim().split('\n'), sum: sha256(readFileSync(archive)) }
    })
  })
  const [crypto, ssl] = archives.x86_64
  expect(crypto?.members.length).toBeGreaterThan(10)
  expect(ssl?.members).toHaveLength(2)
  expect(archives.arm64).toEqual(archives.x86_64)
})

/** What something comes to with the commands of each host's toolchain. */
async function onBothHosts<T>(
  target: Architecture,
  run: (commands: string, toolchain: string) => Promise<T>,
): Promise<Record<Architecture, T>> {
  const on = async (host: Architecture) => {
    const toolchain = toolchains.get(host) ?? ''
    return run(await commandsOf(toolchain, target), toolchain)
  }
  return { x86_64: await on('x86_64'), arm64: await on('arm64') }
}

/** Puts a make beside the commands that makes no more of OpenSSL's two archives than the sample. */
function withSamplingMake(commands: string): string {
  const others = ` [^ ]*/lib(?:common|crypto|default|ssl)-lib-(?!(?:${SAMPLE})\\.o)[^ /]*\\.o`
  const script = `#!/bin/sh
make=$(PATH=\${PATH#*:}; command -v make)
case $* in *libcrypto.a*) perl -pi -e 's#${others}##g' Makefile ;; esac
exec "$make" "$@"
`
  writeFileSync(join(commands, 'make'), script, { mode: 0o755 })
  return commands
}
