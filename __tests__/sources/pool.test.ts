import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { inPool, poolMirrors } from '../../src/sources/pool.js'
import * as the from './setup.js'

const directories = the.freshDirectories()
const PATH = 'pool/main/o/openssl/openssl_3.5.7.orig.tar.gz'
const apt = () => join(directories.temp, 'apt')
const mirrors = async () => (await poolMirrors(apt())).map(({ href }) => href)

beforeEach(() => mkdir(join(apt(), 'sources.list.d'), { recursive: true }))

async function configure(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(apt(), name), text)
}

describe('the mirrors that apt is configured for', () => {
  it('are read from lines', async () => {
    await configure({
      'sources.list': `# deb http://commented.example/debian sid main
deb http://one.example/debian trixie main # http://behind.example/debian
  deb-src [signed-by=/k.gpg arch=amd64] https://me:word@two.example:8080/mirror/debian/ sid main contrib
deb cdrom:[Debian GNU/Linux]/debian trixie main
deb http://one.example/debian trixie-updates main
deb http://ppa.example/someone/ppa noble main
`,
      'sources.list.d/security.list': 'deb http://one.example/debian-security trixie-security main\n',
      'sources.list.d/old.save': 'deb http://saved.example/debian trixie main\n',
    })
    expect(await mirrors()).toEqual([
      'http://one.example/debian/',
      'https://me:word@two.example:8080/mirror/debian/',
      'http://one.example/debian-security/',
    ])
  })

  it('are read from stanzas', async () => {
    await configure({
      'sources.list.d/debian.sources': `# URIs: http://commented.example/debian
Types: deb
# http://also-commented.example/debian
URIs: http://one.example/debian
 http://two.example/debian/
Suites: trixie trixie-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 http://inside-a-key.example/debian
 -----END PGP PUBLIC KEY BLOCK-----

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: sid

types: deb deb-src
uris: http://three.example/ubuntu-ports/ file:/srv/debian
suites: noble`,
    })
    expect(await mirrors()).toEqual([
      'http://one.example/debian/',
      'http://two.example/debian/',
      'http://three.example/ubuntu-ports/',
    ])
  })

  it("are behind lists of mirrors, as on GitHub's runners", async () => {
    const list = join(apt(), 'apt-mirrors.txt')
    await configure({
      'apt-mirrors.txt': `http://near.example/ubuntu/\tpriority:1
# http://commented.example/ubuntu/
https://far.example/ubuntu/ priority:2
https://security.example/ubuntu/ priority:3
`,
      'sources.list.d/ubuntu.sources': `Types: deb\nURIs: mirror+file:${list}\nSuites: noble\n`,
      'sources.list': `deb mirror+file://${list} noble main\ndeb mirror+file:/nonexistent noble main\n`,
    })
    expect(await mirrors()).toEqual([
      'http://near.example/ubuntu/',
      'https://far.example/ubuntu/',
      'https://security.example/ubuntu/',
    ])
  })

  it('are none where there is no apt', async () => {
    expect(await poolMirrors('/nonexistent')).toEqual([])
  })
})

it.each([
  ['http://a.example/debian/', `http://a.example/debian/${PATH}`],
  ['http://a.example/x/ubuntu/', `http://a.example/x/ubuntu/${PATH}`],
  [
    'http://a.example/debian-security/',
    'http://a.example/debian-security/pool/updates/main/o/openssl/openssl_3.5.7.orig.tar.gz',
  ],
])('a file on %s is at %s', (mirror, address) => {
  expect(inPool(new URL(mirror), PATH).href).toBe(address)
})

describe('a tarball that nobody else has', () => {
  it.each([
    ['debian', `/debian/${PATH}`],
    ['debian-security', '/debian-security/pool/updates/main/o/openssl/openssl_3.5.7.orig.tar.gz'],
  ])('comes from a mirror of %s, without any index', async (archive, path) => {
    const answers: Record<string, the.Answer> = {}
    const server = await the.serve(answers)
    const { bytes, source } = the.tarball(`${the.UNREACHABLE}/openssl-3.5.7.tar.gz`, { pool: PATH })
    answers[path] = the.send(bytes)
    const lines = ['http://nowhere.invalid/debian', `${server.url}/${archive}`]
    await configure({ 'sources.list': lines.map((line) => `deb ${line} trixie main\n`).join('') })
    const log = the.collect()
    const found = await the.obtain([source], { aptDirectory: apt() }, log)
    expect(bytes.equals(await readFile(found.get(source)?.path ?? ''))).toBe(true)
    expect(server.requests).toEqual([`GET ${path}`])
    expect(log.of('info')).toContain(`from ${server.url}${path}`)
    expect(log.of('warning')).toBe('')
    await server.close()
  })
})
