import { measureFeeds } from './feeds/measure.ts'
import { measureKeywords } from './keywords/measure.ts'
import { measureLinks } from './links/measure.ts'
import { measurePages } from './pages/measure.ts'
import { evaluateQuotes } from './quotes/evaluate.ts'
import { type Figure, keepFloors, say } from './report.ts'
import { measureSearch } from './search/measure.ts'
import { measureSentences } from './sentences/measure.ts'
import { measureStories } from './stories/measure.ts'
import { measureSummaries } from './summaries/measure.ts'

/*
 * npm run eval: measures analysis and reading on annotated news, feeds and pages where they lie beside the checkout (../shared/eval), prints
 * what it finds, and fails under the floors of floors.json. Sets that are absent are skipped, and said to be.
 */

say('# Quality of analysis and reading')
const figures = [
  ...measureSentences(),
  ...(await measureSummaries()),
  ...measureKeywords(),
  ...(await measureQuotes()),
  ...(await measureFeeds()),
  ...(await measurePages()),
  ...(await measureLinks()),
  ...(await measureStories()),
  ...(await measureSearch()),
]
say('\n## Floors\n')
process.exitCode = keepFloors(figures) ? 0 : 1

/** Quotes and speakers, measured in their own folder. */
async function measureQuotes(): Promise<readonly Figure[]> {
  say('\n## Quotes and speakers\n')
  const report = await evaluateQuotes()
  if (!report) {
    say('skipped: quotes/*.dev.jsonl are absent')
    return []
  }
  for (const line of report.lines) say(line)
  const { quoted, all, gum } = report
  return [
    { name: 'quotes PolNeAR F1', value: 100 * quoted.f1 },
    { name: 'quotes PolNeAR speaker strict', value: 100 * quoted.speakerAccStrict },
    { name: 'quotes PolNeAR joint F1', value: 100 * quoted.jointF1 },
    { name: 'quotes PolNeAR all types F1', value: 100 * all.f1 },
    { name: 'quotes GUM F1', value: 100 * gum.f1 },
    { name: 'quotes GUM joint F1', value: 100 * gum.jointF1 },
  ]
}
