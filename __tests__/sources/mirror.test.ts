import { describe, expect, it } from 'vitest'
import { shown } from '../../src/network/address.js'
import { InputError } from '../../src/report/errors.js'
import { mirrored, parseMirror } from '../../src/sources/mirror.js'

describe('source-mirror', () => {
  it.each([
    ['https://mirror.example', 'https://mirror.example/a.tar.gz'],
    ['https://mirror.example/', 'https://mirror.example/a.tar.gz'],
    ['https://mirror.example/pub', 'https://mirror.example/pub/a.tar.gz'],
    ['https://mirror.example/pub///', 'https://mirror.example/pub/a.tar.gz'],
    ['HTTP://mirror.example:8080/p%20q', 'http://mirror.example:8080/p%20q/a.tar.gz'],
  ])('%s gives %s', (prefix, address) => {
    expect(mirrored(parseMirror(prefix), 'a.tar.gz').href).toBe(address)
  })

  it.each([
    ['ftp://mirror.example/', 'source-mirror: "ftp://mirror.example/" is not an http or https address'],
    ['file:///srv/mirror', 'is not an http or https address'],
    ['mirror.example/pub', 'source-mirror: "mirror.example/pub" is not an http or https address'],
    ['https://mirror.example/?a=b', 'has a query or a fragment'],
    ['https://mirror.example/#x', 'has a query or a fragment'],
    ['https://mirror.example/a b', 'is not an http or https address'],
    ['https://mirror.example/a\nb', 'is not an http or https address'],
    ['http://ci:50%off@mirror.example/a', 'mirror.example: the login in its address has a %'],
  ])('%j is refused', (prefix, message) => {
    expect(() => parseMirror(prefix)).toThrow(InputError)
    expect(() => parseMirror(prefix)).toThrow(message)
  })

  it('keeps a password out of what is shown', () => {
    expect(shown(parseMirror('https://me:secret@mirror.example/p'))).toBe('https://mirror.example/p/')
    for (const address of [
      'ftp://H',
      'http://H?a',
      'http://H/a b',
      'http://H:port/',
      'http:///H',
      'http://%H',
      'H',
      'x:H',
    ]) {
      const value = address.replace('H', 'me:se/cret@mirror.example/p')
      expect(() => parseMirror(value)).toThrow(/^source-mirror: (?!.*cret)/)
    }
  })
})
