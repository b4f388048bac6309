import type { Head, StoredArticle } from '../archive/article-lists.ts'
import type { Sharing } from '../archive/subjects.ts'
import { type Subject, type SubjectKind, subjectsOf } from '../archive/subjects.ts'
import type { Viewer } from '../archive/viewer.ts'
import { findArticle, type Library } from './find-article.ts'
import { headOf } from './head-of.ts'
import type { Asker } from './pages.ts'

/** An article that is like another, and why. */
export interface SimilarArticle {
  readonly head: Head
  /** Shared people and keywords as this article writes them, those first that tell most. */
  readonly people: readonly string[]
  readonly keywords: readonly string[]
}

/** An article, and those that are like it, the nearest first. */
export interface Similar {
  readonly head: Head
  readonly rows: readonly SimilarArticle[]
}

/** The same people are in the news of many things; the same keywords seldom are. */
const kindWeights = { person: 0.5, topic: 1 } as const satisfies Record<SubjectKind, number>
/**
 * Below this share of what an article is about, likeness is chance: one common keyword of twelve. An article's likeness to
 * itself is 1.
 */
const leastLikeness = 0.08

/**
 * The articles most like one.
 * @throws UserError if there is no such article
 */
export async function similar(
  library: Library,
  { article, ...asker }: Asker & { readonly article: string },
  limit: number,
): Promise<Similar> {
  return similarTo(library, await findArticle(library, article, asker), { viewer: asker.viewer, limit })
}

/**
 * The articles most like one at hand: those that share its keywords and people, each counted by its weight in both and by
 * how few articles share it (inverse document frequency).
 */
export async function similarTo(
  { archive }: Pick<Library, 'archive'>,
  stored: StoredArticle,
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): Promise<Similar> {
  const subjects = subjectsOf(stored.analysis)
  const { articles } = await archive.size(viewer)
  const frequencies = await archive.subjectFrequencies(subjects, viewer)
  const wanted = subjects.map((subject, index) => ({
    ...subject,
    weight: kindWeights[subject.kind] * subject.weight * rarity(frequencies[index] ?? 0, articles),
  }))
  const itself = wanted.reduce((sum, { weight }, index) => sum + weight * (subjects[index]?.weight ?? 0), 0)
  const found = await archive.sharing(wanted, { viewer, limit: limit + 1 })
  const tells = new Map(wanted.map(({ kind, key, weight }) => [`${kind}:${key}`, weight]))
  const rows = found
    .filter(({ head, score }) => head.id !== stored.article.id && score >= leastLikeness * itself)
    .slice(0, limit)
    .map(({ head, shared }) => {
      const telling = shared.toSorted((a, b) => tellingOf(tells, b) - tellingOf(tells, a))
      return { head, people: named(telling, 'person'), keywords: named(telling, 'topic') }
    })
  return { head: headOf(stored), rows }
}

/** ln of how many times as many articles there are as are about it, smoothed so that no subject counts for nothing. */
function rarity(frequency: number, articles: number): number {
  return Math.log(1 + articles / (1 + frequency))
}

function tellingOf(tells: ReadonlyMap<string, number>, { kind, key, weight }: Subject): number {
  return weight * (tells.get(`${kind}:${key}`) ?? 0)
}

function named(shared: Sharing['shared'], wanted: SubjectKind): readonly string[] {
  return shared.filter(({ kind }) => kind === wanted).map(({ name }) => name)
}
