import { execFileSync, spawnSync } from 'node:child_process'

/** Whether binutils is here to compare with. */
export const hasReadelf = spawnSync('readelf', ['--version']).status === 0

/** What `readelf -W` says of a file, in its own words. */
export interface Readelf {
  type: string
  machine: string
  /** `LOAD 0x000000 0x0000000000000000 0x0764c0 0x0764c0 R E 0x1000`, without the physical address. */
  segments: string[]
  /** `.text 0000000000077fc0 077fc0 2b6395 00`: name, address, offset, size, entry size. */
  sections: string[]
  /** The tags of the dynamic section, without the one that ends it. */
  tags: number[]
  /** Names and paths in the dynamic section, by tag. */
  texts: Record<'NEEDED' | 'SONAME' | 'RPATH' | 'RUNPATH', string[]>
  /** Whether FLAGS has BIND_NOW, and FLAGS_1 has NOW. */
  isBoundNow: [boolean, boolean]
  /** `libc.so.6 GLIBC_2.17 7`, the last being the index. */
  needs: string[]
  /** `FUNC GLOBAL DEFAULT UND strlen@GLIBC_2.17`. */
  symbols: string[]
}

/** Asks readelf for everything that the audit reads. */
export function readelf(path: string): Readelf {
  const run = (...options: string[]) =>
    execFileSync('readelf', ['-W', ...options, path], {
      encoding: 'latin1',
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  const header = run('-h')
  const dynamic = run('-d')
  const texts = (tag: string) =>
    matches(dynamic, new RegExp(`\\(${tag}\\) +[^:]*: \\[(.*)\\]$`, 'gm')).map(([text = '']) => text)
  return {
    type: /Type:\s+(\w+)/.exec(header)?.[1] ?? '',
    machine: /Machine:\s+(.*)/.exec(header)?.[1]?.trim() ?? '',
    segments: matches(
      run('-l'),
      /^ {2}(\w+) +(0x\w+) (0x\w+) 0x\w+ (0x\w+) (0x\w+) ([R ][W ][E ]) (0x\w+)/gm,
    ).map((fields) => fields.join(' ')),
    sections: matches(
      run('-S'),
      /^ {2}\[ *\d+\] (\S*) +\S+ +([0-9a-f]{16}) ([0-9a-f]{6,}) ([0-9a-f]{6,}) ([0-9a-f]{2,}) /gm,
    ).map((fields) => fields.join(' ')),
    tags: matches(dynamic, /^ 0x(\w{16}) \(/gm)
      .map(([tag = '']) => Number.parseInt(tag, 16))
      .slice(0, -1),
    texts: {
      NEEDED: texts('NEEDED'),
      SONAME: texts('SONAME'),
      RPATH: texts('RPATH'),
      RUNPATH: texts('RUNPATH'),
    },
    isBoundNow: [/\(FLAGS\) .*\bBIND_NOW\b/.test(dynamic), /\(FLAGS_1\) .*\bNOW\b/.test(dynamic)],
    needs: versionNeeds(run('-V')),
    symbols: matches(
      run('--dyn-syms').replaceAll('<OS specific>: 10', 'UNIQUE'),
      /^ +[1-9]\d*: \w+ +\w+ (\w+) +(\w+) +(\w+)(?:\s+\[[^\]]*\])? +(\w+)(?: (.*))?$/gm,
    ).map(([type, binding, visibility, index, name = '']) =>
      [
        type,
        binding,
        visibility,
        index === 'UND' ? 'UND' : 'DEF',
        // Sections' symbols have no name of their own; readelf gives them the section's.
        type === 'SECTION' ? '' : name.replace(/ \(\d+\)$/, '').replace('@@', '@'),
      ].join(' '),
    ),
  }
}

function versionNeeds(text: string): string[] {
  const needs: string[] = []
  let library = ''
  for (const line of text.slice(text.indexOf('Version needs section')).split('\n')) {
    library = /File: (\S+)/.exec(line)?.[1] ?? library
    const [, name, index] = /Name: (\S+) +Flags: .*Version: (\d+)/.exec(line) ?? []
    if (name !== undefined) {
      needs.push(`${library} ${name} ${index}`)
    }
  }
  return needs
}

function matches(text: string, pattern: RegExp): string[][] {
  return [...text.matchAll(pattern)].map((match) => match.slice(1))
}
