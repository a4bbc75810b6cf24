import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assertWritable } from '../../src/machine/writable.js'
import { writeArtefact } from '../../src/package/write.js'
import { InputError } from '../../src/report/errors.js'
import { NAME, noise, zipOf } from './sample.js'
import { tempDir } from './temp-dir.js'
import { failure } from './thrown.js'

const FILES = [NAME, `${NAME}.md5`, `${NAME}.sha256`]

describe('a directory that cannot be written', () => {
  const asRoot = process.geteuid?.() === 0

  async function expectRefusal(directory: string, problem: string): Promise<void> {
    for (const attempt of [
      () => assertWritable({ path: directory, name: 'output-dir' }),
      () => writeArtefact(directory, zipOf(noise(10))),
    ]) {
      const error = await failure(attempt())
      expect(error).toBeInstanceOf(InputError)
      expect(error).toMatchObject({ input: 'output-dir' })
      expect(error.message).toContain(`cannot write to ${directory}`)
      expect(error.message).toContain(problem)
      expect(error.hint).not.toBe('')
    }
  }

  it('is refused when it is a file, or below one', async () => {
    const file = join(tempDir(), 'file')
    writeFileSync(file, '')
    await expectRefusal(file, 'is not a directory')
    await expectRefusal(join(file, 'dist'), `is not a directory (at ${file})`)
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  it('is refused when the user may not write there', async () => {
    const directory = tempDir()
    chmodSync(directory, 0o555)
    // Root may write anywhere: be somebody else for a moment.
    if (asRoot) process.seteuid?.(65534)
    try {
      await expectRefusal(directory, 'may not write')
      await expectRefusal(join(directory, 'dist'), 'may not write')
    } finally {
      if (asRoot) process.seteuid?.(0)
      chmodSync(directory, 0o755)
    }
    expect(readdirSync(directory)).toEqual([])
  })

  it('is refused where none can be made', async () => {
    const directory = tempDir()
    await expectRefusal(join(directory, 'x'.repeat(300)), 'too long')
    await expectRefusal('/proc/nothing/dist', 'cannot be made')
    for (const target of ['link', 'unmounted']) {
      const link = join(tempDir(), 'link')
      symlinkSync(target, link)
      await expectRefusal(join(link, 'dist'), 'is not a directory')
    }
  })

  it('is refused when a directory has the name of the zip or a sidecar', async () => {
    for (const taken of FILES) {
      const directory = tempDir()
      mkdirSync(join(directory, taken, 'full'), { recursive: true })
      const error = await failure(writeArtefact(directory, zipOf(noise(10))))
      expect(error.message).toContain('a directory has the name of a file')
      expect(error.message).toContain(taken)
      expect(readdirSync(directory)).toEqual([taken])
    }
  })
})
