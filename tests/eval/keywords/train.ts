import { writeFileSync } from 'node:fs'
import { readSet } from '../evaluation-data.ts'
import { prepareHeadlines, trainKeywords } from './training.ts'

const sets = ['quotes/polnear.dev.jsonl', 'summaries/bbc.dev.jsonl']

const provenance =
  'Logistic regression over the content words of news articles: does the headline use them? Learnt by tests/eval/keywords/train.ts; see src/analysis/summary-features.ts for the order of weights.'

const round = (weight: number): number => Math.round(weight * 1000) / 1000

/** Learns the shipped weights from all articles with headlines. */
function main(): void {
  const lessons = prepareHeadlines(sets.flatMap(readSet))
  const { terms, common } = trainKeywords(lessons)
  const own = [...common].map(([stem, weight]) => [stem, round(weight)] as const)
  const shipped = {
    provenance,
    terms: Array.from(terms, round),
    common: Object.fromEntries(own.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
  writeFileSync(
    new URL('../../../src/analysis/keyword-weights.json', import.meta.url),
    `${JSON.stringify(shipped)}\n`,
  )
  process.stdout.write(`${lessons.length} articles, ${own.length} common words\n`)
}

main()
