/** The class of quotes that end in a comma: their reporting verb follows. */
export const endsInComma = 1
/** The class of quotes that end in a question or a shout. */
export const endsInQuestion = 3

/** How the quote ends: comma, full stop, question, dash, or nothing. */
export function endClass(text: string, contentEnd: number, end: number): number {
  const last = text.charAt(contentEnd - 1)
  const inner = /['’]/.test(last) ? text.charAt(contentEnd - 2) : last
  const after = text.charAt(end)
  if (inner === ',') return endsInComma
  if (inner === '.' || inner === '…') return 2
  if (inner === '?' || inner === '!') return endsInQuestion
  if ('—–-'.includes(inner)) return 4
  return after === ',' ? 5 : after === '.' ? 6 : 7
}
