import type { Entry, Kept } from '../archive.ts'
import { analysisToJson } from './analysis-json.ts'
import { eraseIndex, writeIndex } from './article-index.ts'
import { contentOf, gistOf, storedArticleFrom } from './article-rows.ts'
import { refreshAudience } from './audience.ts'
import { number, text } from './columns.ts'
import type { Database, Row } from './database.ts'
import { addDeliveries, reviveDeliveriesOf } from './deliveries-table.ts'
import { writeFile } from './files-table.ts'
import { countIn, countOut } from './tallies.ts'
import { leaveOrigin } from './withdraw.ts'

/** Archive.keep, inside a transaction. */
export function keep(database: Database, entry: Entry): Kept {
  if (entry.file) releaseFile(database, entry, entry.file.path)
  const before = database.first(
    'SELECT * FROM articles a JOIN bodies b ON b.seq = a.seq WHERE a.id = ?',
    entry.article.id,
  )
  const kept = before ? keepAgain(database, entry, before) : keepFirst(database, entry)
  if (entry.file) writeFile(database, { ...entry.file, articleId: entry.article.id })
  if (kept === 'new') addDeliveries(database, entry)
  return kept
}

/** A file holds one article: the one it held before, if another, loses this origin. */
function releaseFile(database: Database, entry: Entry, path: string): void {
  const held = database.first('SELECT article_id FROM files WHERE path = ?', path)
  if (!held || held.article_id === null || held.article_id === entry.article.id) return
  leaveOrigin(database, { key: entry.origin.key, articleId: text(held, 'article_id'), at: entry.at })
}

function keepFirst(database: Database, entry: Entry): Kept {
  const { article, analysis } = entry
  const { lastId: seq } = database.run(
    `INSERT INTO articles
       (id, url, title, publisher, author, language, published_at, first_seen_at, gist)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article.id,
    article.url,
    article.title,
    article.publisher,
    article.author,
    article.language,
    article.publishedAt,
    article.firstSeenAt,
    gistOf(article.text, analysis),
  )
  database.run(
    'INSERT INTO bodies (seq, standfirst, text, analysis) VALUES (?, ?, ?, ?)',
    seq,
    article.standfirst,
    article.text,
    analysisToJson(analysis),
  )
  writeIndex(database, seq, entry)
  addOrigin(database, seq, entry)
  refreshAudience(database, seq)
  countIn(database, seq)
  return 'new'
}

function keepAgain(database: Database, entry: Entry, before: Row): Kept {
  const seq = number(before, 'seq')
  const stored = storedArticleFrom(before)
  const wasWithdrawn = before.withdrawn_at !== null
  const contentBefore = contentOf(stored.article)
  const content = contentOf(entry.article)
  const isEdited = content.some((part, index) => part !== contentBefore[index])
  const isAnalysedAnew = analysisToJson(entry.analysis) !== text(before, 'analysis')
  const hasOrigin = isKnownOrigin(database, seq, entry)
  if (hasOrigin && !isEdited && !isAnalysedAnew) return 'unchanged'

  countOut(database, seq)
  addOrigin(database, seq, entry)
  if (isEdited || isAnalysedAnew || wasWithdrawn) {
    rewrite(database, seq, {
      ...entry,
      article: { ...entry.article, publishedAt: stored.article.publishedAt },
    })
  }
  if (content[0] !== contentBefore[0] || content[1] !== contentBefore[1]) {
    database.run('UPDATE articles SET corrected_at = ? WHERE seq = ?', entry.at, seq)
  }
  refreshAudience(database, seq)
  countIn(database, seq)
  if (wasWithdrawn) reviveDeliveriesOf(database, entry.article.id, entry.at)
  return isEdited || wasWithdrawn ? 'updated' : 'unchanged'
}

/** All but the times of publication and first sight, which edits never move. */
function rewrite(database: Database, seq: number, entry: Entry): void {
  const { article, analysis } = entry
  database.run(
    `UPDATE articles
     SET url = ?, title = ?, publisher = ?, author = ?, language = ?, gist = ?, withdrawn_at = NULL
     WHERE seq = ?`,
    article.url,
    article.title,
    article.publisher,
    article.author,
    article.language,
    gistOf(article.text, analysis),
    seq,
  )
  database.run(
    'UPDATE bodies SET standfirst = ?, text = ?, analysis = ? WHERE seq = ?',
    article.standfirst,
    article.text,
    analysisToJson(analysis),
    seq,
  )
  eraseIndex(database, seq)
  writeIndex(database, seq, entry)
}

function isKnownOrigin(database: Database, seq: number, { origin }: Entry): boolean {
  const known = database.first('SELECT server FROM origins WHERE key = ? AND seq = ?', origin.key, seq)
  return known !== undefined && known.server === (origin.server ?? null)
}

function addOrigin(database: Database, seq: number, { origin }: Entry): void {
  database.run(
    `INSERT INTO origins (key, seq, server) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET server = excluded.server`,
    origin.key,
    seq,
    origin.server,
  )
}
