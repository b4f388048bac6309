import { writeFileSync } from 'node:fs'
import { readSet } from '../evaluation-data.ts'
import { prepare, train } from './training.ts'

/** The BBC set is left out: its machine-made references make summaries worse everywhere else. */
const sets = ['summaries/cnn.dev.jsonl', 'summaries/cnn-extra.dev.jsonl', 'summaries/dm.dev.jsonl']

const provenance =
  'Logistic regression over the words and word pairs of news articles: does a human summary use them? Learnt by tests/eval/summaries/train.ts; see src/analysis/summary-features.ts for the order of weights.'

const round = (weight: number): number => Math.round(weight * 1000) / 1000

/** Learns the shipped weights from all annotated articles. */
function main(): void {
  const lessons = prepare(sets.flatMap(readSet))
  const model = train(lessons)
  const common = [...model.common].map(([stem, weight]) => [stem, round(weight)] as const)
  const shipped = {
    provenance,
    terms: Array.from(model.terms, round),
    pairs: Array.from(model.pairs, round),
    common: Object.fromEntries(
      common.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
  const target = new URL('../../../src/analysis/summary-weights.json', import.meta.url)
  writeFileSync(target, `${JSON.stringify(shipped)}\n`)
  process.stdout.write(`${lessons.length} articles, ${common.length} common words\n`)
}

main()
