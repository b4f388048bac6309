import { createRequire } from 'node:module'
import { findKeywords } from '../../../src/analysis/keywords.ts'
import type { KeywordModel } from '../../../src/analysis/term-scores.ts'
import { isStopWord, stem } from '../../../src/analysis/words.ts'
import { type Document, hasSet, readSet } from '../evaluation-data.ts'
import { foldOf, folds } from '../folds.ts'
import { type Figure, say, sayTable } from '../report.ts'
import { type HeadlineLesson, prepareHeadlines, trainKeywords } from './training.ts'

const sets = ['quotes/polnear.dev.jsonl', 'quotes/gum-news.dev.jsonl', 'summaries/bbc.dev.jsonl']

/** As many words as each side may name: those of our terms, heaviest first, against as many of the other's. */
const budgets = [5, 10]

/**
 * Measures keywords, cross-validated by document, against the content words of the headline, which the analysis does
 * not see, beside natural's TfIdf over the articles of the same set.
 */
export function measureKeywords(): readonly Figure[] {
  say('\n## Keywords against the words of the held-back headline (F1)\n')
  const present = sets.filter(hasSet)
  if (present.length === 0) {
    say('skipped: sets with headlines are absent')
    return []
  }
  const rows = [['set', 'words', 'natural TfIdf', 'ours', 'ratio']]
  const figures: Figure[] = []
  const models = foldModels(present)
  for (const set of present) {
    const lessons = prepareHeadlines(readSet(set)).filter(({ headline }) => contentStems(headline).size > 0)
    const naturals = naturalKeywords(lessons.map(({ document }) => document))
    for (const budget of budgets) {
      const ours = f1(lessons, (lesson) => ourStems(lesson, models[foldOf(lesson.document.id)], budget))
      const theirs = f1(lessons, (_, index) => new Set(naturals[index]?.slice(0, budget)))
      rows.push([set, `${budget}`, theirs.toFixed(1), ours.toFixed(1), (ours / theirs).toFixed(2)])
      figures.push({ name: `keywords ${set} ${budget} words over natural`, value: ours / theirs })
    }
  }
  sayTable(rows)
  return figures
}

/** A model for each fold that has not seen its articles. */
function foldModels(present: readonly string[]): readonly KeywordModel[] {
  const lessons = prepareHeadlines(present.flatMap(readSet))
  return Array.from({ length: folds }, (_, fold) =>
    trainKeywords(lessons.filter(({ document }) => foldOf(document.id) !== fold)),
  )
}

function contentStems(headline: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...headline].filter((stem) => !isStopWord(stem) && /\p{L}{2}/u.test(stem)))
}

function ourStems(
  { reading }: HeadlineLesson,
  model: KeywordModel | undefined,
  budget: number,
): ReadonlySet<string> {
  const keywords = findKeywords(reading, model)
  return new Set([...new Set(keywords.flatMap((keyword) => keyword.stem.split(' ')))].slice(0, budget))
}

function f1(
  lessons: readonly HeadlineLesson[],
  stemsOf: (lesson: HeadlineLesson, index: number) => ReadonlySet<string>,
): number {
  let hits = 0
  let given = 0
  let wanted = 0
  for (const [index, lesson] of lessons.entries()) {
    const truth = contentStems(lesson.headline)
    const found = stemsOf(lesson, index)
    hits += [...found].filter((term) => truth.has(term)).length
    given += found.size
    wanted += truth.size
  }
  return (200 * hits) / (given + wanted)
}

interface NaturalTfIdf {
  addDocument(text: string): void
  listTerms(document: number): readonly { readonly term: string }[]
}

/** The stems of natural's best terms of each document, with its own tokenizer, stop words and document frequencies. */
function naturalKeywords(documents: readonly Document[]): readonly (readonly string[])[] {
  const TfIdf: new () => NaturalTfIdf = createRequire(import.meta.url)('natural/lib/natural/tfidf/tfidf.js')
  const index = new TfIdf()
  for (const { text } of documents) index.addDocument(text)
  return documents.map((_, document) => [
    ...new Set(
      index
        .listTerms(document)
        .slice(0, 40)
        .map(({ term }) => stem(term)),
    ),
  ])
}
