/**
 * A text with what a terminal or a page would obey instead of showing it, such as ESC or a mark that turns the direction
 * around, as `\u001b`: for names that others chose. Line ends are such, too.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
