/**
 * Numbers from 0 to 1 that look random and are the same for the same seed: Numerical Recipes' linear congruential
 * generator, more is not needed for made-up news.
 */
export function repeatable(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
