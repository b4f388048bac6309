import { analyse } from '../../src/analysis/analyse.ts'
import { readPeopleAndQuotes } from '../../src/analysis/quotes/read.ts'
import { readArticle } from '../../src/analysis/reading.ts'
import { findSentences } from '../../src/analysis/sentences.ts'
import { rankSentences } from '../../src/analysis/summary.ts'
import { hasSet, readSet } from '../eval/evaluation-data.ts'
import { tsTextRank } from '../eval/summaries/systems.ts'
import { madeUpArticle } from './made-up-articles.ts'
import { type Benchmark, processorMs, type Row, shown, spreadOf, timed } from './measure.ts'

/** What is timed, beside the peer whose summaries alone take as long as they may. */
const works: Readonly<Record<string, (text: string) => unknown>> = {
  'whole analysis': (text) => analyse({ title: '', text }),
  'quotes and speakers': (text) => readPeopleAndQuotes(text, '', findSentences(text)),
  'summary alone': (text) => rankSentences(readArticle({ title: '', text })),
  'ts-textrank, summary': (text) => tsTextRank(text),
}

const articles = 200
const rounds = 3

/**
 * Milliseconds of an article of ordinary length. Each work goes through all articles by itself: what one leaves behind (garbage,
 * caches) would be counted to the next.
 */
export const analysis: Benchmark = {
  name: 'analysis',
  question: `Milliseconds for each of ${articles} articles on one core (best of ${rounds}, after a round that is not counted); processor: of the processor's time, on average of all`,
  run: async () => {
    const texts = readTexts()
    const rows: Row[] = []
    for (const [what, work] of Object.entries(works)) {
      for (const text of texts) work(text)
      const began = processorMs()
      const best = texts.map(() => Number.POSITIVE_INFINITY)
      for (let round = 0; round < rounds; round += 1)
        for (const [index, text] of texts.entries())
          best[index] = Math.min(best[index] ?? 0, await timed(() => work(text)))
      const processor = shown((processorMs() - began) / texts.length / rounds, 2)
      const { min, median, max } = spreadOf(best)
      rows.push({
        what,
        min: shown(min, 2),
        median: shown(median, 2),
        max: shown(max, 2),
        processor,
      })
    }
    return rows
  },
}

/** CNN articles where the evaluation material is present, else made-up ones of 500 words. */
function readTexts(): readonly string[] {
  const set = 'summaries/cnn.dev.jsonl'
  return hasSet(set)
    ? readSet(set)
        .slice(0, articles)
        .map(({ text }) => text)
    : Array.from({ length: articles }, (_, index) => madeUpArticle(index).text)
}
