/** Number of weights: features share them by hashing, so that the model stays a small file. A power of two. */
export const tableSize = 1 << 18
const half = tableSize / 2

/**
 * Templates from here on belong to the second model, which decides on what the first one found; each has half of the
 * weights for itself.
 */
export const secondTemplates = 8000

/** Hashes a word to 32 bits (FNV-1a), so that features are made of numbers and no strings are built. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}

/**
 * One feature as an index into the weights. `template` says what is meant ("the word before the quote"), `a` and
 * `b` are its values: small numbers or hashes of words.
 */
export function feature(template: number, a = 0, b = 0): number {
  let hash = Math.imul(template + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f) ^ Math.imul(b + 0x165667b1, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)
  const place = (hash ^ (hash >>> 16)) & (half - 1)
  return template >= secondTemplates ? place + half : place
}

/** Distances grow less telling as they grow: 0 1 2 3 4, 5–6, 7–9, 10–14, 15–24, more; the sign is kept. */
export function bucket(distance: number): number {
  const size = Math.abs(distance)
  const step = size < 5 ? size : size < 7 ? 5 : size < 10 ? 6 : size < 15 ? 7 : size < 25 ? 8 : 9
  return distance < 0 ? -step : step
}
