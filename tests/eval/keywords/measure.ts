import { createRequire } from 'node:module'
import { findKeywords } from '../../../src/analysis/keywords.ts'
import { readArticle } from '../../../src/analysis/reading.ts'
import { findWords, isStopWord, stem } from '../../../src/analysis/words.ts'
import { type Document, hasSet, readSet } from '../evaluation-data.ts'
import { type Figure, say, sayTable } from '../report.ts'

const sets = ['quotes/polnear.dev.jsonl', 'quotes/gum-news.dev.jsonl', 'summaries/bbc.dev.jsonl']

/** As many words as each side may name: those of our terms, heaviest first, against as many of the other's. */
const budgets = [5, 10]

/**
 * Measures keywords against the content words of the headline, which the analysis does not see, beside natural's
 * TfIdf over the articles of the same set.
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
  for (const set of present) {
    const documents = readSet(set)
      .map(withoutHeadline)
      .filter(({ title }) => contentStems(title ?? '').size > 0)
    const naturals = naturalKeywords(documents)
    for (const budget of budgets) {
      const ours = f1(documents, (document) => ourStems(document, budget))
      const theirs = f1(documents, (_, index) => new Set(naturals[index]?.slice(0, budget)))
      rows.push([set, `${budget}`, theirs.toFixed(1), ours.toFixed(1), (ours / theirs).toFixed(2)])
      figures.push({ name: `keywords ${set} ${budget} words over natural`, value: ours / theirs })
    }
  }
  sayTable(rows)
  return figures
}

/** Some texts begin with their headline. */
function withoutHeadline(document: Document): Document {
  const { title = '', text } = document
  return text.startsWith(title)
    ? { ...document, text: text.slice(title.length).replace(/^[.\s]+/, '') }
    : document
}

function contentStems(text: string): ReadonlySet<string> {
  const words = findWords(text).filter(
    ({ lower, stem: term }) => !isStopWord(lower) && /\p{L}{2}/u.test(term),
  )
  return new Set(words.map((word) => word.stem))
}

function ourStems({ text }: Document, budget: number): ReadonlySet<string> {
  const keywords = findKeywords(readArticle({ title: '', text }))
  return new Set([...new Set(keywords.flatMap((keyword) => keyword.stem.split(' ')))].slice(0, budget))
}

function f1(
  documents: readonly Document[],
  stemsOf: (document: Document, index: number) => ReadonlySet<string>,
): number {
  let hits = 0
  let given = 0
  let wanted = 0
  for (const [index, document] of documents.entries()) {
    const truth = contentStems(document.title ?? '')
    const found = stemsOf(document, index)
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
