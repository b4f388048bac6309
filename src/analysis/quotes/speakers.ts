import { firstOfSeveral } from './coordination.ts'
import { withEvidentSpeaker } from './evident-speakers.ts'
import { lookOnce } from './first-look.ts'
import type { Found } from './found.ts'
import type { Weights } from './model.ts'
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
 * Names the speakers of all quotes of a text, in reading order and one after the other, so that those of long texts need not
 * be kept. The first look weighs each quote's surroundings; the second one also sees who speaks in the quotes around it and
 * in the text as a whole.
 */
export function* attributeQuotes(
  reading: Reading,
  quotes: readonly Found[],
  weights: Weights,
): Generator<Attributed> {
  let index = 0
  for (const speakers of speakersOf(reading, quotes, weights)) {
    const found = quotes[index++] as Found
    const likely = withEvidentSpeaker(reading, speakers, found.asked)
    yield { found, speakers: firstOfSeveral(reading, likely, found.asked.cue) }
  }
}

function speakersOf(
  reading: Reading,
  quotes: readonly Found[],
  weights: Weights,
): Iterable<readonly Weighed[]> {
  const asked = quotes.map((quote) => quote.asked)
  const looks = lookOnce(reading, asked, weights)
  if (quotes.length > mostLookedAtTwice) return looks.map(({ speakers }) => speakers)
  const options = Array.from(looks, (look) => look.options)
  return lookAgain(options, weights.trees).map(rankSpeakers)
}
