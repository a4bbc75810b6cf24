import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { RUN_LABEL } from '../../src/sandbox/argv.js'
import { IMAGES } from '../../stand-ins/images.js'
import { PYTHON } from '../roles.js'
import { runAction, temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'
import { build } from './built.js'
import { programHere } from './consumers/tools.js'

// Taken where the machine has it: the images come from Docker.
describe.skipIf(inject('noEngine') !== '')('Podman', () => {
  const images = [IMAGES.build, IMAGES.runtime, IMAGES.server].map((image) => `localhost/${image}`)
  const [buildImage = '', runtimeImage = '', serverImage = ''] = images
  const env = { CONTAINERS_CONF: join(temporary(), 'containers.conf') }
  const podman = (...argv: string[]) =>
    spawnSync('podman', argv, { encoding: 'utf8', env: { ...process.env, ...env } })
  const here = programHere('podman')
  let missing = 'missing' in here ? here.missing : ''

  beforeAll(() => {
    if (missing !== '') return
    // In a container that may not raise its limits, Podman's own are refused.
    writeFileSync(
      env.CONTAINERS_CONF,
      '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n',
    )
    for (const image of images) {
      const copy = `docker save ${image.replace('localhost/', '')} | podman load --quiet`
      const copied = spawnSync(copy, { shell: true, encoding: 'utf8' })
      if (copied.status !== 0) missing ||= `${copy}: ${copied.stderr}`
    }
    const tried = podman('run', '--rm', '--network', 'none', '--entrypoint', 'true', runtimeImage)
    if (tried.status !== 0) missing ||= tried.stderr
  })
  afterAll(() => {
    if (missing === '') podman('image', 'rm', '--force', ...images)
  })

  test('makes the same bytes as Docker, and connects', async ({ skip }) => {
    if (missing !== '') skip(`LEFT OUT: Podman, which cannot be had here: ${missing}`)
    const own = {
      ...{ 'container-engine': 'podman', 'build-image': buildImage, 'runtime-image': runtimeImage },
      ...{ 'server-image': serverImage, verify: 'connect', 'output-dir': temporary() },
    }
    const inputs = { 'python-version': PYTHON, ...AT_HAND, ...own }
    for (const _ of ['a new volume for the toolchain', 'the same again']) {
      const run = await runAction(inputs, { env })
      expect(run.code, run.output).toBe(0)
      expect(run.output).not.toContain('::warning::')
      const { zip } = await build({ 'container-engine': 'docker' })
      expect(readFileSync(run.outputs.zip ?? '').equals(readFileSync(zip))).toBe(true)
      expect(podman('ps', '--all', '--quiet', '--filter', `label=${RUN_LABEL}`).stdout).toBe('')
    }
  })
})
