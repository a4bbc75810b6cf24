import { DF, DF_1, DT, hasFlag, hasTag } from '../elf-dynamic.js'
import { PF, PT } from '../elf-header.js'
import { rule } from '../rule.js'

/** Rules about which memory can be written and which can be run. */
export const MEMORY_RULES = [
  rule('text-relocations', 'ours', 'no code that the loader must change', function* ({ dynamic }) {
    if (!hasTag(dynamic, DT.TEXTREL) && !hasFlag(dynamic, DT.FLAGS, DF.TEXTREL)) return
    yield {
      message: 'it has text relocations (DT_TEXTREL): code pages become writable while it is loaded',
      hint: 'Compile every object and archive with -fPIC, and link with -Wl,-z,text to see which is not.',
    }
  }),

  rule('stack', 'ours', 'a stack that cannot be run', function* ({ segments }) {
    const stacks = segments.filter(({ type }) => type === PT.GNU_STACK)
    const hint = 'Link with -Wl,-z,noexecstack; assembly files need a .note.GNU-stack section.'
    if (stacks.length === 0) {
      const message = 'it has no PT_GNU_STACK, which to the loader means that the stack must be executable'
      yield { message, hint }
    } else if (stacks.some(({ flags }) => flags & PF.X)) {
      yield { message: 'it asks for an executable stack (PT_GNU_STACK with flag X)', hint }
    }
  }),

  rule(
    'relro',
    'ours',
    'full RELRO: everything bound at load time, then read-only',
    function* ({ segments, dynamic }) {
      if (!segments.some(({ type, memorySize }) => type === PT.GNU_RELRO && memorySize > 0)) {
        yield {
          message: 'it has no PT_GNU_RELRO: its tables of addresses stay writable',
          hint: 'Link with -Wl,-z,relro.',
        }
      }
      const isBoundNow =
        hasTag(dynamic, DT.BIND_NOW) ||
        hasFlag(dynamic, DT.FLAGS, DF.BIND_NOW) ||
        hasFlag(dynamic, DT.FLAGS_1, DF_1.NOW)
      if (!isBoundNow) {
        yield {
          message:
            'it is bound lazily (no BIND_NOW): a missing symbol would show in a request, not at import',
          hint: 'Link with -Wl,-z,now.',
        }
      }
    },
  ),

  rule('writable-code', 'ours', 'no segment that can be both written and run', (elf) =>
    elf.segments
      .filter(({ type, flags }) => type === PT.LOAD && flags & PF.W && flags & PF.X)
      .map(({ vaddr }) => ({
        message: `the segment at 0x${vaddr.toString(16)} can be written and run`,
        hint: 'Link without -Wl,-N (--omagic), and check the linker script and assembly sections.',
      })),
  ),
]
