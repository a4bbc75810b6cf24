import { describe, expect, it } from 'vitest'
import {
  type AptEntry,
  aptCommands,
  aptConfiguration,
  findPackage,
  parseDeb822,
  parseOneLine,
  renderSources,
} from '../../src/sources/apt.js'
import { aptEnvironment } from '../../src/sources/debian.js'

const entry = (uris: string, suites: string, components = 'main', options = {}): AptEntry => ({
  uris: uris.split(' '),
  suites: suites.split(' '),
  components: components.split(' '),
  options,
})

describe('a sources.list of one line each', () => {
  it.each([
    [
      'deb http://a.example/debian bookworm main contrib',
      entry('http://a.example/debian', 'bookworm', 'main contrib'),
    ],
    ['deb-src\thttp://a.example/debian/  sid   main # note', entry('http://a.example/debian/', 'sid')],
    [
      'deb [arch=amd64 signed-by=/k/a.gpg,/k/b.gpg trusted=yes] http://a.example/debian sid main',
      entry('http://a.example/debian', 'sid', 'main', { 'Signed-By': '/k/a.gpg,/k/b.gpg', Trusted: 'yes' }),
    ],
    [
      'deb [ Signed-By=/k.gpg ] http://a.example/ubuntu noble main',
      entry('http://a.example/ubuntu', 'noble', 'main', { 'Signed-By': '/k.gpg' }),
    ],
  ])('%s', (line, expected) => {
    expect(parseOneLine(line)).toEqual([expected])
  })

  it.each([
    '# deb http://a.example/debian sid main',
    '',
    'deb cdrom:[Debian 12]/ bookworm main',
    'rpm http://a.example x',
    'deb',
  ])('nothing in %j', (line) => {
    expect(parseOneLine(line)).toEqual([])
  })
})

describe('a .sources file', () => {
  it('with several stanzas, comments, lists over several lines and a key inside', () => {
    const text = `# header
Types: deb deb-src
URIs: http://a.example/debian
 http://b.example/debian
# a comment inside
suites: bookworm bookworm-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mDMEY865UxYJ
 -----END PGP PUBLIC KEY BLOCK-----

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main


Types: deb
URIs: http://c.example/debian-security
Suites: bookworm-security
Components: main
`
    const [first, second, ...rest] = parseDeb822(text)
    expect(rest).toEqual([])
    expect(second).toEqual(entry('http://c.example/debian-security', 'bookworm-security'))
    expect(first).toMatchObject(
      entry(
        'http://a.example/debian http://b.example/debian',
        'bookworm bookworm-updates',
        'main',
        expect.anything(),
      ),
    )
    const key = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEY865UxYJ\n -----END PGP PUBLIC KEY BLOCK-----'
    expect(first?.options).toEqual({ 'Signed-By': key })
    expect(parseDeb822(renderSources([first ?? entry('', '')]))).toEqual([first])
  })
})

describe('showsrc', () => {
  const SUM = 'b'.repeat(64)
  const stanza = (version: string, sum: string) => `Package: thing
Binary: thing, libthing
Version: ${version}
Files:
 0123 2413 thing_${version}.dsc
Checksums-Sha256:
 ${'a'.repeat(64)} 2413 thing_${version}.dsc
 ${sum} 386138 thing_1.0.orig.tar.gz
Directory: pool/main/t/thing
`
  it('gives the version that lists the sum', () => {
    const text = `${stanza('2:0.9-1', 'c'.repeat(64))}\n${stanza('2:1.0-1+deb13u1', SUM)}\n${stanza('2:1.0-2', SUM)}`
    expect(findPackage(text, SUM)).toEqual({
      name: 'thing',
      version: '2:1.0-1+deb13u1',
      file: 'thing_1.0.orig.tar.gz',
    })
  })

  it.each(['', stanza('1-1', 'c'.repeat(64)), 'W: Unable to locate package thing'])(
    'gives nothing for another',
    (text) => {
      expect(findPackage(text, SUM)).toBeUndefined()
    },
  )
})

describe('apt', () => {
  it('is called with argv lists over the one configuration file', () => {
    expect(aptCommands.update('/s/apt.conf')).toEqual([
      '/usr/bin/apt-get',
      '-c',
      '/s/apt.conf',
      '-q',
      'update',
    ])
    expect(aptCommands.showSource('/s/apt.conf', 'thing')).toEqual([
      '/usr/bin/apt-cache',
      '-c',
      '/s/apt.conf',
      'showsrc',
      'thing',
    ])
    expect(aptCommands.download('/s/apt.conf', 'thing', '1:2-3~x')).toEqual([
      ...[
        '/usr/bin/apt-get',
        '-c',
        '/s/apt.conf',
        '-q',
        'source',
        '--download-only',
        '--tar-only',
        'thing=1:2-3~x',
      ],
    ])
  })

  it('keeps everything below its own state, and runs no hook of the host', () => {
    const text = aptConfiguration('/s')
    for (const name of [
      'Dir::State',
      'Dir::State::lists',
      'Dir::State::status',
      'Dir::Cache',
      'Dir::Etc::sourcelist',
    ]) {
      expect(text).toMatch(new RegExp(`^${name} "/s[/"]`, 'm'))
    }
    expect(text).toContain('Dir::Etc::sourceparts "/dev/null";')
    expect(text).toContain('#clear APT::Update::Post-Invoke;')
    expect(text).not.toMatch(/Proxy/i)
  })

  it.each([
    [
      { PATH: '/bin', HOME: '/h', GITHUB_TOKEN: 'x', LANG: 'de_DE' },
      { PATH: '/bin', HOME: '/h' },
    ],
    [
      { HTTPS_PROXY: 'u', https_proxy: 'l', HTTP_PROXY: 'p', no_proxy: 'n' },
      { https_proxy: 'l', http_proxy: 'p', no_proxy: 'n' },
    ],
  ])('gets of %j only what it needs', (from, expected) => {
    expect(aptEnvironment(from, '/s')).toEqual({
      LC_ALL: 'C',
      DEBIAN_FRONTEND: 'noninteractive',
      TMPDIR: '/s/tmp',
      ...expected,
    })
  })
})
