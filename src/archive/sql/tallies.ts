import { sureSpeakerConfidence } from '../../article.ts'
import { dayMs } from '../subjects.ts'
import type { Database } from './database.ts'

/** The UTC day (see `dayOf`) on which the article of an audience row `v` was published. */
const dayColumn = `(v.published_at / ${dayMs})`

/**
 * Takes one article out of the counts. To be called before its audience, statements or publisher change, and
 * `countIn` after, in the same transaction.
 */
export function countOut(database: Database, seq: number): void {
  addToCounts(database, [seq], -1)
  addToDays(database, [seq], -1)
  database.run(
    'DELETE FROM publisher_tallies WHERE articles = 0 AND (scope, publisher_key) IN ' +
      '(SELECT scope, publisher_key FROM audience WHERE seq = ?)',
    seq,
  )
  database.run(
    'DELETE FROM speaker_tallies WHERE statements = 0 AND (scope, speaker) IN ' +
      '(SELECT v.scope, s.speaker FROM audience v JOIN statements s ON s.seq = v.seq WHERE v.seq = ?)',
    seq,
  )
  database.run(
    'DELETE FROM surname_tallies WHERE articles = 0 AND (scope, form, name) IN ' +
      '(SELECT v.scope, n.form, n.name FROM audience v JOIN surnames n ON n.seq = v.seq WHERE v.seq = ?)',
    seq,
  )
  database.run(
    'DELETE FROM subject_tallies WHERE articles = 0 AND (scope, kind, key, day) IN ' +
      `(SELECT v.scope, s.kind, s.key, ${dayColumn} FROM audience v JOIN subjects s ON s.seq = v.seq WHERE v.seq = ?)`,
    seq,
  )
}

/** Takes articles into the counts of every scope in which they are found. */
export function countIn(database: Database, seqs: readonly number[]): void {
  addToCounts(database, seqs, 1)
  addToDays(database, seqs, 1)
}

function addToCounts(database: Database, seqs: readonly number[], by: 1 | -1): void {
  const { sql: these, values } = database.among('v.seq', seqs)
  database.run(
    `INSERT INTO scope_tallies (scope, articles, statements)
     SELECT v.scope, ${by} * COUNT(*), ${by} * SUM((SELECT COUNT(*) FROM statements s WHERE s.seq = v.seq))
     FROM audience v WHERE ${these} GROUP BY v.scope
     ON CONFLICT (scope) DO UPDATE SET
       articles = scope_tallies.articles + excluded.articles, statements = scope_tallies.statements + excluded.statements`,
    ...values,
  )
  database.run(
    `INSERT INTO publisher_tallies (scope, publisher_key, articles)
     SELECT v.scope, v.publisher_key, ${by} * COUNT(*) FROM audience v WHERE ${these} GROUP BY v.scope, v.publisher_key
     ON CONFLICT (scope, publisher_key) DO UPDATE SET articles = publisher_tallies.articles + excluded.articles`,
    ...values,
  )
  database.run(
    `INSERT INTO speaker_tallies (scope, speaker, statements)
     SELECT v.scope, s.speaker, ${by} * COUNT(*) FROM audience v JOIN statements s ON s.seq = v.seq
     WHERE ${these} AND s.speaker IS NOT NULL AND s.confidence >= ${sureSpeakerConfidence}
     GROUP BY v.scope, s.speaker
     ON CONFLICT (scope, speaker) DO UPDATE SET statements = speaker_tallies.statements + excluded.statements`,
    ...values,
  )
  database.run(
    `INSERT INTO surname_tallies (scope, form, name, articles, used)
     SELECT v.scope, n.form, n.name, ${by} * COUNT(*), ${by} * SUM(n.used) FROM audience v JOIN surnames n ON n.seq = v.seq
     WHERE ${these} GROUP BY v.scope, n.form, n.name
     ON CONFLICT (scope, form, name) DO UPDATE SET articles = surname_tallies.articles + excluded.articles, used = surname_tallies.used + excluded.used`,
    ...values,
  )
}

function addToDays(database: Database, seqs: readonly number[], by: 1 | -1): void {
  const { sql: these, values } = database.among('v.seq', seqs)
  database.run(
    `INSERT INTO day_tallies (scope, day, articles)
     SELECT v.scope, ${dayColumn}, ${by} * COUNT(*) FROM audience v WHERE ${these} GROUP BY v.scope, ${dayColumn}
     ON CONFLICT (scope, day) DO UPDATE SET articles = day_tallies.articles + excluded.articles`,
    ...values,
  )
  database.run(
    `INSERT INTO subject_tallies (scope, kind, key, day, articles)
     SELECT v.scope, s.kind, s.key, ${dayColumn}, ${by} * COUNT(*)
     FROM audience v JOIN subjects s ON s.seq = v.seq WHERE ${these} GROUP BY v.scope, s.kind, s.key, ${dayColumn}
     ON CONFLICT (scope, kind, key, day) DO UPDATE SET articles = subject_tallies.articles + excluded.articles`,
    ...values,
  )
}
