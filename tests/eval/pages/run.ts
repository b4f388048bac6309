import { keepFloors } from '../report.ts'
import { measurePages } from './measure.ts'

/* Measures the reading of pages alone: node tests/eval/pages/run.ts */
process.exitCode = keepFloors(await measurePages()) ? 0 : 1
