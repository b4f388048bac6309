import { writeFileSync } from 'node:fs'
import { stems } from '../../../src/analysis/words.ts'
import { readSet } from '../evaluation-data.ts'

/** Rarer stems are names and accidents of this collection; leaving them out halves the table and costs nothing. */
const leastDocuments = 5

const sets = [
  'quotes/polnear.dev.jsonl',
  'summaries/cnn.dev.jsonl',
  'summaries/cnn-extra.dev.jsonl',
  'summaries/dm.dev.jsonl',
  'summaries/bbc.dev.jsonl',
]

const provenance =
  'Counted by tests/eval/keywords/train-document-frequencies.ts over English news articles: stems by number of documents'

/** Counts in how many of the evaluation articles each stem stands, and writes the table that the analysis ships. */
function train(): void {
  const counts = new Map<string, number>()
  let documents = 0
  for (const set of sets) {
    for (const { text } of readSet(set)) {
      documents += 1
      for (const stem of new Set(stems(text))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  const kept = [...counts].filter(([stem, count]) => count >= leastDocuments && /^[a-z]{2,}$/.test(stem))
  const table = { provenance, documents, least: leastDocuments, stems: groupByCount(kept) }
  const target = new URL('../../../src/analysis/document-frequencies.json', import.meta.url)
  writeFileSync(target, `${JSON.stringify(table, undefined, 2)}\n`)
  process.stdout.write(`${documents} documents, ${kept.length} stems of ${counts.size}\n`)
}

/** The stems of each count as one string: half the size of a list of pairs. */
function groupByCount(kept: readonly (readonly [string, number])[]): Record<string, string> {
  const groups = Map.groupBy(kept, ([, count]) => count)
  const ascending = [...groups].sort(([a], [b]) => a - b)
  return Object.fromEntries(
    ascending.map(([count, pairs]) => [
      count,
      pairs
        .map(([stem]) => stem)
        .sort()
        .join(' '),
    ]),
  )
}

train()
