import { analyse } from '../../src/analysis/analyse.ts'
import { madeUpArticle } from './made-up-articles.ts'
import { type Benchmark, type Row, shown, spreadOf, timed } from './measure.ts'

/** Characters of the texts that are compared; each is ten times the one before. */
const lengths = [10_000, 100_000, 1_000_000] as const
const rounds = 3

/** Texts of one kind at any length. */
const kinds: Readonly<Record<string, (length: number) => string>> = {
  news: (length) => madeUpArticle(1, length / 5).text.slice(0, length),
  'quotation marks only': (length) => '“"‘”'.repeat(length / 4),
  'one speaker': (length) => '“Yes I do,” Ann said. '.repeat(length / 22),
  'one sentence': (length) => 'and the mayor said that '.repeat(length / 24),
  'no spaces': (length) => 'Wellblechhütte'.repeat(length / 14),
  'capitalised words': (length) => 'Ann Lee Of Quay '.repeat(length / 16),
  'marks within marks': (length) => `${'“ ‘a '.repeat(length / 10)}${'’ ”'.repeat(length / 10)}`,
  'paragraphs of one word': (length) => 'Yes.\n\n'.repeat(length / 6),
}

/** Analysis time per character as texts grow: flat means linear. */
export const growth: Benchmark = {
  name: 'growth',
  question: `Milliseconds of the whole analysis of texts of ${lengths.join(', ')} characters (best of ${rounds}); growth: time per character at the longest over that at the middle length`,
  run: async () => {
    const rows: Row[] = []
    for (const [kind, make] of Object.entries(kinds)) rows.push(await measure(kind, make))
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
