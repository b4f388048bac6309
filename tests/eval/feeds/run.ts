import { keepFloors } from '../report.ts'
import { measureFeeds } from './measure.ts'

/* Measures the reading of feeds alone: node tests/eval/feeds/run.ts */
process.exitCode = keepFloors(await measureFeeds()) ? 0 : 1
