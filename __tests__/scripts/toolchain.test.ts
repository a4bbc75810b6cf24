import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const scripts = join(import.meta.dirname, '..', '..', 'scripts')

/** Of glibc's header what toolchain.sh takes out, and what stands around it. */
const FORTIFIED = `void __memset_chk (void *);
void __explicit_bzero_chk (void *__dest, size_t __len, size_t __destlen)
  __THROW;

__fortify_function void
__NTH (explicit_bzero (void *__dest, size_t __len))
{
  __explicit_bzero_chk (__dest, __len, __glibc_objsize0 (__dest));
}
char *strcpy (char *);
`

/** Runs toolchain.sh or sysroot.sh with a compiler that is a script of this body. */
function run(script: string, zig: string, architecture = 'x86_64') {
  const top = mkdtempSync(join(tmpdir(), 'toolchain-'))
  const headers = join(top, 'toolchain', 'lib', 'libc', 'include', 'generic-glibc', 'bits')
  mkdirSync(headers, { recursive: true })
  writeFileSync(join(headers, 'string_fortified.h'), FORTIFIED)
  writeFileSync(join(top, 'toolchain', 'zig'), `#!/bin/sh\n${zig}\n`)
  chmodSync(join(top, 'toolchain', 'zig'), 0o755)
  const { status, stderr } = spawnSync('sh', [join(scripts, script)], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      TOOLCHAIN_DIR: join(top, 'toolchain'),
      ARCHITECTURE: architecture,
      WORK_DIR: join(top, 'work'),
      DEPS_DIR: join(top, 'deps'),
      BIN_DIR: join(top, 'bin'),
    },
  })
  return { status, stderr, top }
}

const COMPILES = 'while [ "$1" != -o ]; do shift; done; : >"$2"'

test.each([
  ['x86_64', '-target x86_64-linux-gnu'],
  ['arm64', '-target aarch64-linux-gnu'],
])(
  'for %s, cc is the compiler with a target, links with the sysroot, and says what it adds',
  (architecture, target) => {
    const { status, stderr, top } = run('toolchain.sh', COMPILES, architecture)
    expect(status, stderr).toBe(0)
    expect(readFileSync(join(top, 'bin', 'flags'), 'utf8')).toContain(target)
    writeFileSync(join(top, 'toolchain', 'zig'), '#!/bin/sh\necho "$@"\n')
    const cc = (...argv: string[]) =>
      spawnSync(join(top, 'bin', 'cc'), argv, { encoding: 'utf8', env: { DEPS_DIR: '/deps' } }).stdout
    expect(cc('-c', 'a.c')).toMatch(new RegExp(`^clang .*${target} .*-c a\\.c$`, 'm'))
    expect(cc('-c', 'a.c')).not.toContain('/deps')
    expect(cc('-shared', 'a.o')).toContain('-L/deps/sysroot')
    expect(cc('-shared', 'a.o')).not.toContain('crt1.o')
    expect(cc('a.o')).toContain('/deps/sysroot/crt1.o')
  },
)

test('explicit_bzero, which glibc 2.17 lacks, has no fortified form that only a newer one has', () => {
  const { top } = run('toolchain.sh', COMPILES)
  const mended = readFileSync(join(top, 'bin', 'mended', 'bits', 'string_fortified.h'), 'utf8')
  expect(mended).toBe('void __memset_chk (void *);\nchar *strcpy (char *);\n')
})

test.each(['toolchain.sh', 'sysroot.sh'])(
  '%s says when the compiler cannot be run here, and why',
  (script) => {
    const { status, stderr } = run(script, 'echo "failed to spawn: AccessDenied" >&2; exit 1')
    expect(status).toBe(1)
    expect(stderr).toMatch(/zig cannot (compile here|link a program): .*failed to spawn: AccessDenied/)
  },
)

test.each(['toolchain.sh', 'sysroot.sh'])('%s knows two architectures', (script) => {
  const { status, stderr } = run(script, '', 'riscv64')
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `${script.replace('.sh', '')}: ARCHITECTURE is x86_64 or arm64, not 'riscv64'\n`,
  })
})

test('a compiler that links without the C library ends sysroot.sh with its name', () => {
  const { status, stderr } = run('sysroot.sh', `: >crt1.o; ${COMPILES}; echo "ld.lld ./crt1.o" >&2`)
  expect(status).toBe(1)
  expect(stderr).toContain('zig linked a program without libc.so: ld.lld ./crt1.o')
})
