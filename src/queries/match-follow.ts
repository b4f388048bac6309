import { plainName } from '../analysis/people/plain-name.ts'
import { tongueOf } from '../analysis/tongues/tongue.ts'
import type { IndexTerms } from '../archive/entry.ts'
import { fold, foldedWords } from '../archive/fold.ts'
import type { Follow } from '../archive/follows.ts'
import { type Analysis, type Article, sureSpeakerConfidence } from '../article.ts'
import { fulfils, parseExpression } from './expression.ts'

/** An article as a follow sees it. */
export interface Candidate {
  readonly article: Article
  readonly analysis: Analysis
  readonly terms: Pick<IndexTerms, 'title' | 'standfirst' | 'text'>
}

/** One condition of a follow, and whether an article meets it. */
export interface Check {
  readonly condition: 'about' | 'speaker' | 'publisher' | 'exclude'
  /** As the follow says it. */
  readonly asked: string
  readonly met: boolean
}

/**
 * Holds an article against a follow: one check for each condition that the follow sets, in a fixed order. The
 * article is posted if all are met; a follow without conditions posts everything.
 */
export function checkFollow(follow: Follow, candidate: Candidate): readonly Check[] {
  const { title, standfirst, text } = candidate.terms
  const tongue = tongueOf(candidate.article.language)
  const fits = (typed: string): boolean =>
    fulfils(parseExpression(typed, [tongue]), [title, standfirst, text])
  const checks: readonly [Check['condition'], string | undefined, (asked: string) => boolean][] = [
    ['about', follow.about, fits],
    ['speaker', follow.speaker, (asked) => speaks(candidate.analysis, asked)],
    ['publisher', follow.publisher, (asked) => fold(candidate.article.publisher) === fold(asked)],
    ['exclude', follow.exclude, (asked) => !fits(anyOf(asked))],
  ]
  return checks.flatMap(([condition, asked, met]) =>
    asked === undefined ? [] : [{ condition, asked, met: met(asked) }],
  )
}

/** Whether a follow posts an article. */
export function matchesFollow(follow: Follow, candidate: Candidate): boolean {
  return checkFollow(follow, candidate).every((check) => check.met)
}

/** Whether a name is the one asked for: each word asked, but for titles, begins a word of the name, as in the archive's lookups. */
export function isNamed(name: string, asked: string): boolean {
  const words = foldedWords(name)
  return foldedWords(plainName(asked)).every((part) => words.some((word) => word.startsWith(part)))
}

function speaks(analysis: Analysis, asked: string): boolean {
  return analysis.quotes.some(
    ({ speaker, confidence }) =>
      speaker !== undefined && confidence >= sureSpeakerConfidence && isNamed(speaker.name, asked),
  )
}

/** The words and "phrases" of an expression as they are typed; those to be absent begin with a minus. */
export function termsOf(typed: string): readonly string[] {
  return (typed.match(/-?["“”„][^"“”„]*["“”„]?|[^\s"“”„]+/gu) ?? []).filter((term) => term !== 'OR')
}

/** What is excluded is excluded word by word: "football cricket" keeps out articles with either. */
function anyOf(typed: string): string {
  return termsOf(typed)
    .map((term) => term.replace(/^-/, ''))
    .join(' OR ')
}
