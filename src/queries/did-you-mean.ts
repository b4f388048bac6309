import { closestSpelling } from '../analysis/spelling.ts'
import { tongueOf } from '../analysis/tongues/tongue.ts'
import { findWords, isStopWord, stemsInAll, type Word } from '../analysis/words.ts'
import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Phrase } from '../archive/expression.ts'
import type { Viewer } from '../archive/viewer.ts'

/** Words of a query that are looked into, and words like each. */
const mostWords = 8
const mostLike = 40

/**
 * A query's words with those that no article holds replaced by the nearest that one does; undefined if there is nothing
 * to replace. Only what stands in articles that the viewer sees is suggested, as it is written there.
 * @param wanted stems that articles must hold; other words are left as they are
 */
export async function respell(
  archive: Archive,
  words: string,
  { wanted, viewer }: { readonly wanted: ReadonlySet<string>; readonly viewer: Viewer },
): Promise<string | undefined> {
  const asked = findWords(words)
    .filter(({ stem, lower }) => wanted.has(stem) && !isStopWord(lower))
    .slice(0, mostWords)
  let respelled = words
  for (const word of asked.toReversed()) {
    const better = (await holder(archive, stemsInAll(word.lower), viewer))
      ? undefined
      : await meant(archive, word, viewer)
    if (better !== undefined)
      respelled = `${respelled.slice(0, word.start)}${better}${respelled.slice(word.end)}`
  }
  return respelled === words ? undefined : respelled
}

/** The word that was most likely meant. */
async function meant(archive: Archive, { lower }: Word, viewer: Viewer): Promise<string | undefined> {
  const like = await archive.wordsLike(lower, viewer, mostLike)
  const closest = closestSpelling(lower, like)
  const stem = like.find(({ word }) => word === closest)?.stem
  const article = stem === undefined ? undefined : await holder(archive, [[stem]], viewer)
  if (stem === undefined || article === undefined) return undefined
  const { title, standfirst, text, language } = article.article
  const forms = [title, standfirst ?? '', text]
    .flatMap((part) => findWords(part, tongueOf(language)))
    .filter((word) => word.stem === stem)
  return (forms.find((form) => form.lower === closest) ?? forms[0])?.lower
}

/** An article that holds one of the phrases. */
async function holder(
  archive: Archive,
  phrases: readonly Phrase[],
  viewer: Viewer,
): Promise<StoredArticle | undefined> {
  const about = { all: [phrases], none: [] }
  const { rows } = await archive.newest({ viewer, about }, { offset: 0, limit: 1 })
  return rows[0] && archive.article(rows[0].id, viewer)
}
