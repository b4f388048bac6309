/**
 * FNV-1a over UTF-16 units: an unsigned number of 32 bits, the same on every machine and for ever.
 * @example textHash('')  // => 2166136261
 */
export function textHash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
