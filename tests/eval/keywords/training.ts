import { type Reading, readArticle } from '../../../src/analysis/reading.ts'
import { termFeatures, termWeightCount } from '../../../src/analysis/summary-features.ts'
import type { KeywordModel } from '../../../src/analysis/term-scores.ts'
import { stems } from '../../../src/analysis/words.ts'
import type { Document } from '../evaluation-data.ts'
import { type Example, regress } from '../regression.ts'

/** An article with the stems of its headline, which the reading does not know. */
export interface HeadlineLesson {
  readonly document: Document
  readonly reading: Reading
  readonly headline: ReadonlySet<string>
}

/** Only words in at least this many articles get a weight of their own: common words, no names. */
const fewestLessons = 40

/** Takes articles apart for training and measuring: the headline is cut off where the text begins with it. */
export function prepareHeadlines(documents: readonly Document[]): readonly HeadlineLesson[] {
  return documents.map(withoutHeadline).map((document) => ({
    document,
    reading: readArticle({ title: '', text: document.text }),
    headline: new Set(stems(document.title ?? '')),
  }))
}

function withoutHeadline(document: Document): Document {
  const { title = '', text } = document
  return text.startsWith(title)
    ? { ...document, text: text.slice(title.length).replace(/^[.\s]+/, '') }
    : document
}

/** Learns which content words of an article its headline uses. */
export function trainKeywords(lessons: readonly HeadlineLesson[]): KeywordModel {
  const counts = new Map<string, number>()
  for (const { reading } of lessons) {
    for (const { stem, stop } of reading.table.terms.values()) {
      if (!stop && /^[a-z]+$/.test(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  const kept = [...counts].filter(([, count]) => count >= fewestLessons)
  const ids = new Map(kept.map(([stem], index) => [stem, termWeightCount + index]))
  const weights = regress(
    lessons.flatMap((lesson) => examplesOf(lesson, ids)),
    termWeightCount + ids.size,
  )
  const common = new Map([...ids].map(([stem, id]) => [stem, weights[id] ?? 0]))
  return { terms: weights.slice(0, termWeightCount), common }
}

function examplesOf(
  { reading, headline }: HeadlineLesson,
  ids: ReadonlyMap<string, number>,
): readonly Example[] {
  const terms = [...reading.table.terms.values()].filter(({ stop }) => !stop)
  return terms.map((term) => {
    const own = ids.get(term.stem)
    const features = termFeatures(term, reading.length)
    return {
      features: own === undefined ? features : [...features, own],
      yes: headline.has(term.stem) ? 1 : 0,
    }
  })
}
