import { closestSpelling } from '../analysis/spelling.ts'
import { tongueOf } from '../analysis/tongues/tongue.ts'
import { findWords, isStopWord, stemsInAll, type Word } from '../analysis/words.ts'
import type { Archive } from '../archive/archive.ts'
import type { Head } from '../archive/article-lists.ts'
import type { Phrase } from '../archive/expression.ts'
import type { Viewer } from '../archive/viewer.ts'
import type { WrittenWord } from '../archive/vocabulary.ts'

/** Words of a query that are looked into, and words like each. */
const mostWords = 8
const mostLike = 40
/** Articles that are read to find the form in which a word is written. */
const mostRead = 5

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
    const held = await holders(archive, stemsInAll(word.lower), { viewer, limit: 1 })
    const better = held.length > 0 ? undefined : await meant(archive, word, viewer)
    if (better !== undefined)
      respelled = `${respelled.slice(0, word.start)}${better}${respelled.slice(word.end)}`
  }
  return respelled === words ? undefined : respelled
}

/**
 * The word that was most likely meant: the closest that stands, in this very form, in one of the newest articles that the
 * viewer sees. A form that others' articles alone have must not decide.
 */
async function meant(archive: Archive, { lower }: Word, viewer: Viewer): Promise<string | undefined> {
  let like = await archive.wordsLike(lower, viewer, mostLike)
  for (;;) {
    const closest = closestSpelling(lower, like)
    const meaning = like.find(({ word }) => word === closest)
    if (closest === undefined || meaning === undefined) return undefined
    if (await isWritten(archive, meaning, viewer)) return closest
    like = like.filter((other) => other !== meaning)
  }
}

/** Whether one of the newest articles with a word's stem writes it so. */
async function isWritten(archive: Archive, { word, stem }: WrittenWord, viewer: Viewer): Promise<boolean> {
  for (const { id } of await holders(archive, [[stem]], { viewer, limit: mostRead })) {
    const found = await archive.article(id, viewer)
    if (found === undefined) continue
    const { title, standfirst, text, language } = found.article
    const forms = [title, standfirst ?? '', text].flatMap((part) => findWords(part, tongueOf(language)))
    if (forms.some(({ lower }) => lower === word)) return true
  }
  return false
}

/** The newest articles that hold one of the phrases. */
async function holders(
  archive: Archive,
  phrases: readonly Phrase[],
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): Promise<readonly Head[]> {
  const about = { all: [phrases], none: [] }
  return (await archive.newest({ viewer, about }, { offset: 0, limit })).rows
}
