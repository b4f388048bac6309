import { keepFloors } from '../report.ts'
import { measureSearch } from './measure.ts'

/* Measures the order of search results alone: node tests/eval/search/run.ts */
process.exitCode = keepFloors(await measureSearch()) ? 0 : 1
