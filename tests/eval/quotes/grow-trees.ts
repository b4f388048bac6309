import type { Tree } from '../../../src/analysis/quotes/trees.ts'

/**
 * A choice among rows, some of which are right; `start` is what each scores before any tree. A single row is a
 * yes-or-no question: it is chosen against a score of 0.
 */
export interface RankedChoice {
  readonly rows: readonly (readonly number[] | Float64Array)[]
  readonly start: readonly number[]
  readonly right: readonly boolean[]
}

/** Chosen by cross-validation; neighbours of these values do as well. */
const treesGrown = 100
const depth = 4
const rate = 0.1
/** Keeps the values of small leaves small. */
const damping = 5
const fewestInLeaf = 40
const leastCurvature = 2
const leastGain = 0.5
/** Share of the choices that each tree sees. */
const sampled = 0.8
/** Thresholds tried for a column: its quantiles. */
const mostThresholds = 23

/**
 * Grows trees that tell right from wrong rows within each choice (gradient boosting of a softmax over the rows, with
 * second-order leaves as in Chen and Guestrin, "XGBoost", 2016). Deterministic.
 */
export function growTrees(choices: readonly RankedChoice[]): readonly Tree[] {
  const field = new Field(choices.filter(({ rows, right }) => rows.length === 1 || right.some(Boolean)))
  return Array.from({ length: treesGrown }, (_, round) => field.grow(round))
}

/** All rows in columns of threshold numbers, with their scores so far. */
class Field {
  readonly #choices: readonly RankedChoice[]
  readonly #firsts: readonly number[]
  readonly #thresholds: readonly (readonly number[])[]
  readonly #columns: readonly Uint8Array[]
  readonly #scores: Float64Array
  readonly #slopes: Float64Array
  readonly #curvatures: Float64Array

  constructor(choices: readonly RankedChoice[]) {
    const rows = choices.flatMap((choice) => choice.rows)
    const width = rows[0]?.length ?? 0
    let first = 0
    this.#choices = choices
    this.#firsts = choices.map((choice) => {
      first += choice.rows.length
      return first - choice.rows.length
    })
    this.#thresholds = Array.from({ length: width }, (_, column) => thresholdsOf(rows, column))
    this.#columns = this.#thresholds.map((thresholds, column) =>
      Uint8Array.from(rows, (row) => placeOf(thresholds, row[column] ?? 0)),
    )
    this.#scores = Float64Array.from(choices.flatMap(({ start }) => start))
    this.#slopes = new Float64Array(rows.length)
    this.#curvatures = new Float64Array(rows.length)
  }

  grow(round: number): Tree {
    const seen = this.#look(round)
    const tree = this.#split(seen, depth)
    const leaves = (rows: Int32Array, at: Tree): void => {
      if (typeof at === 'number') {
        for (const row of rows) this.#scores[row] = (this.#scores[row] ?? 0) + at
        return
      }
      const [column, most, yes, no] = at
      const place = (this.#thresholds[column] ?? []).indexOf(most)
      const [low, high] = this.#part(rows, column, place)
      leaves(low, yes)
      leaves(high, no)
    }
    leaves(
      Int32Array.from(this.#scores, (_, row) => row),
      tree,
    )
    return tree
  }

  /** Slopes of the choices that this round sees; the rows of these. */
  #look(round: number): Int32Array {
    const seen: number[] = []
    this.#choices.forEach(({ rows, right }, index) => {
      if (hashOf(index, round) >= sampled) return
      const first = this.#firsts[index] ?? 0
      const scores = Array.from(rows, (_, at) => this.#scores[first + at] ?? 0)
      const top = Math.max(...scores)
      const powers = scores.map((score) => Math.exp(score - top))
      const no = rows.length === 1 ? Math.exp(-top) : 0
      const all = powers.reduce((sum, power) => sum + power, no)
      const good = powers.reduce((sum, power, at) => (right[at] ? sum + power : sum), 0)
      powers.forEach((power, at) => {
        const chance = power / all
        this.#slopes[first + at] = (right[at] ? power / good : 0) - chance
        this.#curvatures[first + at] = Math.max(chance * (1 - chance), 1e-3)
        seen.push(first + at)
      })
    })
    return Int32Array.from(seen)
  }

  #split(rows: Int32Array, levels: number): Tree {
    const all = this.#sums(rows)
    const leaf = round4((rate * all.slope) / (all.curvature + damping))
    if (levels === 0 || rows.length < fewestInLeaf) return leaf
    let best = { gain: leastGain, column: -1, place: -1 }
    this.#columns.forEach((_, column) => {
      const found = this.#bestPlace(rows, column, all)
      if (found.gain > best.gain) best = { ...found, column }
    })
    const most = this.#thresholds[best.column]?.[best.place]
    if (most === undefined) return leaf
    const [low, high] = this.#part(rows, best.column, best.place)
    return [best.column, most, this.#split(low, levels - 1), this.#split(high, levels - 1)]
  }

  #sums(rows: Int32Array): Sums {
    let slope = 0
    let curvature = 0
    for (const row of rows) {
      slope += this.#slopes[row] ?? 0
      curvature += this.#curvatures[row] ?? 0
    }
    return { slope, curvature }
  }

  #bestPlace(rows: Int32Array, column: number, all: Sums): { gain: number; place: number } {
    const places = this.#columns[column] as Uint8Array
    const slopes = new Float64Array(mostThresholds + 1)
    const curvatures = new Float64Array(mostThresholds + 1)
    for (const row of rows) {
      const place = places[row] ?? 0
      slopes[place] = (slopes[place] ?? 0) + (this.#slopes[row] ?? 0)
      curvatures[place] = (curvatures[place] ?? 0) + (this.#curvatures[row] ?? 0)
    }
    let best = { gain: 0, place: -1 }
    const low = { slope: 0, curvature: 0 }
    for (let place = 0; place < (this.#thresholds[column]?.length ?? 0); place++) {
      low.slope += slopes[place] ?? 0
      low.curvature += curvatures[place] ?? 0
      const high = { slope: all.slope - low.slope, curvature: all.curvature - low.curvature }
      if (low.curvature < leastCurvature || high.curvature < leastCurvature) continue
      const gain = worth(low) + worth(high) - worth(all)
      if (gain > best.gain) best = { gain, place }
    }
    return best
  }

  #part(rows: Int32Array, column: number, place: number): [Int32Array, Int32Array] {
    const places = this.#columns[column] as Uint8Array
    return [
      rows.filter((row) => (places[row] ?? 0) <= place),
      rows.filter((row) => (places[row] ?? 0) > place),
    ]
  }
}

interface Sums {
  readonly slope: number
  readonly curvature: number
}

function worth({ slope, curvature }: Sums): number {
  return (slope * slope) / (curvature + damping)
}

function thresholdsOf(rows: RankedChoice['rows'], column: number): readonly number[] {
  const values = rows.map((row) => row[column] ?? 0).sort((a, b) => a - b)
  const different = [...new Set(values)]
  if (different.length <= mostThresholds + 1)
    return different.slice(0, -1).map((value, at) => round4((value + (different[at + 1] ?? value)) / 2))
  const quantiles = Array.from({ length: mostThresholds }, (_, at) => {
    return round4(values[Math.floor((values.length * (at + 1)) / (mostThresholds + 1))] ?? 0)
  })
  return [...new Set(quantiles)]
}

/** How many thresholds lie below a value. */
function placeOf(thresholds: readonly number[], value: number): number {
  let place = 0
  while (place < thresholds.length && value > (thresholds[place] ?? 0)) place++
  return place
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** A number from 0 to 1 that two small whole numbers decide. */
function hashOf(a: number, b: number): number {
  let hash = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}
