import { scopesOfOrigins } from '../scopes.ts'
import { analysisToJson } from './analysis-json.ts'
import { writeIndex } from './article-index.ts'
import { columnsOf } from './article-rows.ts'
import { readersIn, writeAudience } from './audience.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { addOrigins } from './entry-origins.ts'
import { joinUtterances } from './join-utterances.ts'
import { addDeliveries } from './new-deliveries.ts'
import type { KeptEntry, Placed } from './placed.ts'
import { joinStory } from './story-members.ts'
import { editStory } from './story-posts.ts'
import { countIn } from './tallies.ts'

/**
 * Keeps articles that the archive does not know, with the posts that they cause, inside a transaction: as if each were kept
 * after those before it. What is of one kind is written and looked up together: to a database across a network that is one way
 * instead of many.
 */
export function keepNew(database: Database, entries: readonly Placed[]): void {
  const articles = writeArticles(database, entries)
  const seqs = articles.map(({ seq }) => seq)
  writeIndex(database, articles)
  addOrigins(database, articles)
  writeAudience(database, articles.map(audienceOf))
  joinUtterances(database, seqs)
  for (const article of articles) tell(database, article)
  countIn(database, seqs)
}

function writeArticles(database: Database, entries: readonly Placed[]): readonly KeptEntry[] {
  const rows = database.insertEach(
    `INSERT INTO articles (id, url, title, publisher, author, language, published_at, first_seen_at, gist)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq, id`,
    entries.map((entry) => [entry.article.id, ...columnsOf(entry)]),
  )
  const seqs = new Map(rows.map((row) => [text(row, 'id'), number(row, 'seq')]))
  // The database holds no lone surrogates.
  const articles = entries.map((entry) => ({ seq: seqs.get(entry.article.id.toWellFormed()) ?? 0, entry }))
  database.runEach(
    'INSERT INTO bodies (seq, standfirst, text, analysis) VALUES (?, ?, ?, ?)',
    articles.map(({ seq, entry: { article, analysis } }) => {
      return [seq, article.standfirst, article.text, analysisToJson(analysis)]
    }),
  )
  return articles
}

function audienceOf({ seq, entry }: KeptEntry) {
  const { publishedAt, publisher } = entry.article
  return { seq, publishedAt, publisher, scopes: scopesOfOrigins(entry.origins) }
}

/** Brings an article into its story, and writes the deliveries that it causes and the edits of what was posted about that. */
function tell(database: Database, { seq, entry }: KeptEntry): void {
  const scopes = scopesOfOrigins(entry.origins)
  const story = joinStory(database, { seq, at: entry.article.publishedAt, scopes }, entry)
  const isSeenBy = readersIn(scopes)
  addDeliveries(database, entry, { story, isNewTo: isSeenBy })
  editStory(database, story, { isSeenBy, at: entry.at })
}
