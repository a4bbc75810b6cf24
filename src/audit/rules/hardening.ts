import type { AuditTarget } from '../audit-target.js'
import type { Elf } from '../elf.js'
import { PT } from '../elf-header.js'
import { PROPERTY, properties } from '../elf-notes.js'
import { rule } from '../rule.js'

/**
 * Functions that `_FORTIFY_SOURCE` always replaces by their checked forms, because they take a format; others only where
 * the size is known.
 */
const PRINTF = ['', 'f', 's', 'sn', 'd', 'as'].flatMap((kind) => [`${kind}printf`, `v${kind}printf`])

/** The property in which a file says what its code is fit for, and the bits of it: the psABIs of x86-64 and AArch64. */
const FIT_FOR = {
  x86_64: { property: PROPERTY.FEATURE_1_AND, bits: { IBT: 1, SHSTK: 2 }, flag: '-fcf-protection' },
  arm64: { property: 0xc0000000, bits: { BTI: 1 }, flag: '-mbranch-protection=standard' },
} as const

const isHardened = ({ hardened }: AuditTarget) => hardened === true

/** Rules about what a compiler adds to make flaws of the code harder to use. */
export const HARDENING_RULES = [
  rule(
    'stack-protector',
    'ours',
    'functions with arrays check the stack before they return',
    function* (elf) {
      if (calls(elf).includes('__stack_chk_fail')) return
      yield {
        message: 'it never calls __stack_chk_fail: nothing in it was compiled with a stack protector',
        hint: 'Compile everything with -fstack-protector-strong.',
      }
    },
    isHardened,
  ),

  rule(
    'fortified',
    'ours',
    "the C library's functions in the forms that check sizes and formats",
    function* (elf) {
      const called = calls(elf)
      const hint = 'Compile everything with optimisation and -D_FORTIFY_SOURCE=3.'
      if (!called.some((name) => /^__(?!stack_).*_chk$/.test(name))) {
        yield { message: 'it calls no checked form (__memcpy_chk, say) of any function', hint }
      }
      for (const name of PRINTF.filter((one) => called.includes(one))) {
        yield { message: `it calls ${name} itself, and not __${name}_chk`, hint }
      }
    },
    isHardened,
  ),

  rule(
    'control-flow',
    'ours',
    'code that is fit for control-flow protection, and says so',
    function* (elf, { architecture }) {
      const { property, bits, flag } = FIT_FOR[architecture]
      const said = propertyOf(elf, property)
      const missing = Object.entries(bits).filter(([, bit]) => (said & bit) === 0)
      if (missing.length === 0) return
      yield {
        message: `its notes do not say that all of it is fit for ${missing.map(([name]) => name).join(' and ')}`,
        hint: `Compile everything with ${flag}; the linker says so only of what is fit altogether.`,
      }
    },
    isHardened,
  ),
]

function calls({ symbols }: Elf): string[] {
  return symbols.filter(({ defined }) => !defined).map(({ name }) => name)
}

/** The bits of a property of the whole file, none where it says nothing. */
function propertyOf({ bytes, segments }: Elf, property: number): number {
  const note = segments.find(({ type }) => type === PT.GNU_PROPERTY)
  if (note === undefined) return 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(note.offset + note.fileSize, bytes.length)
  const word = (at: number) => view.getUint32(at, true)
  // After the note's own header and its name, "GNU".
  for (const { type, size, at } of properties(word, note.offset + 16, end))
    if (type === property && size >= 4 && at + 4 <= end) return word(at)
  return 0
}
