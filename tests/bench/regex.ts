import { allExpressions } from '../regex/all-expressions.ts'
import type { Expression } from '../regex/expressions.ts'
import { type Benchmark, type Row, shown, spreadOf } from './measure.ts'

/** Characters of an attack, and of the one that is twice as long. */
const length = 65_536
/** Attacks shorter than that tell nothing about growth. */
const leastMs = 0.2
const rounds = 5
const shownRows = 10
/** Characters that stand for classes: letters, digits, white space, marks, what is none of these. */
const kinds = ['a', 'A', '0', ' ', '\n', '\t', '.', '-', '—', '"', '“', '(', '/', '@', ':', ',', 'é', '漢']

/** How the time of every regular expression grows with what it reads. */
export const regex: Benchmark = {
  name: 'regex',
  question: `Every regular expression of the program against runs of each of its own characters, of kinds of characters and of pairs of them, alone and behind a beginning that it may like, ended by what it may not; growth: time at ${2 * length} characters over that at ${length} (linear: 2, quadratic: 4), of the slowest attack on each; the ${shownRows} that grow most`,
  run: async () => {
    const expressions = allExpressions()
    const found = expressions.map(worstOf)
    const telling = found
      .filter(({ ms }) => ms >= leastMs)
      .toSorted((one, other) => other.growth - one.growth)
    const rest = { expression: `${expressions.length} in all`, attack: '', ms: '', growth: '' }
    return [...telling.slice(0, shownRows).map(rowOf), rest]
  },
}

interface Attacked extends Expression {
  readonly attack: string
  readonly ms: number
  readonly growth: number
}

function worstOf(expression: Expression): Attacked {
  const pattern = new RegExp(expression.source, expression.flags.replace(/[gy]/g, ''))
  const attacks = attacksOn(expression.source).map((make) => ({ make, ms: timeOf(pattern, make(length)) }))
  const slowest = attacks.reduce((worst, next) => (next.ms > worst.ms ? next : worst))
  const best = (size: number): number => {
    const text = slowest.make(size)
    return spreadOf(Array.from({ length: rounds }, () => timeOf(pattern, text))).min
  }
  const ms = best(length)
  return { ...expression, attack: slowest.make(8), ms, growth: best(2 * length) / ms }
}

type Attack = (size: number) => string

function attacksOn(source: string): readonly Attack[] {
  const own = [...new Set(source.replace(/\\[pP]\{[^}]*\}|\\./gu, ''))].slice(0, 30)
  const runs = [...new Set([...kinds, ...own])]
  const pairs = own.flatMap((one, index) => [`${one}${own[index + 1] ?? 'a'}`, `${one} `])
  const words = (source.match(/[\p{L}\d]{3,}/gu) ?? []).slice(0, 8)
  return [...runs, ...pairs, ...words].flatMap((run) =>
    ['', 'a', words[0] ?? '0'].flatMap((start) =>
      ['', '\u0000', '\n'].map(
        (end): Attack =>
          (size) =>
            `${start}${run.repeat(size / run.length)}${end}`,
      ),
    ),
  )
}

function timeOf(pattern: RegExp, text: string): number {
  const began = performance.now()
  pattern.test(text)
  return performance.now() - began
}

function rowOf({ place, source, flags, attack, ms, growth }: Attacked): Row {
  const shortened = source.length > 40 ? `${source.slice(0, 40)}…` : source
  return {
    expression: `\`/${shortened.replaceAll('|', '\\|')}/${flags}\` (${place})`,
    attack: `\`${JSON.stringify(attack).replaceAll('|', '\\|')}\``,
    ms: shown(ms),
    growth: shown(growth),
  }
}
