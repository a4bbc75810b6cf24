import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askPip } from '../../src/machine/pip.js'
import { execute } from '../../src/machine/process.js'
import { readPip } from '../../src/sources/pip-settings.js'

describe("pip's own account", () => {
  it.each([
    [["global.index-url='https://a.example/simple'"], ['https://a.example/simple']],
    [
      ["global.index-url='https://a.example'", "install.index-url='https://b.example'"],
      ['https://a.example'],
    ],
    [
      ["global.index-url='https://a.example'", "download.index-url='https://b.example'"],
      ['https://b.example'],
    ],
    [
      [
        "global.index-url='https://a.example'",
        "global.extra-index-url='https://b.example\\nhttps://c.example'",
      ],
      ['https://a.example', 'https://b.example', 'https://c.example'],
    ],
    [['global.index-url="https://it\'s.example"'], ["https://it's.example"]],
    [["global.index-url='https://a.example'", ":env:.no-index='1'"], []],
  ])('%j', async (lines, indexes) => {
    const settings = await readPip(async () => lines.join('\n'), {})
    expect(settings?.indexes.map(({ address }) => address)).toEqual(indexes)
  })

  it('tells proxy, certificates and hosts to trust', async () => {
    const lines = [
      "global.index-url='https://a.example'",
      "global.cert='/etc/ca.pem'",
      "global.client-cert='/etc/me.pem'",
      "global.proxy='http://proxy.example:3128'",
      "global.trusted-host='a.example b.example:8443'",
    ]
    expect((await readPip(async () => lines.join('\n'), {}))?.trust).toEqual({
      ca: '/etc/ca.pem',
      client: '/etc/me.pem',
      proxy: 'http://proxy.example:3128',
      hosts: ['a.example', 'b.example:8443'],
    })
  })

  it('is replaced by its variables where there is no pip', async () => {
    const nobody = async () => undefined
    const env = { PIP_INDEX_URL: 'https://a.example', PIP_CERT: '/etc/ca.pem', PIP_EXTRA_INDEX_URL: '' }
    expect(await readPip(nobody, env)).toMatchObject({
      indexes: [{ address: 'https://a.example', named: true }],
      trust: { ca: '/etc/ca.pem' },
    })
    expect(await readPip(nobody, {})).toBeUndefined()
  })
})

it("of a pip elsewhere counts what this machine's variables say, and no file of that other place", async () => {
  const told = [
    "global.index-url='https://a.example'",
    "global.cert='/in/the/image.pem'",
    "global.proxy='http://b'",
  ]
  const env = { PIP_CLIENT_CERT: '/here/me.pem', PIP_PROXY: 'http://c.example' }
  expect(await readPip(async () => told.join('\n'), env, true)).toEqual({
    indexes: [{ address: 'https://a.example', named: true }],
    trust: { ca: undefined, client: '/here/me.pem', proxy: 'http://c.example', hosts: [] },
  })
})

describe("this machine's pip", () => {
  it('tells where it looks, without a request', async () => {
    const settings = await readPip(askPip, process.env)
    expect(settings).toBeDefined()
    for (const { address } of settings?.indexes ?? []) expect(address).toMatch(/^\w+:\/\/\S+$/)
  })

  it("is not a pip.py that lies in the working directory, and knows no input of the action's", async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pip-'))
    for (const name of ['pip.py', 'json.py', 'platform.py']) {
      writeFileSync(join(directory, name), 'raise SystemExit("somebody else")\n')
    }
    const before = process.cwd()
    process.env.INPUT_TOKEN = 'secret'
    try {
      process.chdir(directory)
      expect(await askPip('--version')).toMatch(/^pip \d/)
      const { stdout } = await execute('env', [])
      expect(stdout).toContain('PATH=')
      expect(stdout).not.toContain('secret')
    } finally {
      process.chdir(before)
      delete process.env.INPUT_TOKEN
    }
  })

  it('has no answer to what it does not know', async () => {
    expect(await askPip('no-such-command')).toBeUndefined()
  })
})
