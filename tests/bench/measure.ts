/** Smallest, middle and largest of some figures. */
export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

/** The spread of one or more figures. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (index: number): number => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    min: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    max: at(sorted.length - 1),
  }
}

/** Median and 99th percentile of one or more figures, as "1.0 / 2.5". */
export function medianAndP99(figures: readonly number[]): string {
  return `${shown(percentile(figures, 0.5))} / ${shown(percentile(figures, 0.99))}`
}

/** The figure below which this share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A row of a benchmark's table: what was measured, and its figures as they are to be printed. */
export type Row = Readonly<Record<string, string | number>>

/** One question, answered by measuring. */
export interface Benchmark {
  readonly name: string
  /** What is measured beside what, in a sentence. */
  readonly question: string
  readonly run: () => Promise<readonly Row[]>
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Processor milliseconds that this thread has taken so far, in steps of some: what others do on the machine counts little. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** A figure with so many digits behind the point, for tables. */
export function shown(figure: number, digits = 1): string {
  return figure.toFixed(digits)
}
