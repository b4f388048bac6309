import type { Archive, Head, StoredArticle, Viewer } from '../archive/archive.ts'
import type { Delivery } from '../archive/deliveries.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import { sureSpeakerConfidence } from '../article.ts'
import { headOf } from './head-of.ts'
import { summaryOf } from './summary.ts'

/** What has gathered for one channel, to be read at once. */
export interface Digest {
  /** In the order in which the articles came. */
  readonly heads: readonly Head[]
  /** Who is quoted most in these articles, by statements whose speaker is sure; most statements first. */
  readonly people: readonly { readonly name: string; readonly statements: number }[]
}

/** Most people that are named. */
const maxPeople = 5
/** Who is quoted once is no news. */
const leastStatements = 2

/** The articles of a posting that the viewer still sees. */
export async function articlesOf(
  archive: Archive,
  deliveries: readonly Delivery[],
  viewer: Viewer,
): Promise<readonly StoredArticle[]> {
  const found = await Promise.all(deliveries.map(({ articleId }) => archive.article(articleId, viewer)))
  return found.filter((stored) => stored !== undefined)
}

/** Puts articles together as a digest. */
export function digestOf(articles: readonly StoredArticle[]): Digest {
  const statements = new Map<string, number>()
  for (const { analysis } of articles) {
    for (const name of speakersOf(analysis.quotes)) statements.set(name, (statements.get(name) ?? 0) + 1)
  }
  const people = Array.from(statements, ([name, count]) => ({ name, statements: count }))
    .filter((person) => person.statements >= leastStatements)
    .toSorted((a, b) => b.statements - a.statements || a.name.localeCompare(b.name, 'en'))
    .slice(0, maxPeople)
  return { heads: articles.map(withGist), people }
}

function withGist(stored: StoredArticle): Head {
  return dropAbsent({ ...headOf(stored), gist: summaryOf(stored, 'short').sentences[0]?.text })
}

/** The speaker of each statement, once for each. */
function speakersOf(quotes: StoredArticle['analysis']['quotes']): readonly string[] {
  const byStatement = new Map<number, string>()
  for (const { statement, speaker, confidence } of quotes) {
    if (speaker !== undefined && confidence >= sureSpeakerConfidence) byStatement.set(statement, speaker.name)
  }
  return [...byStatement.values()]
}
