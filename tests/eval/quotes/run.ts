import { evaluateQuotes } from './evaluate.ts'

/* Prints what quotes and speakers reach on the development data: node tests/eval/quotes/run.ts */

const report = await evaluateQuotes()
process.stdout.write(
  report === undefined ? 'skipped: the evaluation material is absent\n' : `${report.lines.join('\n')}\n`,
)
