import { firstOfSeveral } from './coordination.ts'
import { lookOnce } from './first-look.ts'
import type { Found } from './found.ts'
import type { Weights } from './model.ts'
import { withPlainSubject } from './plain-subjects.ts'
import { rankSpeakers, type Weighed } from './ranking.ts'
import type { Reading } from './reading.ts'
import { lookAgain } from './second-look.ts'

/** A quote with those who may have said it, likeliest first. */
export interface Attributed {
  readonly found: Found
  readonly speakers: readonly Weighed[]
}

/** Articles have fewer quotes; in longer texts the first look decides, so that memory stays bounded. */
const mostLookedAtTwice = 500

/**
 * Names the speakers of all quotes of a text, in reading order. The first look weighs each quote's surroundings; the
 * second one also sees who speaks in the quotes around it and in the text as a whole.
 */
export function attributeQuotes(
  reading: Reading,
  found: readonly Found[],
  weights: Weights,
): readonly Attributed[] {
  const speakers = speakersOf(reading, found, weights)
  return found.map((quote, index) => {
    const likely = withPlainSubject(reading, speakers[index] ?? [], quote.asked)
    return { found: quote, speakers: firstOfSeveral(reading, likely, quote.asked.cue) }
  })
}

function speakersOf(
  reading: Reading,
  found: readonly Found[],
  weights: Weights,
): readonly (readonly Weighed[])[] {
  const asked = found.map((quote) => quote.asked)
  if (asked.length > mostLookedAtTwice) return lookOnce(reading, asked, { weights, keep: rankSpeakers })
  const looks = lookOnce(reading, asked, { weights, keep: (options) => options })
  return lookAgain(looks, weights.trees).map(rankSpeakers)
}
