import { afterAll } from 'vitest'
import { PT } from '../../../src/audit/elf-header.js'
import { MEMORY_RULES } from '../../../src/audit/rules/memory.js'
import { patched, segmentAt } from '../patches.js'
import { built, good, testRules, workshop } from './cases.js'

afterAll(() => workshop.close())

testRules(MEMORY_RULES, [
  {
    rules: ['text-relocations'],
    title: 'an address in the code',
    file: built({
      c: '__asm__(".pushsection .text\\n .balign 8\\n .quad table\\n .popsection");',
      link: ['-Wl,-z,notext'],
    }),
    says: [/DT_TEXTREL/],
  },
  {
    rules: ['stack'],
    title: 'an executable stack',
    file: built({ link: ['-Wl,-z,execstack'] }),
    says: [/executable stack \(PT_GNU_STACK/],
  },
  {
    rules: ['stack'],
    title: 'nothing said about the stack',
    file: patched(good, [segmentAt(good, PT.GNU_STACK), 4, 4]),
    says: [/no PT_GNU_STACK/],
  },
  { rules: ['relro'], title: 'lazy binding', file: built({ link: ['-Wl,-z,lazy'] }), says: [/no BIND_NOW/] },
  {
    rules: ['relro'],
    title: 'no RELRO',
    file: built({ link: ['-Wl,-z,norelro'] }),
    says: [/no PT_GNU_RELRO/],
  },
  {
    rules: ['relro'],
    title: 'a RELRO of nothing',
    file: patched(good, [segmentAt(good, PT.GNU_RELRO) + 40, 8, 0]),
    says: [/no PT_GNU_RELRO/],
  },
  {
    rules: ['writable-code'],
    title: 'a section that can be written and run',
    file: built({ c: '__asm__(".pushsection .wx,\\"awx\\",%progbits\\n .quad 0\\n .popsection");' }),
    says: [/segment at 0x[0-9a-f]+ can be written and run/],
  },
])
