import { textHash } from '../text-hash.ts'

/** Words of one shingle: five in a row are seldom written twice by chance. */
const shingleWords = 5
/** Fewer shingles say nothing: a text of one sentence. */
const minShingles = 12
/** Numbers of one MinHash; the error of the estimated likeness is at most 1 / (2 √64) = 6 %. */
const hashCount = 64
/** Sixteen bits of each minimum are kept: two that differ are alike in 1 of 65,536 cases (b-bit minwise hashing). */
const keptBits = 0xffff
/**
 * Locality-sensitive hashing: 16 pairs of numbers, either of which finds the text again. Texts of which a third is the
 * same are found in 85 of 100 cases, those of which half is the same always; those of which a twentieth is, in 4.
 */
const bands = 16
const bandSize = 2

/**
 * The MinHash of a list of words (Broder 1997): for each of 64 orders of all shingles, the first that occurs. Empty for less
 * than 16 words.
 */
export function minHash(words: readonly string[]): readonly number[] {
  const shingles = new Set<number>()
  for (let at = 0; at + shingleWords <= words.length; at++) {
    shingles.add(textHash(words.slice(at, at + shingleWords).join(' ')))
  }
  if (shingles.size < minShingles) return []
  const least = new Uint32Array(hashCount).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let order = 0; order < hashCount; order++) {
      const place = mix(shingle ^ Math.imul(order + 1, 0x9e3779b1))
      if (place < (least[order] ?? 0)) least[order] = place
    }
  }
  return Array.from(least, (place) => place & keptBits)
}

/** The keys under which texts of much the same wording are found. */
export function wordingKeys(wording: readonly number[]): readonly number[] {
  if (wording.length === 0) return []
  return Array.from({ length: bands }, (_, band) => {
    const pair = wording.slice(band * bandSize, (band + 1) * bandSize)
    return textHash(`wording ${band} ${pair.join(' ')}`)
  })
}

/** The finalizer of MurmurHash3: one order of all numbers of 32 bits. */
function mix(number: number): number {
  let value = number
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
