import { expect, test } from 'vitest'
import { scriptError } from '../../src/recipe/script.js'
import type { Sandbox } from '../../src/sandbox/sandbox.js'

test.each([
  ['tar: write error: No space left on device', /disk is full/],
  ['gcc: fatal error: Killed signal terminated program cc1', /memory/],
  ['psycopg2: Python 3.13 has no headers: /x/Python.h does not exist', /build-image/],
  ["tools: make is 'GNU Make 3.80', but …", /build-image.*docs\/amazon-linux\.md/],
  [
    'toolchain: /c/zig cannot compile here: cc: exec: /c/zig: Permission denied',
    /RUNNER_TOOL_CACHE.*binfmt_misc/,
  ],
  ['something else', /by hand/],
])('a script that ends with "%s" gets advice', (line, hint) => {
  const sandbox = { title: 'container x of image y' } as Sandbox
  const error = scriptError(sandbox, 'openssl.sh', {
    exitCode: 4,
    stdout: 'compiling\n',
    stderr: `${line}\n`,
  })
  expect(error.message).toBe(`scripts/openssl.sh failed with exit code 4 in container x of image y: ${line}`)
  expect(error.hint).toMatch(hint)
  expect(error.details).toEqual(['compiling', line])
})
