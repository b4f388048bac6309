import { analyse } from '../../src/analysis/analyse.ts'
import { type Benchmark, type Row, shown, spreadOf, timed } from './measure.ts'
import { worstTexts } from './worst-texts.ts'

/** Characters of the texts that are compared; each is ten times the one before. */
const lengths = [10_000, 100_000, 1_000_000] as const
const rounds = 3

/** Analysis time per character as texts grow: flat means linear. */
export const growth: Benchmark = {
  name: 'growth',
  question: `Milliseconds of the whole analysis of texts of ${lengths.join(', ')} characters (best of ${rounds}); growth: time per character at the longest over that at the middle length`,
  run: async () => {
    const rows: Row[] = []
    for (const [kind, make] of Object.entries(worstTexts)) rows.push(await measure(kind, make))
    return rows
  },
}

async function measure(kind: string, make: (length: number) => string): Promise<Row> {
  const times: number[] = []
  for (const length of lengths) {
    const text = make(length)
    const runs: number[] = []
    for (let round = 0; round < rounds; round += 1)
      runs.push(await timed(() => analyse({ title: 'A title', text })))
    times.push(spreadOf(runs).min)
  }
  const [short = 0, middle = 0, long = 0] = times
  return {
    text: kind,
    '10 k': shown(short),
    '100 k': shown(middle),
    '1 M': shown(long, 0),
    growth: shown(long / middle / 10, 2),
  }
}
