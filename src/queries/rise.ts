/** How often something came up, in a stretch of time and before it. */
export interface NowAndBefore {
  readonly now: number
  readonly before: number
}

/** How far something rose. */
export interface Rise {
  /** Dunning's G²: how badly equal shares would explain the counts. */
  readonly surprise: number
  /** Its share of the articles over that before, drawn towards 1 where there are few. */
  readonly times: number
}

/** G² beyond which equal shares are given up: chance alone exceeds it once in a hundred times (χ², one degree of freedom). */
const leastSurprise = 6.63

/**
 * Whether a share rose, and how far. Counts are held against all articles of their time, so that busy days make no trends.
 *
 * Surprise is the log-likelihood ratio of two Poisson rates (T. Dunning, "Accurate Methods for the Statistics of Surprise
 * and Coincidence", Computational Linguistics 19:1, 1993; for two bodies of text as P. Rayson and R. Garside, "Comparing
 * Corpora using Frequency Profiling", 2000): unlike a quotient it knows that nine after three is more than three after one.
 * The factor adds a half to each count (J. B. S. Haldane, 1956), so that something new is not infinitely more.
 * @returns undefined where the share did not rise, chance explains it, or there is nothing to compare with
 * @example riseOf({ now: 9, before: 2 }, { now: 40, before: 160 })  // => { surprise: 19.4…, times: 14.9… }
 */
export function riseOf(count: NowAndBefore, all: NowAndBefore): Rise | undefined {
  if (all.now === 0 || all.before === 0) return undefined
  const share = (count.now + count.before) / (all.now + all.before)
  const surprise = 2 * (part(count.now, share * all.now) + part(count.before, share * all.before))
  const isMore = count.now * all.before > count.before * all.now
  if (!isMore || surprise < leastSurprise) return undefined
  return { surprise, times: (count.now + 0.5) / (all.now + 1) / ((count.before + 0.5) / (all.before + 1)) }
}

function part(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected)
}
