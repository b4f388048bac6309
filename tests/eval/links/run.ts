import { keepFloors } from '../report.ts'
import { measureLinks } from './measure.ts'

/* Measures the links to passages alone: node tests/eval/links/run.ts */
process.exitCode = keepFloors(await measureLinks()) ? 0 : 1
