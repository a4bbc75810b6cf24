import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './debian.js'
import { CACHE } from './places.js'

/** A Debian that has a Python no pyenv here has, with a compiler of its own age. */
export const NEWEST = { image: 'psycopg2-lambda-test/newest', python: '3.14', glibc: '2.43' }

const PACKAGES = 'ca-certificates,python3.14,python3.14-dev,gcc,libc6-dev,make,perl,bzip2,binutils'

/** Makes the image, or finds the one that an earlier run made. Both images in one: it is compiled and tried there. */
export function provideNewest(): void {
  if (spawnSync('docker', ['image', 'inspect', NEWEST.image], { stdio: 'ignore' }).status === 0) return
  install('mmdebstrap')
  const tar = join(CACHE, 'newest.tar')
  // A mirror may hold a moment of the past, whose index has run out; its signature is checked all the same.
  const past = '--aptopt=Acquire::Check-Valid-Until "false"'
  execFileSync('mmdebstrap', ['--quiet', past, '--variant=minbase', `--include=${PACKAGES}`, 'sid', tar])
  const store = 'RUN mkdir -p /etc/pki/tls && ln -s /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/cert.pem'
  execFileSync('docker', ['import', tar, `${NEWEST.image}-base`], { stdio: 'ignore' })
  rmSync(tar)
  execFileSync('docker', ['build', '--quiet', '--tag', NEWEST.image, '-'], {
    input: `FROM ${NEWEST.image}-base\n${store}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}
