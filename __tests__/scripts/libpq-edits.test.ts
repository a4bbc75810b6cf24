import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '..', '..', 'scripts', 'libpq-edits.sh')

const TLS = 'src/interfaces/libpq/fe-secure-openssl.c'
const RANDOM = 'src/port/pg_strong_random.c'
const SCRAM = 'src/common/scram-common.c'

/** Of libpq's sources what the edits look at; the last is another function than that of any release. */
const FILES = {
  [TLS]: '#include <openssl/conf.h>\n\tSSL_context = SSL_CTX_new(SSLv23_method());\n',
  [RANDOM]: '\tif (RAND_bytes(buf, len) == 1)\n',
  [SCRAM]: '#include "common/base64.h"\nint\nscram_SaltedPassword(void)\n{\n\treturn 0;\n}\n',
}

function edit(changed: Partial<typeof FILES> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'libpq-edits-'))
  for (const [name, text] of Object.entries({ ...FILES, ...changed })) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  const outcome = spawnSync('sh', [script], { cwd: directory, encoding: 'utf8' })
  return { ...outcome, read: (name: string) => readFileSync(join(directory, name), 'utf8') }
}

test('random numbers are drawn only after fresh entropy has come', () => {
  const { read } = edit()
  expect(read(TLS)).toMatch(/= RAND_poll\(\) == 1 && RAND_status\(\) == 1 \? SSL_CTX_new\(/)
  expect(read(RANDOM)).toContain('if (RAND_poll() == 1 && RAND_status() == 1 && RAND_bytes(buf, len) == 1)')
})

test.each([
  ['lacks', ''],
  ['has twice', FILES[RANDOM].repeat(2)],
])('a source that %s the line to be changed ends the build, by name', (_, text) => {
  const { status, stderr } = edit({ [RANDOM]: text })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^libpq-edits\.sh: src\/port\/pg_strong_random\.c .*RAND_bytes\(buf, len\)/)
})

test('a function of SCRAM that no known release has is not replaced, and ends the build', () => {
  const { status, stderr, read } = edit()
  expect(status).toBe(1)
  expect(stderr).toMatch(/^libpq: scram_SaltedPassword in src\/common\/scram-common\.c is not the one/)
  expect(read(SCRAM)).toBe(FILES[SCRAM])
})
