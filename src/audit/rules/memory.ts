import { DF_1_NOW, DF_BIND_NOW, DF_TEXTREL, DT, hasFlag } from '../elf-dynamic.js'
import { PF_W, PF_X, PT_GNU_RELRO, PT_GNU_STACK, PT_LOAD } from '../elf-header.js'
import { type Finding, rule } from '../rule.js'

/** Rules about which memory can be written and which can be run. */
export const MEMORY_RULES = [
  rule('text-relocations', 'no code that the loader must change', (elf) =>
    elf.dynamic.some(({ tag }) => tag === DT.TEXTREL) || hasFlag(elf.dynamic, DT.FLAGS, DF_TEXTREL)
      ? [
          {
            message: 'it has text relocations (DT_TEXTREL): code pages become writable while it is loaded',
            hint: 'Compile every object and archive with -fPIC, and link with -Wl,-z,text to see which is not.',
          },
        ]
      : [],
  ),

  rule('stack', 'a stack that cannot be run', (elf) => {
    const stacks = elf.segments.filter(({ type }) => type === PT_GNU_STACK)
    const hint = 'Link with -Wl,-z,noexecstack; assembly files need a .note.GNU-stack section.'
    if (stacks.length === 0) {
      return [
        {
          message: 'it has no PT_GNU_STACK, which to the loader means that the stack must be executable',
          hint,
        },
      ]
    }
    return stacks.some(({ flags }) => flags & PF_X)
      ? [{ message: 'it asks for an executable stack (PT_GNU_STACK with flag X)', hint }]
      : []
  }),

  rule('relro', 'full RELRO: everything bound at load time, then read-only', (elf) => {
    const findings: Finding[] = []
    if (!elf.segments.some(({ type, memorySize }) => type === PT_GNU_RELRO && memorySize > 0)) {
      findings.push({
        message: 'it has no PT_GNU_RELRO: its tables of addresses stay writable',
        hint: 'Link with -Wl,-z,relro.',
      })
    }
    const isBoundNow =
      elf.dynamic.some(({ tag }) => tag === DT.BIND_NOW) ||
      hasFlag(elf.dynamic, DT.FLAGS, DF_BIND_NOW) ||
      hasFlag(elf.dynamic, DT.FLAGS_1, DF_1_NOW)
    if (!isBoundNow) {
      findings.push({
        message: 'it is bound lazily (no BIND_NOW): a missing symbol would show in a request, not at import',
        hint: 'Link with -Wl,-z,now.',
      })
    }
    return findings
  }),

  rule('writable-code', 'no segment that can be both written and run', (elf) =>
    elf.segments
      .filter(({ type, flags }) => type === PT_LOAD && flags & PF_W && flags & PF_X)
      .map(({ vaddr }) => ({
        message: `the segment at 0x${vaddr.toString(16)} can be written and run`,
        hint: 'Link without -Wl,-N (--omagic), and check the linker script and assembly sections.',
      })),
  ),
]
