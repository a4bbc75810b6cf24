import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import type * as FileSystem from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { assertWritable } from '../../src/machine/writable.js'
import { sha256 } from '../../src/package/checksums.js'
import { writeArtefact } from '../../src/package/write.js'
import { BuildError, InputError } from '../../src/report/errors.js'
import { NAME, noise, zipOf } from './sample.js'
import { tempDir } from './temp-dir.js'
import { failure } from './thrown.js'

const FILES = [NAME, `${NAME}.md5`, `${NAME}.sha256`]

/** What happens around each change of the file system; the calls themselves are real. */
const hooks = vi.hoisted(() => ({
  before: (_call: string) => {},
  after: () => {},
  /** Whether writing into a file stops half-way with this code. */
  half: '',
}))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  const watched =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      hooks.before(name)
      const result = await call(...args)
      hooks.after()
      return result
    }
  const open = async (path: string, flags: string) => {
    const handle = await real.open(path, flags)
    const write = handle.writeFile.bind(handle)
    if (hooks.half !== '') {
      handle.writeFile = async (data) => {
        await write((data as Uint8Array).subarray(0, 10))
        throw errno(hooks.half)
      }
    }
    return handle
  }
  return {
    ...real,
    mkdir: watched('mkdir', real.mkdir),
    open: watched('open', open),
    rename: watched('rename', real.rename),
    rm: watched('rm', real.rm),
  }
})

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code })
}

beforeEach(() => {
  hooks.before = () => {}
  hooks.after = () => {}
  hooks.half = ''
})

describe('writeArtefact', () => {
  it('writes the zip and sidecars that sha256sum and md5sum accept', async () => {
    const directory = join(tempDir(), 'new/dist')
    const bytes = noise(5000)
    const artefact = await writeArtefact(directory, zipOf(bytes))
    expect(readdirSync(directory).sort()).toEqual(FILES)
    expect(new Uint8Array(readFileSync(join(directory, NAME)))).toEqual(bytes)
    expect(execFileSync('sha256sum', ['-c', `${NAME}.sha256`], { cwd: directory, encoding: 'utf8' })).toBe(
      `${NAME}: OK\n`,
    )
    expect(execFileSync('md5sum', ['-c', `${NAME}.md5`], { cwd: directory, encoding: 'utf8' })).toBe(
      `${NAME}: OK\n`,
    )
    expect(artefact).toEqual({
      name: NAME,
      path: join(directory, NAME),
      size: 5000,
      sha256: sha256(bytes),
      md5: readFileSync(join(directory, `${NAME}.md5`), 'utf8').slice(0, 32),
      files: [NAME, `${NAME}.sha256`, `${NAME}.md5`].map((name) => join(directory, name)),
    })
    expect(readFileSync(join(directory, `${NAME}.sha256`), 'utf8')).toBe(`${sha256(bytes)}  ${NAME}\n`)
  })

  it('replaces what is there, a link itself and not what it points to', async () => {
    const directory = tempDir()
    const elsewhere = join(tempDir(), 'precious')
    writeFileSync(elsewhere, 'precious')
    symlinkSync(elsewhere, join(directory, NAME))
    await writeArtefact(directory, zipOf(noise(10)))
    await writeArtefact(directory, zipOf(noise(20)))
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious')
    expect(statSync(join(directory, NAME)).size).toBe(20)
    execFileSync('sha256sum', ['-c', '--status', `${NAME}.sha256`], { cwd: directory })
    expect(readdirSync(directory).sort()).toEqual(FILES)
  })

  it.each(['../x.zip', 'a/b.zip', '.hidden.zip', ''])('takes no name like %j', async (name) => {
    await expect(writeArtefact(tempDir(), { ...zipOf(noise(1)), name })).rejects.toThrow()
  })

  it('shows no half file and no checksum of another zip at any moment', async () => {
    const directory = tempDir()
    await writeArtefact(directory, zipOf(noise(100, 1)))
    const states = new Set<string>()
    hooks.after = () => states.add(look(directory))
    await writeArtefact(directory, zipOf(noise(200, 2)))
    hooks.after = () => {}
    expect([...states]).toEqual(['old+md5+sha256', 'old+md5', 'old', 'new', 'new+sha256', 'new+md5+sha256'])
  })

  it('leaves nothing of its own behind, whichever step fails', async () => {
    let steps = 0
    hooks.before = () => steps++
    await writeArtefact(tempDir(), zipOf(noise(10)))
    expect(steps).toBe(8)
    for (let failing = 1; failing <= steps; failing++) {
      for (const code of ['ENOSPC', 'EACCES']) {
        const directory = tempDir()
        let step = 0
        hooks.before = (call) => {
          step += 1
          if (step === failing) throw errno(code)
          if (step > failing && call !== 'rm') throw new Error(`went on with ${call} after the failure`)
        }
        const error = await failure(writeArtefact(directory, zipOf(noise(200, 2))))
        expect(error, `step ${failing}`).toBeInstanceOf(code === 'ENOSPC' ? BuildError : InputError)
        expect(readdirSync(directory), `step ${failing}`).toEqual([])
      }
    }
  })

  it('leaves no half file when the disk is full half-way', async () => {
    const directory = tempDir()
    await writeArtefact(directory, zipOf(noise(100, 1)))
    for (const [code, text] of [
      ['ENOSPC', 'no space left'],
      ['EDQUOT', 'quota'],
      ['EFBIG', 'larger than'],
    ] as const) {
      hooks.half = code
      const error = await failure(writeArtefact(directory, zipOf(noise(200, 2))))
      expect(error).not.toBeInstanceOf(InputError)
      expect(error.message).toContain(`output-dir: cannot write to ${directory}: `)
      expect(error.message).toContain(text)
      expect(error.hint).toContain('space')
      // What was there before is whole and fits together.
      expect(look(directory)).toBe('old+md5+sha256')
      expect(readdirSync(directory).sort()).toEqual(FILES)
    }
  })

  /** Which zip is seen with which sidecars; throws when one of them does not fit. */
  function look(directory: string): string {
    const zip = join(directory, NAME)
    const size = statSync(zip).size
    const sidecars = ['md5', 'sha256'].filter((kind) => existsSync(`${zip}.${kind}`))
    for (const kind of sidecars) {
      execFileSync(`${kind}sum`, ['-c', '--status', `${NAME}.${kind}`], { cwd: directory })
    }
    return [size === 100 ? 'old' : size === 200 ? 'new' : `half (${size})`, ...sidecars].join('+')
  }
})

describe('what only a made-up failure shows', () => {
  it('a read-only file system is named as such', async () => {
    const directory = tempDir()
    hooks.before = (call) => {
      if (call === 'open') throw errno('EROFS')
    }
    const error = await failure(assertWritable({ path: directory, name: 'output-dir' }))
    expect(error).toMatchObject({ input: 'output-dir' })
    expect(error.message).toContain('the file system is read-only')
  })

  it('assertWritable finds out that the disk is full, and leaves nothing', async () => {
    const directory = tempDir()
    hooks.half = 'ENOSPC'
    expect((await failure(assertWritable({ path: directory, name: 'output-dir' }))).message).toContain(
      'no space left',
    )
    expect(readdirSync(directory)).toEqual([])
  })

  it('a defect stays a defect', async () => {
    hooks.before = () => {
      throw new TypeError('a defect')
    }
    await expect(assertWritable({ path: tempDir(), name: 'output-dir' })).rejects.toThrow(TypeError)
  })
})
