import type { Person, Quote, Span, Speaker } from '../../article.ts'
import { endOfDescription, endOfWholeDescription } from '../people/description-extent.ts'
import { shownName } from '../people/entities.ts'
import { spanOf } from '../people/mentions.ts'
import { peopleAmong } from '../people/people.ts'
import { rolesIn } from '../people/roles.ts'
import { findQuotes } from './found.ts'
import type { Weights } from './model.ts'
import type { Weighed } from './ranking.ts'
import { type Reading, readText } from './reading.ts'
import { type Attributed, attributeQuotes } from './speakers.ts'
import { statementNumbers } from './statements.ts'
import { shippedWeights } from './weights.ts'

/** Who is named in a text, and who said what in it. */
export interface PeopleAndQuotes {
  readonly people: readonly Person[]
  readonly quotes: readonly Quote[]
}

/** A text with all decisions about its quotes. */
export interface Attribution {
  readonly reading: Reading
  /** In reading order; made as they are asked for, once. */
  readonly attributed: Iterable<Attributed>
}

/**
 * Finds who is named in a text and who said what, in one pass. `title` may hold full names that the text gives as
 * surnames only; `sentences` are the text's sentences in reading
 * order. Never throws, whatever the text; time grows linearly with its length.
 */
export function readPeopleAndQuotes(
  text: string,
  title: string,
  sentences: readonly Span[],
): PeopleAndQuotes {
  const attribution = attribute(text, shippedWeights(), title)
  const quotes = quotesOf(attribution, sentences)
  return { people: peopleAmong(attribution.reading.names, quotes), quotes }
}

/** Finds the quotes of a text and weighs their speakers. */
export function attribute(text: string, weights: Weights, title = ''): Attribution {
  const reading = readText(text, title)
  const found = findQuotes(reading, weights)
  return { reading, attributed: attributeQuotes(reading, found, weights) }
}

/** The decisions as everybody else sees them. */
export function quotesOf({ reading, attributed }: Attribution, sentences: readonly Span[]): readonly Quote[] {
  const statementOf = statementNumbers(reading)
  const roleOf = rolesIn(reading)
  let sentence = 0
  return Array.from(attributed, (decision) => {
    const { found, speakers } = decision
    while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= found.span.start) sentence++
    const best = speakers[0]
    const speaker = best === undefined ? undefined : speakerOf(reading, best, roleOf)
    const cue = reading.units[found.asked.cue]
    return {
      statement: statementOf(decision),
      span: found.span,
      content: found.content,
      kind: found.kind,
      ...(speaker === undefined ? {} : { speaker }),
      ...(cue === undefined ? {} : { cue: { start: cue.start, end: cue.end } }),
      confidence: found.sure * (best?.chance ?? 0),
      sentence,
    }
  })
}

type RoleOf = ReturnType<typeof rolesIn>

/** The speaker to show; undefined where nobody is named, not even by a pronoun that can be resolved. */
function speakerOf(reading: Reading, best: Weighed, roleOf: RoleOf): Speaker | undefined {
  const { candidates, tokens } = reading
  const mention = candidates[best.mention]
  const shown = candidates[best.shown]
  if (mention === undefined || shown === undefined) return undefined
  const end = mention.kind === 'nominal' ? endOfDescription(tokens, mention) : mention.end
  const as = spanOf(tokens, mention.start, end)
  if (best.entity === undefined) return { name: descriptionOf(reading, best), as }
  const role = roleOf(best.entity)
  return { name: shownName(best.entity), as, ...(role === undefined ? {} : { role }) }
}

/** The words that describe a speaker without a name. Whom a "who" goes back to is described without what follows it. */
export function descriptionOf({ candidates, tokens, text }: Reading, { mention, shown }: Weighed): string {
  const described = candidates[shown]
  if (described === undefined) return ''
  const end =
    mention === shown ? endOfWholeDescription(tokens, described) : endOfDescription(tokens, described)
  const span = spanOf(tokens, described.start, end)
  return text.slice(span.start, span.end)
}
