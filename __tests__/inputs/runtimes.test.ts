import { expect, test } from 'vitest'
import { readAuditRequest } from '../../src/inputs/audit-inputs.js'
import { readBuildRequest } from '../../src/inputs/build-inputs.js'
import { errorOf } from '../package/thrown.js'

test.each([
  ['architecture', 'aarch64', 'Write arm64.'],
  ['architecture', 'ARM64', 'Write arm64.'],
  ['architecture', 'amd64', 'Write x86_64.'],
  ['architecture', 'x64', 'Write x86_64.'],
  ['architecture', 'x86', 'Use one of x86_64, arm64.'],
  ['python-version', 'python3.13', 'Write 3.13.'],
  ['python-version', '3.13.2', 'Write 3.13.'],
  ['python-version', 'cp313', 'Write 3.13.'],
  ['python-version', 'py310', 'Write 3.10.'],
  ['python-version', '3', 'Write the two numbers with a dot between them.'],
])('%s %s is refused, with the right word', (name, value, hint) => {
  for (const readIt of [readBuildRequest, readAuditRequest]) {
    const error = errorOf(() => readIt((asked) => ({ 'python-version': '3.13', [name]: value })[asked]))
    expect(error).toMatchObject({ name: 'MalformedInputError', hint })
    expect(error.message).toContain(`${name}: "${value}" `)
  }
})
