import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { tempDir } from './temp-dir.js'

export const ROOT = resolve(import.meta.dirname, '../..')

/** A copy of src/ and the sample as plain JavaScript, for processes of their own; returns its directory. */
export function transpiled(): string {
  const target = tempDir()
  for (const directory of ['src/package', 'src/report', 'src/catalog', '__tests__/package']) {
    for (const name of readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
      const { outputText } = ts.transpileModule(readFileSync(join(ROOT, directory, name), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      })
      const path = join(target, directory, name.replace(/\.ts$/, '.js'))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, outputText)
    }
  }
  writeFileSync(join(target, 'package.json'), '{"type": "module"}')
  symlinkSync(join(ROOT, 'node_modules'), join(target, 'node_modules'))
  return target
}
