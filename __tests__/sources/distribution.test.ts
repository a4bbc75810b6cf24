import { describe, expect, it } from 'vitest'
import type { AptEntry } from '../../src/sources/apt.js'
import { archiveEntries, parseOsRelease } from '../../src/sources/distribution.js'

const entry = (uris: string, suites: string, components = 'main', options = {}): AptEntry => ({
  uris: uris.split(' '),
  suites: suites.split(' '),
  components: components.split(' '),
  options,
})

describe('os-release', () => {
  it.each([
    ['ID=debian\nVERSION_CODENAME=bookworm\n', { title: 'Debian', codename: 'bookworm' }],
    [
      'PRETTY_NAME="x"\nID="ubuntu"\nID_LIKE=debian\nVERSION_CODENAME=noble',
      { title: 'Ubuntu', codename: 'noble' },
    ],
    [
      'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble',
      { title: 'Ubuntu', codename: 'noble' },
    ],
    ["ID=raspbian\nID_LIKE='debian'", { title: 'Debian', codename: undefined }],
    ['ID="amzn"\nID_LIKE="fedora"', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(parseOsRelease(text)).toEqual(expected)
  })
})

describe('the entries apt is given', () => {
  const debian = { title: 'Debian', codename: 'bookworm' } as const
  const ubuntu = { title: 'Ubuntu', codename: 'noble' } as const
  const wanted = [
    { package: 'openssl', suites: ['trixie'] },
    { package: 'psycopg2', suites: ['sid', 'trixie'] },
  ]
  const none = new Map<string, string>()
  const main = entry('http://a.example/debian/', 'bookworm bookworm-updates', 'main', {
    'Signed-By': '/k.gpg',
  })
  const security = entry('http://s.example/debian-security', 'bookworm-security')

  it("on Debian have the host's mirrors and the lock's suites", () => {
    expect(archiveEntries(debian, [main, security], none, wanted)).toEqual([
      { ...main, suites: ['sid', 'trixie'] },
      { ...security, suites: ['trixie-security'] },
    ])
  })

  it.each([
    ['without security', [main], [{ ...main, suites: ['sid', 'trixie'] }]],
    [
      'of sid alone',
      [entry('http://a.example/debian', 'sid')],
      [entry('http://a.example/debian', 'sid trixie')],
    ],
    [
      'with third parties only',
      [entry('http://x.example/linux/debian', 'bookworm', 'stable'), entry('http://x.example/apt', 'x')],
      [],
    ],
    ['that name nothing', [], []],
  ])('on Debian %s', (_, entries, expected) => {
    expect(archiveEntries(debian, entries, none, wanted)).toEqual(expected)
  })

  it('leave out others whose address ends in the same word', () => {
    const others = [
      entry('http://x.example/linux/debian', 'bookworm', 'stable'),
      entry('http://x.example/owner/debian', 'bookworm', 'main'),
      entry('http://x.example/debian-backports', 'bookworm', 'main'),
    ]
    expect(archiveEntries(debian, [...others, main], none, wanted)).toEqual([
      { ...main, suites: ['sid', 'trixie'] },
    ])
  })

  it('merge lines for one mirror, for apt refuses two that name different keys', () => {
    const lines = [
      entry('http://a.example/debian', 'bookworm', 'main', { 'Signed-By': '/k.gpg' }),
      entry('http://a.example/debian/', 'bookworm-updates', 'main contrib', { 'Signed-By': '/k.gpg' }),
    ]
    expect(archiveEntries(debian, lines, none, wanted)).toEqual([
      entry('http://a.example/debian', 'sid trixie', 'main contrib', { 'Signed-By': '/k.gpg' }),
    ])
  })

  it("on Ubuntu have the host's own suites", () => {
    const entries = [
      entry('http://a.example/ubuntu', 'noble noble-updates noble-backports', 'main universe'),
      entry('http://s.example/ubuntu/', 'noble-security', 'main universe'),
      entry('http://ppa.example/owner/name/ubuntu', 'noble', 'main'),
    ]
    expect(archiveEntries(ubuntu, entries, none, wanted)).toEqual([
      entry('http://a.example/ubuntu', 'noble noble-updates', 'main universe'),
      entry('http://s.example/ubuntu/', 'noble-security', 'main universe'),
    ])
  })

  it('know a mirror list by what it lists, as on cloud images', () => {
    const uri = 'mirror+file:/etc/apt/mirrors.txt'
    const lists = new Map([
      [uri, '# mirrors\nhttp://a.example/ubuntu/\tpriority:1\n\nhttp://b.example/ubuntu priority:2\n'],
    ])
    const entries = [entry(uri, 'noble noble-updates noble-security')]
    expect(archiveEntries(ubuntu, entries, lists, wanted)).toEqual([
      entry(uri, 'noble noble-updates'),
      entry(uri, 'noble-security'),
    ])
    expect(archiveEntries(debian, entries, lists, wanted)).toEqual([])
  })

  it('are none on Ubuntu that does not say its codename', () => {
    const entries = [entry('http://a.example/ubuntu', 'noble noble-updates')]
    expect(archiveEntries({ ...ubuntu, codename: undefined }, entries, none, wanted)).toEqual([])
  })
})
