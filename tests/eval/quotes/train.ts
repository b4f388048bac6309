import { writeFileSync } from 'node:fs'
import { packWeights } from '../../../src/analysis/quotes/weights.ts'
import { readGold } from './gold.ts'
import { prepare, teach } from './teach.ts'

/*
 * Trains the quote model on all development articles and writes src/analysis/quotes/weights.json:
 * node tests/eval/quotes/train.ts. What it reaches is measured by tests/eval/quotes/run.ts.
 */

const provenance =
  'tests/eval/quotes/train.ts on the annotations of PolNeAR (development part), https://github.com/networkdynamics/PolNeAR'

const gold = readGold('polnear.dev.jsonl')
if (gold === undefined) throw new Error('Cannot train the quote model: the evaluation material is absent')
const file = new URL('../../../src/analysis/quotes/weights.json', import.meta.url)
const packed = packWeights(teach(prepare(gold)), provenance)
writeFileSync(file, `${JSON.stringify(packed, null, 2)}\n`)
