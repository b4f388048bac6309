/** What came of a drill. */
export interface DrillResult {
  /** What was done and counted, in the order in which it is printed. */
  readonly figures: Readonly<Record<string, unknown>>
  /** Each thing that is not as it should be, in words; none: all went well. */
  readonly wrong: readonly string[]
}

/** Something bad that is done to a bot on purpose, and what must hold afterwards. */
export interface ScriptedDrill {
  readonly name: string
  /** What is done and what must hold, in a sentence. */
  readonly question: string
  /** The numbers that it takes after the seed, by name, with what they are where not given. */
  readonly extent: Readonly<Record<string, number>>
  /** The same seed makes the same choices; how they meet the bot's own pace, differs. */
  readonly run: (extent: Readonly<Record<string, number>> & { readonly seed: number }) => Promise<DrillResult>
}

/** Several results as one: the figures of each under its name, and whose what is wrong. */
export function asOne(results: Readonly<Record<string, DrillResult>>): DrillResult {
  const named = Object.entries(results)
  return {
    figures: Object.fromEntries(named.map(([name, { figures }]) => [name, figures])),
    wrong: named.flatMap(([name, { wrong }]) => wrong.map((what) => `${name}: ${what}`)),
  }
}
