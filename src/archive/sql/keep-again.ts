import type { Article } from '../../article.ts'
import type { Kept } from '../entry.ts'
import { compareAudiences, scopesOfOrigins } from '../scopes.ts'
import { analysisToJson } from './analysis-json.ts'
import { eraseIndex, writeIndex } from './article-index.ts'
import { columnsOf, contentOf, storedArticleFrom } from './article-rows.ts'
import { type Readers, readersOf, refreshAudience, scopesOfArticle } from './audience.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { addOrigins, isKnownOrigin } from './entry-origins.ts'
import { joinUtterances } from './join-utterances.ts'
import { addDeliveries } from './new-deliveries.ts'
import type { Placed } from './placed.ts'
import type { Row } from './row.ts'
import { joinStoryAgain, storyIdOf } from './story-members.ts'
import { editArticle, editStory, editWithdrawn } from './story-posts.ts'
import { countIn, countOut } from './tallies.ts'
import { reviveDeliveriesOf } from './withdrawn-deliveries.ts'

/** Keeps an article that the archive knows as `row` (of `articles a JOIN bodies b`), with the posts it causes, inside a transaction. */
export function keepAgain(database: Database, entry: Placed, row: Row): Kept {
  const seq = number(row, 'seq')
  const before = toldOf(database, seq)
  const kept = rewriteKnown(database, entry, row)
  const hasReturned = row.withdrawn_at !== null
  if (hasReturned) editWithdrawn(database, entry.article.id, entry.at)
  else if (kept === 'updated') editArticle(database, entry.article.id, entry.at)
  const now = toldOf(database, seq)
  // What was withdrawn is new to nobody when it returns.
  if (!hasReturned) {
    const isNewTo: Readers = (server) => now.readers(server) && !before.readers(server)
    addDeliveries(database, entry, { story: now.story, isNewTo })
  }
  if (now.story === before.story) return kept
  editStory(database, before.story, { isSeenBy: before.readers, at: entry.at })
  editStory(database, now.story, { isSeenBy: now.readers, at: entry.at })
  return kept
}

/** Who sees an article, and the story it belongs to. */
interface Told {
  readonly readers: Readers
  readonly story: number | undefined
}

function toldOf(database: Database, seq: number): Told {
  return { readers: readersOf(database, seq), story: storyIdOf(database, seq) }
}

function rewriteKnown(database: Database, entry: Placed, before: Row): Kept {
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
  addOrigins(database, [{ seq, entry }])
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
    joinUtterances(database, [seq])
    joinStoryAgain(database, seq, entry)
  }
  countIn(database, [seq])
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
function withDatesOf({ publishedAt, firstSeenAt }: Article, entry: Placed): Placed {
  return { ...entry, article: { ...entry.article, publishedAt, firstSeenAt } }
}

function rewrite(database: Database, seq: number, entry: Placed): void {
  const { article, analysis } = entry
  database.run(
    `UPDATE articles
     SET url = ?, title = ?, publisher = ?, author = ?, language = ?, published_at = ?, first_seen_at = ?, gist = ?,
       withdrawn_at = NULL
     WHERE seq = ?`,
    ...columnsOf(entry),
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
  writeIndex(database, [{ seq, entry }])
}
