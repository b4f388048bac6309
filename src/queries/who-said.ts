import { plainName } from '../analysis/people/plain-name.ts'
import { findWords, isStopWord } from '../analysis/words.ts'
import type { Archive } from '../archive/archive.ts'
import type { Page, Window } from '../archive/article-lists.ts'
import { omission } from '../archive/statement-rows.ts'
import type { Statement, StatementFilter } from '../archive/statements.ts'
import type { Viewer } from '../archive/viewer.ts'
import { type QuoteKind, type Span, sureSpeakerConfidence } from '../article.ts'
import { UserError } from '../errors.ts'
import { differingWords } from './differing-words.ts'
import { parseExpression } from './expression.ts'
import { parseSince } from './since.ts'

/** `quoted`: with quotation marks. `reported`: without. */
export type SaidKind = 'quoted' | 'reported'

const kindsOf = {
  quoted: ['direct', 'mixed'],
  reported: ['indirect'],
} as const satisfies Record<SaidKind, readonly QuoteKind[]>

/** What /whosaid was asked for: at least one of speaker, about, words. */
export interface WhoSaidQuestion {
  readonly viewer: Viewer
  readonly speaker?: string
  /** Expression as typed. */
  readonly about?: string
  /** Words of the statement itself. */
  readonly words?: string
  readonly publisher?: string
  /** As typed: 12h, 3d, 2w or a date. */
  readonly since?: string
  readonly kind?: SaidKind
}

/** A statement that was found. */
export interface Said extends Statement {
  /** Where the words asked for were found only nearly: what is otherwise. */
  readonly difference?: {
    /** Stretches of its pieces joined by " … " that say something else, in reading order. */
    readonly said: readonly Span[]
    /** What was asked for and is nowhere said, as it was typed. */
    readonly missing: readonly string[]
  }
}

/** Statements, and whether `words` was found as it stands or only nearly. */
export interface WhoSaid extends Page<Said> {
  readonly match: 'phrase' | 'near'
}

/**
 * Who said what: the statements that fit, newest first; those that are only near to `words` best first.
 * The speaker may be typed with a title. One who is unsure is not given as an answer to `speaker`.
 * @throws UserError if nothing was asked for, or an option cannot be read.
 */
export async function whoSaid(
  archive: Archive,
  question: WhoSaidQuestion,
  window: Window & { readonly now: number },
): Promise<WhoSaid> {
  const filter = saidFilter(question, window.now)
  if (question.words === undefined) return { ...(await archive.statements(filter, window)), match: 'phrase' }
  const wanted = findWords(question.words)
  if (wanted.length === 0) throw new UserError({ kind: 'noWord', text: question.words })
  const phrase = { stems: wanted.map(({ stem }) => stem), match: 'phrase' } as const
  const exact = await archive.statements({ ...filter, words: phrase }, window)
  if (exact.total > 0) return { ...exact, match: 'phrase' }
  // Nearness is a matter of the words that mean something, unless there are no others.
  const telling = wanted.filter(({ lower }) => !isStopWord(lower))
  const near = {
    stems: (telling.length > 0 ? telling : wanted).map(({ stem }) => stem),
    match: 'near',
  } as const
  const found = await archive.statements({ ...filter, words: near }, window)
  return { ...found, rows: found.rows.map((row) => withDifference(row, question.words ?? '')), match: 'near' }
}

function withDifference(statement: Statement, typed: string): Said {
  const { said, asked } = differingWords(typed, statement.pieces.join(omission))
  const missing = asked.map(({ start, end }) => typed.slice(start, end))
  return { ...statement, difference: { said, missing } }
}

/** What two speakers said on the same topic. */
export interface Comparison {
  readonly first: WhoSaid
  readonly second: WhoSaid
}

/**
 * Two speakers side by side: `whoSaid` asked of each, with all other conditions alike.
 * @throws UserError as `whoSaid`, and if there is no first speaker to compare with
 */
export async function compareSaid(
  archive: Archive,
  { compare, ...question }: WhoSaidQuestion & { readonly compare: string },
  window: Window & { readonly now: number },
): Promise<Comparison> {
  if (question.speaker === undefined) throw new UserError({ kind: 'nameFirstSpeaker' })
  const [first, second] = await Promise.all([
    whoSaid(archive, question, window),
    whoSaid(archive, { ...question, speaker: compare }, window),
  ])
  return { first, second }
}

/**
 * What is asked of the archive, but for the words.
 * @throws UserError as `whoSaid`
 */
export function saidFilter(question: WhoSaidQuestion, now: number): StatementFilter {
  const { viewer, speaker, about, words, publisher, since, kind } = question
  if (speaker === undefined && about === undefined && words === undefined) {
    throw new UserError({ kind: 'nameSomething' })
  }
  if (speaker !== undefined && !/[\p{L}\p{N}]/u.test(speaker))
    throw new UserError({ kind: 'noName', speaker })
  return {
    viewer,
    ...(speaker !== undefined && { speaker: plainName(speaker), minConfidence: sureSpeakerConfidence }),
    ...(about !== undefined && { about: parseExpression(about) }),
    ...(publisher !== undefined && { publisher }),
    ...(since !== undefined && { since: parseSince(since, now) }),
    ...(kind !== undefined && { kinds: kindsOf[kind] }),
  }
}
