import { expect, test, vi } from 'vitest'
import { judgePackage } from '../../src/audit/judge-package.js'
import type { PackageTarget } from '../../src/audit/judgement.js'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { HOST, Workshop } from './shared-objects.js'

test('every shared object is read once', async () => {
  const workshop = new Workshop()
  const module = workshop.build()
  workshop.close()
  const [[baseName, base] = expect.fail('no base')] = Object.entries((await loadCatalog()).bases)
  const read = vi.fn(() => module)
  const path = `psycopg2/${moduleFileName('3.13', HOST)}`
  const target: PackageTarget = { python: '3.13', architecture: HOST, baseName, base }
  const { objects } = judgePackage(new Map([[path, { size: module.length, read }]]), target)
  expect(objects).toMatchObject([{ path, module: true }])
  expect(read).toHaveBeenCalledTimes(1)
})
