import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest'
import { listFiles } from '../../src/cache/file-list.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { toolchainVolume } from '../../src/recipe/toolchain-volume.js'
import { findImage } from '../../src/sandbox/images.js'
import { docker } from '../../stand-ins/docker.js'
import { IMAGES } from '../../stand-ins/images.js'
import { pinnedHere } from '../../stand-ins/toolchain.js'
import { collectingLog } from '../report/collecting-log.js'
import { containers, newRun } from '../runner.js'

describe.skipIf(inject('noEngine') !== '')('the volume that has the toolchain', () => {
  const directory = mkdtempSync(join(tmpdir(), 'volume-'))
  mkdirSync(join(directory, 'lib'))
  writeFileSync(join(directory, 'zig'), '#!/bin/sh\n')
  chmodSync(join(directory, 'zig'), 0o755)
  writeFileSync(join(directory, 'lib', 'a.h'), 'a header\n')
  // A name of its own: the real one is in use by other tests.
  const sum = randomBytes(32).toString('hex')
  let name = ''

  /** Gives the volume as a build gets it, and what was said. */
  async function provide() {
    const source = await pinnedHere()
    const [file] = source.files
    const toolchain = {
      ...{ source: { ...source, files: [{ ...file, sha256: sum }] as typeof source.files } },
      ...{ host: thisArchitecture(), directory, files: await listFiles(directory) },
    }
    const image = await findImage('docker', IMAGES.runtime)
    if (image === undefined) throw new Error(`${IMAGES.runtime} is not there`)
    const { log, lines } = collectingLog()
    const { volume } = await toolchainVolume({ toolchain, engine: 'docker', image, runId: newRun(), log })
    name = volume.name
    return lines.join('\n')
  }

  /** Runs a command in the volume, as something that spoils it, or looks at it, would. */
  const inside = (script: string) =>
    docker(
      'run',
      '--rm',
      '--network',
      'none',
      '--volume',
      `${name}:/v`,
      '--entrypoint',
      'sh',
      IMAGES.runtime,
      '-c',
      script,
    )

  afterEach(() => {
    expect(containers()).toEqual([])
  })
  afterAll(() => docker('volume', 'rm', name))

  test('is filled once, and used again without a word', async () => {
    expect(await provide()).toBe('')
    await inside('touch -d 2001-01-01 /v/toolchain/zig')
    expect(await provide()).toBe('')
    await inside('[ /v/toolchain/zig -ot /v/toolchain/lib/a.h ]')
  })

  test.each([
    ['another byte', 'echo x >>/v/toolchain/lib/a.h'],
    ['one file fewer', 'rm /v/toolchain/lib/a.h'],
    ['one file more', ': >/v/toolchain/lib/b.h'],
    ['a link in place of a file', 'cd /v/toolchain/lib && cp a.h /v/other && ln -sf ../../other a.h'],
    ['a compiler that cannot be run', 'chmod a-x /v/toolchain/zig'],
  ])('with %s is noticed and filled anew', async (_, spoil) => {
    await provide()
    await inside(spoil)
    expect(await provide()).toMatch(
      /volume psycopg2-lambda-zig-.* is not as it was put there; it is put there anew/,
    )
    expect(await provide()).toBe('')
  })
})
