import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

// Images and tarballs are being made ready while the unit tests run: see setup.ts.
const marker = inject('ready')
while (!existsSync(marker)) await sleep(200)
const failure = readFileSync(marker, 'utf8')
if (failure !== '') throw new Error(`The stand-ins or the tarballs cannot be had: ${failure}`)
