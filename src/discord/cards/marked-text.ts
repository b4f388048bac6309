import type { Span } from '../../article.ts'
import { clip, escapeText } from './text.ts'

/**
 * Article text with some of its words marked, escaped and cut to at most `limit` characters, mark-up included.
 * @param marks stretches of `words` in ascending order, not overlapping; those beyond the limit are left out
 * @param mark Discord's mark-up around each: bold unless said otherwise
 */
export function markedText(
  words: string,
  marks: readonly Span[],
  { limit, mark = '**' }: { readonly limit: number; readonly mark?: string },
): string {
  let shown = ''
  let at = 0
  for (const { start, end } of marks) {
    const next = `${between(words.slice(at, start))}${mark}${escapeText(words.slice(start, end))}${mark}`
    if (shown.length + next.length > limit) break
    shown += next
    at = end
  }
  const rest = words.slice(at)
  // A space before it and an ellipsis behind it may come to it.
  const left = limit - shown.length - 2
  return left <= 0 ? `${shown}…` : shown + leading(rest) + clip(rest, left)
}

/** White space at both ends is kept: it parts the words that are marked from the others. */
function between(part: string): string {
  return leading(part) + escapeText(part) + (part.trim() !== '' && /\s$/u.test(part) ? ' ' : '')
}

function leading(part: string): string {
  return /^\s/u.test(part) ? ' ' : ''
}
