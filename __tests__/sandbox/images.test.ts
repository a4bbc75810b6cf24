import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/network/clock.js'
import type { Log } from '../../src/report/log.js'
import { chooseEngine } from '../../src/sandbox/engine.js'
import { ensureImage, ImageUnavailableError } from '../../src/sandbox/images.js'

// The engines are programs on PATH, so programs on PATH stand in for what cannot be had at will: registries that
// throttle, daemons that are down.
const path = process.env.PATH
let bin: string
let lines: string[]
const log: Log = {
  info: (line) => lines.push(line),
  notice: (line) => lines.push(line),
  warning: (line) => lines.push(line),
  debug: () => {},
  progress: () => {},
  begin: () => {},
  end: () => {},
  group: (_, work) => work(),
}

const WANTED = {
  engine: 'docker',
  name: 'some:tag',
  architecture: 'x86_64',
  input: 'build-image',
  log,
} as const

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'engine-'))
  lines = []
  process.env.PATH = `${bin}${delimiter}/usr/bin${delimiter}/bin`
})
afterEach(() => {
  process.env.PATH = path
})

function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\necho "$*" >>"${bin}/calls"\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
}

const calls = () => readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n')

test('auto takes docker, then podman, then none, and says why', async () => {
  program('docker', 'echo "permission denied while trying to connect" >&2; exit 1')
  program('podman', 'echo 5.4.2')
  expect(await chooseEngine('auto', log)).toBe('podman')
  expect(lines.join()).toContain('docker: permission denied while trying to connect')
  program('podman', 'exit 1')
  expect(await chooseEngine('auto', log)).toBe('none')
  program('docker', 'echo 28.0.1')
  expect(await chooseEngine('auto', log)).toBe('docker')
})

test('a Docker that runs containers of Windows is none to build with', async () => {
  program('docker', 'case "$*" in *Server.Os*) echo "27.5.1 windows" ;; *) echo 27.5.1 ;; esac')
  program('podman', 'exit 127')
  expect(await chooseEngine('auto', log)).toBe('none')
  await expect(chooseEngine('docker', log)).rejects.toThrow('containers of Windows')
})

test('an engine that was named must answer', async () => {
  program('podman', 'echo "cannot connect to socket" >&2; exit 125')
  await expect(chooseEngine('podman', log)).rejects.toThrow(
    'container-engine: podman does not answer: cannot connect to socket',
  )
})

test('a present image of the right architecture is not pulled', async () => {
  program('docker', 'echo "sha256:abc linux/amd64"')
  expect(await ensureImage(WANTED)).toEqual({
    name: 'some:tag',
    id: 'sha256:abc',
  })
  expect(calls()).toHaveLength(1)
})

test('a pull that is throttled is tried again after growing pauses', async () => {
  program(
    'docker',
    `case $1 in
  image) [ -e "${bin}/pulled" ] && echo "sha256:abc linux/amd64" || exit 1 ;;
  pull)
    if [ -e "${bin}/second" ]; then touch "${bin}/pulled"
    elif [ -e "${bin}/first" ]; then touch "${bin}/second"; echo "received unexpected HTTP status: 502" >&2; exit 1
    else touch "${bin}/first"; echo "toomanyrequests: Rate exceeded" >&2; exit 1; fi ;;
esac`,
  )
  const pauses: number[] = []
  const clock = { ...systemClock, random: () => 0.5, sleep: async (ms: number) => void pauses.push(ms) }
  const image = await ensureImage({ ...WANTED, clock })
  expect(image.id).toBe('sha256:abc')
  expect(pauses).toEqual([2000, 4000])
  expect(lines.join('\n')).toContain('toomanyrequests: Rate exceeded; trying again in')
})

test('a pull that cannot succeed is not tried again', async () => {
  program('docker', '[ "$1" = pull ] && echo "manifest unknown" >&2; exit 1')
  const clock = { ...systemClock, sleep: () => expect.fail('waited') }
  const asked = ensureImage({ ...WANTED, clock })
  await expect(asked).rejects.toThrow(ImageUnavailableError)
  await expect(asked).rejects.toThrow(
    'build-image: the image some:tag is not present and cannot be pulled: manifest unknown',
  )
})

test('a tag that stands for another architecture here is pulled, and refused when it still does', async () => {
  program('docker', '[ "$1" = image ] && echo "sha256:abc linux/arm64"; exit 0')
  await expect(ensureImage(WANTED)).rejects.toThrow(
    'The image some:tag is for linux/arm64, not for linux/amd64 (x86_64)',
  )
  expect(calls().filter((call) => call.startsWith('pull'))).toEqual([
    'pull --quiet --platform linux/amd64 some:tag',
  ])
})
