import type { Quote, Span } from '../../article.ts'
import { shownName } from '../people/entities.ts'
import { spanOf } from '../people/mentions.ts'
import { profileOf } from './profiles.ts'
import type { Weighed } from './ranking.ts'
import { attribute, descriptionOf, quotesOf } from './read.ts'
import type { Reading } from './reading.ts'
import type { Attributed } from './speakers.ts'
import { shippedWeights } from './weights.ts'

/** Somebody who may have said a quote. */
export interface ExplainedCandidate {
  /** Canonical name or description; empty for the choice that the text names nobody. */
  readonly name: string
  /** The words of the text that speak for this candidate most: "she", "Roe". Absent for nobody. */
  readonly as?: Span
  /** 0 to 1; the chances of a quote's candidates sum to 1 or, as the least likely are left out, a little less. */
  readonly chance: number
}

/** A quote, and why it has its speaker. */
export interface ExplainedQuote {
  readonly quote: Quote
  /** How likely the words are a quote or reported statement at all, 0 to 1. */
  readonly isQuote: number
  /** The reporting word as written; empty where none was found. */
  readonly cue: string
  /** The first is the speaker; the others follow by chance. */
  readonly candidates: readonly ExplainedCandidate[]
  /** What speaks for the first candidate, in plain words. */
  readonly reasons: readonly string[]
}

/** Finds the quotes of an article as `readPeopleAndQuotes` does, and tells why each has its speaker. */
export function explainQuotes(
  { title, text }: { title: string; text: string },
  sentences: readonly Span[],
): readonly ExplainedQuote[] {
  const { reading, attributed: decisions } = attribute(text, shippedWeights(), title)
  const attributed = [...decisions]
  const quotes = quotesOf({ reading, attributed }, sentences)
  return attributed.flatMap((decision, index) => {
    const quote = quotes[index]
    if (quote === undefined) return []
    const cue = quote.cue === undefined ? '' : text.slice(quote.cue.start, quote.cue.end)
    const candidates = decision.speakers.map((speaker) => explainCandidate(reading, speaker))
    const reasons = reasonsFor(reading, decision, attributed[index - 1])
    return [{ quote, isQuote: decision.found.sure, cue, candidates, reasons }]
  })
}

function explainCandidate(reading: Reading, weighed: Weighed): ExplainedCandidate {
  const { tokens, candidates } = reading
  const { entity, mention, chance } = weighed
  const words = candidates[mention]
  const as = words === undefined ? {} : { as: spanOf(tokens, words.start, words.end) }
  const name = entity === undefined ? descriptionOf(reading, weighed) : shownName(entity)
  return { name, ...as, chance }
}

function reasonsFor(
  reading: Reading,
  decision: Attributed,
  before: Attributed | undefined,
): readonly string[] {
  const { asked } = decision.found
  const winner = decision.speakers[0]
  const mention = reading.candidates[winner?.mention ?? -1]
  if (winner === undefined || mention === undefined) return ['nobody near the quote is named']
  const { units, text, tokens } = reading
  const word = (index: number) => text.slice(units[index]?.start, units[index]?.end)
  const span = spanOf(tokens, mention.start, mention.end)
  const name = text.slice(span.start, span.end)
  const profile = profileOf(reading, mention)
  const reasons: string[] = []
  if (asked.cue >= 0) reasons.push(`“${word(asked.cue)}” reports the quote`)
  if (asked.cue >= 0 && profile.verbAt === asked.cue)
    reasons.push(`“${name}” is the subject of “${word(asked.cue)}”`)
  if (asked.cue >= 0 && profile.invertedAt === asked.cue)
    reasons.push(`“${name}” follows “${word(asked.cue)}”`)
  if (mention.kind === 'pronoun' && winner.shown >= 0) {
    reasons.push(`“${name}” means ${explainCandidate(reading, winner).name}`)
  }
  if (before?.speakers[0]?.key === winner.key) reasons.push('the quote before has the same speaker')
  const inSentence = units[mention.first]?.sentence === units[asked.from]?.sentence
  const side = mention.last < asked.from ? 'before' : 'after'
  reasons.push(`“${name}” stands ${side} the quote${inSentence ? ' in its sentence' : ''}`)
  return reasons
}
