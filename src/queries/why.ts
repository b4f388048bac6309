import { tongueOf } from '../analysis/tongues/tongue.ts'
import { stems } from '../analysis/words.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Follow } from '../archive/follows.ts'
import { sureSpeakerConfidence } from '../article.ts'
import { findPhrase, parseExpression } from './expression.ts'
import { type Candidate, type Check, checkFollow, isNamed, termsOf } from './match-follow.ts'

/** Words of a follow that an article holds, and where. */
export interface Evidence {
  /** As the follow says them. */
  readonly words: string
  readonly place: 'headline' | 'standfirst' | 'text' | 'statement'
  /** The first sentence with them, or the statement, verbatim; absent for the headline and the standfirst. */
  readonly passage?: string
}

/** A check with the words that decide it; none where what is missing decides. */
export interface ExplainedCheck extends Check {
  readonly evidence: readonly Evidence[]
}

/** Why an article is posted by a follow, or is not: each condition, and the words that decide it. */
export function explainFollow(follow: Follow, candidate: Candidate): readonly ExplainedCheck[] {
  return checkFollow(follow, candidate).map((check) => ({ ...check, evidence: evidenceOf(check, candidate) }))
}

function evidenceOf({ condition, asked, met }: Check, candidate: Candidate): readonly Evidence[] {
  switch (condition) {
    case 'about':
      return termsOf(asked)
        .filter((term) => term.startsWith('-') !== met)
        .flatMap((term) => findTerm(term, candidate))
    case 'exclude':
      return termsOf(asked).flatMap((term) => findTerm(term, candidate))
    case 'speaker':
      return firstStatement(asked, candidate)
    case 'publisher':
      return []
  }
}

function findTerm(term: string, { article, analysis, terms }: Candidate): readonly Evidence[] {
  const tongue = tongueOf(article.language)
  if (stems(term, tongue).length === 0) return []
  const [phrase] = parseExpression(term.replace(/^-/, ''), [tongue]).all.flat()
  if (phrase === undefined) return []
  const words = term.replace(/["“”„]/gu, '')
  if (findPhrase(terms.title, phrase) >= 0) return [{ words, place: 'headline' }]
  if (findPhrase(terms.standfirst, phrase) >= 0) return [{ words, place: 'standfirst' }]
  if (findPhrase(terms.text, phrase) < 0) return []
  const passage = analysis.sentences
    .map(({ start, end }) => article.text.slice(start, end))
    .find((sentence) => findPhrase(stems(sentence, tongue), phrase) >= 0)
  return [dropAbsent({ words, place: 'text', passage } as const)]
}

function firstStatement(asked: string, { article, analysis }: Candidate): readonly Evidence[] {
  const said = analysis.quotes.find(
    ({ speaker, confidence }) =>
      speaker !== undefined && confidence >= sureSpeakerConfidence && isNamed(speaker.name, asked),
  )
  if (said?.speaker === undefined) return []
  const passage = article.text.slice(said.span.start, said.span.end)
  return [{ words: said.speaker.name, place: 'statement', passage }]
}
