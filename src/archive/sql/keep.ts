import type { Article } from '../../article.ts'
import type { Entry, Kept } from '../entry.ts'
import { compareAudiences, scopesOfOrigins } from '../scopes.ts'
import { analysisToJson } from './analysis-json.ts'
import { eraseIndex, writeIndex } from './article-index.ts'
import { contentOf, gistOf, storedArticleFrom } from './article-rows.ts'
import { type Readers, readersOf, refreshAudience, scopesOfArticle } from './audience.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { addOrigins, isKnownOrigin, type Placed, placed } from './entry-origins.ts'
import { recordItem } from './feed-items-table.ts'
import { writeFile } from './files-table.ts'
import { addDeliveries } from './new-deliveries.ts'
import type { Row } from './row.ts'
import { joinStory, storyIdOf } from './story-members.ts'
import { editArticle, editStory, editWithdrawn } from './story-posts.ts'
import { countIn, countOut } from './tallies.ts'
import { joinUtterances } from './utterances.ts'
import { leaveOrigin } from './withdraw.ts'
import { reviveDeliveriesOf } from './withdrawn-deliveries.ts'

/** Archive.keep, inside a transaction. */
export function keep(database: Database, given: Entry): Kept {
  const entry = placed(database, given)
  if (entry.origins.length === 0) return 'unchanged'
  if (entry.file) releaseFile(database, entry, entry.file.path)
  const row = database.first(
    'SELECT * FROM articles a JOIN bodies b ON b.seq = a.seq WHERE a.id = ?',
    entry.article.id,
  )
  const before = row && toldOf(database, number(row, 'seq'))
  const kept = row ? keepAgain(database, entry, row) : keepFirst(database, entry)
  if (entry.file) writeFile(database, { ...entry.file, articleId: entry.article.id })
  if ('feed' in entry.origin) {
    const item = { ...entry.origin.item, articleId: entry.article.id }
    recordItem(database, { feed: entry.origin.feed, item, at: entry.at })
  }
  const hasReturned = row !== undefined && row.withdrawn_at !== null
  if (hasReturned) editWithdrawn(database, entry.article.id, entry.at)
  else if (kept === 'updated') editArticle(database, entry.article.id, entry.at)
  // What was withdrawn is new to nobody when it returns.
  tell(database, entry, { before, isNews: !hasReturned })
  return kept
}

/** Who sees an article, and the story it belongs to. */
interface Told {
  readonly readers: Readers
  readonly story: number | undefined
}

const nobody: Readers = () => false

function toldOf(database: Database, seq: number): Told {
  return { readers: readersOf(database, seq), story: storyIdOf(database, seq) }
}

/** Writes the deliveries that an article causes, and the edits of what was posted about its story. */
function tell(
  database: Database,
  entry: Entry,
  { before, isNews }: { readonly before: Told | undefined; readonly isNews: boolean },
): void {
  const row = database.first('SELECT seq FROM articles WHERE id = ?', entry.article.id)
  const { readers, story } = toldOf(database, number(row ?? {}, 'seq'))
  const readersBefore = before?.readers ?? nobody
  if (isNews) {
    const isNewTo: Readers = (server) => readers(server) && !readersBefore(server)
    addDeliveries(database, entry, { story, isNewTo })
  }
  if (story === before?.story) return
  editStory(database, before?.story, { isSeenBy: readersBefore, at: entry.at })
  editStory(database, story, { isSeenBy: readers, at: entry.at })
}

/** A file holds one article: the one it held before, if another, loses this origin. */
function releaseFile(database: Database, entry: Placed, path: string): void {
  const held = database.first('SELECT article_id FROM files WHERE path = ?', path)
  if (!held || held.article_id === null || held.article_id === entry.article.id) return
  for (const { key } of entry.origins)
    leaveOrigin(database, { key, articleId: text(held, 'article_id'), at: entry.at })
}

function keepFirst(database: Database, entry: Placed): Kept {
  const { article, analysis } = entry
  const seq = database.insert(
    `INSERT INTO articles
       (id, url, title, publisher, author, language, published_at, first_seen_at, gist)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
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
  addOrigins(database, seq, entry)
  refreshAudience(database, seq)
  joinUtterances(database, seq)
  joinStory(database, seq, entry)
  countIn(database, seq)
  return 'new'
}

function keepAgain(database: Database, entry: Placed, before: Row): Kept {
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
  const isOpened = !wasWithdrawn && isNewToSome(database, seq, entry)
  addOrigins(database, seq, entry)
  const isAnew = isEdited || isAnalysedAnew || wasWithdrawn || isOpened
  if (isAnew) rewrite(database, seq, isOpened ? entry : withDatesOf(stored.article, entry))
  const isCorrected = content[0] !== contentBefore[0] || content[1] !== contentBefore[1]
  if (isCorrected || isOpened) {
    const sql = 'UPDATE articles SET corrected_at = ? WHERE seq = ?'
    database.run(sql, isOpened ? undefined : entry.at, seq)
  }
  refreshAudience(database, seq)
  // Where nothing is new to anybody who sees it, what it belongs to stays: else a feed of others could change that.
  if (isAnew) {
    joinUtterances(database, seq)
    joinStory(database, seq, entry)
  }
  countIn(database, seq)
  if (wasWithdrawn) {
    const story = storyIdOf(database, seq)
    reviveDeliveriesOf(database, { articleId: entry.article.id, story, at: entry.at })
  }
  return isEdited || wasWithdrawn ? 'updated' : 'unchanged'
}

/**
 * Whether the entry shows the article to somebody who did not see it. They are not to be told when others got it, or that it
 * was other words then: else a feed of one server could date, and mark as corrected, what all see later.
 */
function isNewToSome(database: Database, seq: number, { origins }: Placed): boolean {
  return compareAudiences(scopesOfArticle(database, seq), scopesOfOrigins(origins)) !== 'wider'
}

/** Edits move neither publication nor first sight. */
function withDatesOf({ publishedAt, firstSeenAt }: Article, entry: Entry): Entry {
  return { ...entry, article: { ...entry.article, publishedAt, firstSeenAt } }
}

function rewrite(database: Database, seq: number, entry: Entry): void {
  const { article, analysis } = entry
  database.run(
    `UPDATE articles
     SET url = ?, title = ?, publisher = ?, author = ?, language = ?, published_at = ?, first_seen_at = ?, gist = ?,
       withdrawn_at = NULL
     WHERE seq = ?`,
    article.url,
    article.title,
    article.publisher,
    article.author,
    article.language,
    article.publishedAt,
    article.firstSeenAt,
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
