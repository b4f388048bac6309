import { sureSpeakerConfidence } from '../../article.ts'
import type { ArticleFilter } from '../article-lists.ts'
import { fold } from '../fold.ts'
import { speakersAsked } from './asked-speakers.ts'
import { allOf, type Condition } from './condition.ts'
import type { Database } from './database.ts'

/** Rows of `audience v` that the filter lets through, but for the scope. */
export function articleCondition(database: Database, filter: ArticleFilter): Condition {
  const { publisher, since, before, speaker, about } = filter
  const conditions: Condition[] = []
  if (publisher !== undefined) conditions.push({ sql: 'v.publisher_key = ?', values: [fold(publisher)] })
  if (since !== undefined) conditions.push({ sql: 'v.published_at >= ?', values: [since] })
  if (before !== undefined) conditions.push({ sql: 'v.published_at < ?', values: [before] })
  if (speaker !== undefined)
    conditions.push(saidSomething(database, speakersAsked(database, speaker, filter.viewer)))
  if (about) conditions.push(database.words.fit('article_words', 'v.seq', { expression: about }))
  return allOf(conditions)
}

function saidSomething(database: Database, speakers: readonly number[]): Condition {
  const who = database.among('s.speaker', speakers)
  const sql = `v.seq IN (SELECT s.seq FROM statements s WHERE ${who.sql} AND s.confidence >= ${sureSpeakerConfidence})`
  return { sql, values: who.values }
}
