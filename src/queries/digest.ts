import type { Archive } from '../archive/archive.ts'
import type { Head, StoredArticle, WithdrawnArticle } from '../archive/article-lists.ts'
import type { Delivery } from '../archive/deliveries.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Viewer } from '../archive/viewer.ts'
import { type Analysis, sureSpeakerConfidence } from '../article.ts'
import { headOf } from './head-of.ts'
import { summaryOf } from './summary.ts'

/** What has gathered for one channel, to be read at once. */
export interface Digest {
  /** How many came in all. */
  readonly articles: number
  /** One for each story, in the order in which their first articles came. */
  readonly lines: readonly DigestLine[]
  /** Who is quoted most in these articles, by statements whose speaker is named and sure; most statements first. */
  readonly people: readonly { readonly name: string; readonly statements: number }[]
}

/** What a digest says of one story. What was withdrawn belongs to none and has a line of its own. */
export interface DigestLine {
  /** The fullest of its articles. */
  readonly head: Head & Partial<WithdrawnArticle>
  /** The others that came. */
  readonly others: readonly Head[]
}

/** An article of a digest, or what is left to say of it. */
export type DigestMember = StoredArticle | WithdrawnArticle

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
  const ids = deliveries.map(({ articleId }) => articleId)
  return archive.articles(ids, viewer)
}

/** What there is to say of what was posted together: the articles that the viewer still sees, and those that were withdrawn. */
export async function membersOf(
  archive: Archive,
  deliveries: readonly Delivery[],
  viewer: Viewer,
): Promise<readonly DigestMember[]> {
  const articles = await articlesOf(archive, deliveries, viewer)
  const seen = new Map(articles.map((stored) => [stored.article.id, stored]))
  const found = await Promise.all(
    deliveries.map(({ articleId }) => seen.get(articleId) ?? archive.withdrawnArticle(articleId)),
  )
  return found.filter((member) => member !== undefined)
}

/** Whether an article of a digest is still there. */
export function isStored(member: DigestMember): member is StoredArticle {
  return 'article' in member
}

/** The story of each article that has one with others, by the article's id. */
export async function storiesOf(
  archive: Archive,
  members: readonly DigestMember[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, number>> {
  const stories = new Map<string, number>()
  for (const { article } of members.filter(isStored)) {
    const story = await archive.storyOf(article.id, viewer)
    if (story !== undefined) stories.set(article.id, story.id)
  }
  return stories
}

/** Puts articles together as a digest, those of one story on one line. */
export function digestOf(members: readonly DigestMember[], stories: ReadonlyMap<string, number>): Digest {
  const statements = new Map<string, number>()
  for (const { analysis } of members.filter(isStored)) {
    for (const name of speakersOf(analysis)) statements.set(name, (statements.get(name) ?? 0) + 1)
  }
  const people = Array.from(statements, ([name, count]) => ({ name, statements: count }))
    .filter((person) => person.statements >= leastStatements)
    .toSorted((a, b) => b.statements - a.statements || a.name.localeCompare(b.name, 'en'))
    .slice(0, maxPeople)
  const groups = Map.groupBy(members, (member) => {
    const { id } = isStored(member) ? member.article : member
    return stories.get(id) ?? id
  })
  return { articles: members.length, lines: [...groups.values()].flatMap(linesOf), people }
}

/** One line, since what was withdrawn is in no story. */
function linesOf(members: readonly DigestMember[]): readonly DigestLine[] {
  const articles = members.filter(isStored)
  const [fullest] = articles.toSorted((a, b) => b.article.text.length - a.article.text.length)
  if (fullest === undefined)
    return members.flatMap((member) => (isStored(member) ? [] : [{ head: member, others: [] }]))
  return [{ head: withGist(fullest), others: articles.filter((other) => other !== fullest).map(headOf) }]
}

function withGist(stored: StoredArticle): Head {
  return dropAbsent({ ...headOf(stored), gist: summaryOf(stored, 'short').sentences[0]?.text })
}

/** The speaker of each statement, once for each. Who is only described ("the premier") may be anybody. */
function speakersOf({ quotes, people }: Analysis): readonly string[] {
  const named = new Set(people.map(({ name }) => name))
  const byStatement = new Map<number, string>()
  for (const { statement, speaker, confidence } of quotes) {
    if (speaker !== undefined && named.has(speaker.name) && confidence >= sureSpeakerConfidence)
      byStatement.set(statement, speaker.name)
  }
  return [...byStatement.values()]
}
