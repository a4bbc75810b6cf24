import { readFileSync } from 'node:fs'
import { ARCHITECTURES, type Architecture } from '../../src/catalog/architecture.js'
import { platformOf } from '../../src/sandbox/argv.js'
import type { LaidOut } from '../machine/laid-out.js'

/**
 * Makes a docker on that machine, in `engines`, that has these images and gets no other, for this reason.
 *
 * @returns a function that lists what it was to pull
 */
export function placeDocker(
  machine: LaidOut,
  images: Partial<Record<Architecture, string[]>>,
  reason = 'dial tcp: lookup registry: no such host',
): () => string[] {
  const pulls = machine.file('pulls', '')
  const present = ARCHITECTURES.map((architecture) => {
    const names = machine.file(`images-${architecture}`, `${(images[architecture] ?? []).join('\n')}\n`)
    return `grep -qxF "$1" '${names}' && echo "sha256:abc ${platformOf(architecture)}" && exit`
  })
  machine.program(
    'engines/docker',
    `case $1 in
version) echo 28.0.1 ;;
image) shift 4
${present.join('\n')}
exit 1 ;;
pull) shift 4; echo "$1" >>'${pulls}'; echo '${reason}' >&2; exit 1 ;;
esac`,
  )
  return () => readFileSync(pulls, 'utf8').split('\n').filter(Boolean)
}
