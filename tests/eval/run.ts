import { measureKeywords } from './keywords/measure.ts'
import { keepFloors, say } from './report.ts'
import { measureSentences } from './sentences/measure.ts'
import { measureSummaries } from './summaries/measure.ts'

/*
 * npm run eval: measures the analysis on annotated news where it lies beside the checkout (../shared/eval), prints
 * what it finds, and fails under the floors of floors.json. Sets that are absent are skipped, and said to be.
 */

say('# Quality of the analysis')
const figures = [...measureSentences(), ...(await measureSummaries()), ...measureKeywords()]
say('\n## Floors\n')
process.exitCode = keepFloors(figures) ? 0 : 1
