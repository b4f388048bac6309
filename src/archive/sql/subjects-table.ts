import { scopesOf } from '../scopes.ts'
import type { Sharing } from '../subjects.ts'
import { type Subject, type SubjectKey, subjectsOf, type WeighedSubject } from '../subjects.ts'
import type { Viewer } from '../viewer.ts'
import { headOf } from './article-rows.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import type { KeptEntry } from './placed.ts'
import type { Row } from './row.ts'

/** Of each subject, so many of its newest articles are looked at. */
const newestOfSubject = 300

/** Writes what articles are about. */
export function writeSubjects(database: Database, articles: readonly KeptEntry[]): void {
  database.runEach(
    'INSERT INTO subjects (seq, kind, key, name, weight) VALUES (?, ?, ?, ?, ?)',
    articles.flatMap(({ seq, entry }) =>
      subjectsOf(entry.analysis).map(({ kind, key, name, weight }) => [seq, kind, key, name, weight]),
    ),
  )
}

/** Archive.subjectFrequencies, inside a transaction. */
export function subjectFrequencies(
  database: Database,
  subjects: readonly SubjectKey[],
  viewer: Viewer,
): readonly number[] {
  return subjects.map(({ kind, key }) => {
    const row = database.first(
      `SELECT COALESCE(SUM(articles), 0) AS articles FROM subject_tallies
       WHERE scope IN (?, ?) AND kind = ? AND key = ?`,
      ...scopesOf(viewer),
      kind,
      key,
    )
    return number(row ?? {}, 'articles')
  })
}

/** Archive.sharing, inside a transaction. */
export function sharing(
  database: Database,
  wanted: readonly WeighedSubject[],
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): readonly Sharing[] {
  const scores = new Map<number, number>()
  for (const subject of wanted) {
    for (const row of newestAbout(database, subject, scopesOf(viewer))) {
      const seq = number(row, 'seq')
      scores.set(seq, (scores.get(seq) ?? 0) + subject.weight * number(row, 'weight'))
    }
  }
  const keys = new Set(wanted.map(({ kind, key }) => `${kind}:${key}`))
  return [...scores]
    .sort(([seq, score], [otherSeq, otherScore]) => otherScore - score || otherSeq - seq)
    .slice(0, limit)
    .map(([seq, score]) => ({
      head: headOf(database, seq),
      score,
      shared: subjectsAt(database, seq).filter(({ kind, key }) => keys.has(`${kind}:${key}`)),
    }))
}

function newestAbout(
  database: Database,
  { kind, key }: SubjectKey,
  scopes: readonly [string, string],
): readonly Row[] {
  return database.all(
    `SELECT s.seq, s.weight FROM subjects s CROSS JOIN audience v ON v.seq = s.seq
     WHERE s.kind = ? AND s.key = ? AND v.scope IN (?, ?) ORDER BY s.seq DESC LIMIT ?`,
    kind,
    key,
    ...scopes,
    newestOfSubject,
  )
}

function subjectsAt(database: Database, seq: number): readonly Subject[] {
  return database
    .all('SELECT kind, key, name, weight FROM subjects WHERE seq = ? ORDER BY weight DESC, kind, key', seq)
    .map((row) => ({
      kind: text(row, 'kind') === 'person' ? 'person' : 'topic',
      key: text(row, 'key'),
      name: text(row, 'name'),
      weight: number(row, 'weight'),
    }))
}
