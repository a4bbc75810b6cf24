import { ARCHITECTURES, type Architecture } from '../../src/catalog/architecture.js'
import { platformOf } from '../../src/sandbox/argv.js'
import type { LaidOut } from '../machine/laid-out.js'

/** Makes a docker on that machine, in `engines`, that has these images and gets no other. */
export function placeDocker(machine: LaidOut, images: Partial<Record<Architecture, string[]>>): void {
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
pull) echo "dial tcp: lookup registry: no such host" >&2; exit 1 ;;
esac`,
  )
}
