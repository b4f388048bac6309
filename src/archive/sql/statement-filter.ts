import { dropAbsent } from '../drop-absent.ts'
import { fold } from '../fold.ts'
import type { StatementFilter } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { speakersAsked } from './asked-speakers.ts'
import { seenBy } from './audience.ts'
import { allOf, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import type { Wanted } from './word-index.ts'

/** Statements that are asked for. */
export interface StatementsWanted {
  readonly viewer: Viewer
  /** Ids of those who are called as asked, at least one; absent: anybody may have said it. */
  readonly speakers?: readonly number[]
  /** Words of the statement or its article's title, some of which must occur. */
  readonly words?: Wanted
  /** What else is asked of `statements s`. */
  readonly statement: Condition
  /** What is asked of `audience v`, but for the viewer. */
  readonly article: Condition
}

/** What a filter asks for, but for words that statements need only be near to; undefined if nobody is called as asked. */
export function wantedBy(database: Database, filter: StatementFilter): StatementsWanted | undefined {
  const { viewer, speaker, kinds, minConfidence = 0 } = filter
  const speakers = speaker === undefined ? undefined : speakersAsked(database, speaker, viewer)
  if (speakers?.length === 0) return undefined
  const words = wordsOf(filter)
  const mustOccur = words && (words.expression.all.length > 0 || words.phrase)
  const statement = allOf([
    ...(speakers ? [{ sql: 's.confidence >= ?', values: [minConfidence] }] : []),
    ...(kinds ? [database.among('s.kind', kinds)] : []),
    ...(words && !mustOccur ? [database.words.fit('statement_words', 's.id', words)] : []),
  ])
  return dropAbsent({
    viewer,
    speakers,
    words: mustOccur ? words : undefined,
    statement,
    article: articleCondition(filter),
  })
}

function wordsOf({ about, words }: StatementFilter): Wanted | undefined {
  const phrase = words?.match === 'phrase' ? ({ column: 'words', stems: words.stems } as const) : undefined
  if (about === undefined && phrase === undefined) return undefined
  return dropAbsent({ expression: about ?? { all: [], none: [] }, phrase })
}

function articleCondition({ publisher, since }: StatementFilter): Condition {
  const conditions: Condition[] = []
  if (publisher !== undefined) conditions.push({ sql: 'v.publisher_key = ?', values: [fold(publisher)] })
  if (since !== undefined) conditions.push({ sql: 'v.published_at >= ?', values: [since] })
  return allOf(conditions)
}

/** Everything that is asked of `statements s`, but for the viewer and the article. */
export function conditionOn(database: Database, { speakers, words, statement }: StatementsWanted): Condition {
  return allOf([
    ...(speakers ? [saidBy(database, speakers)] : []),
    ...(words ? [database.words.fit('statement_words', 's.id', words)] : []),
    statement,
  ])
}

/** One speaker's statements come ordered out of the index; those of several have to be sorted. */
function saidBy(database: Database, speakers: readonly number[]): Condition {
  return speakers.length === 1
    ? { sql: 's.speaker = ?', values: speakers }
    : database.among('s.speaker', speakers)
}

/** Holds where the viewer sees the article of `statements s`, and it is one that is wanted. */
export function isSeen({ viewer, article }: StatementsWanted): Condition {
  return seenBy(viewer, article)('s.seq')
}

/** Holds where the column names a statement that is wanted, whatever its words. */
export function isWanted(wanted: StatementsWanted, column: string): Condition {
  const { sql, values } = allOf([wanted.statement, isSeen(wanted)])
  return { sql: `EXISTS (SELECT 1 FROM statements s WHERE s.id = ${column} AND ${sql})`, values }
}
