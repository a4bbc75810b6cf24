import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Two files of end-to-end tests run at a time. The second compiles what the others then find compiled, the first almost
 * nothing meanwhile; begun together with it, those others would compile it once more.
 */
const ORDER = [
  'failures',
  'release',
  'command-line',
  'amazon-linux',
  'action',
  'traps',
  'connect',
  'reference',
]

/** Puts the end-to-end tests in that order, those last that it does not name; of the others it changes nothing. */
export class EndToEndOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isEndToEnd = ({ project }: TestSpecification) => project.name === 'e2e'
    return [
      ...sorted.filter((file) => !isEndToEnd(file)),
      ...sorted.filter(isEndToEnd).sort((a, b) => place(a) - place(b)),
    ]
  }
}

function place({ moduleId }: TestSpecification): number {
  const index = ORDER.indexOf(basename(moduleId, '.test.ts'))
  return index === -1 ? ORDER.length : index
}
