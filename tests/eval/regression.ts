/** What is learnt from: the indexes of its features, and 1 for yes, 0 for no. */
export interface Example {
  readonly features: readonly number[]
  readonly yes: number
}

const epochs = 8
const rate = 0.05
const decay = 1e-3

/** Logistic regression by AdaGrad, examples in an order shuffled by a fixed seed, weights averaged over the last epochs. */
export function regress(examples: readonly Example[], size: number): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(0.01)
  const average = new Float64Array(size)
  const order = [...examples]
  const random = randomNumbers(7)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const example of order) learn(example, weights, squares)
    if (epoch >= epochs - 3)
      for (const [index, weight] of weights.entries()) average[index] = (average[index] ?? 0) + weight / 3
  }
  return average
}

function learn({ features, yes }: Example, weights: Float64Array, squares: Float64Array): void {
  let odds = 0
  for (const index of features) odds += weights[index] ?? 0
  const error = 1 / (1 + Math.exp(-odds)) - yes
  for (const index of features) {
    const weight = weights[index] ?? 0
    const gradient = error + decay * weight
    const square = (squares[index] ?? 0) + gradient * gradient
    squares[index] = square
    weights[index] = weight - (rate * gradient) / Math.sqrt(square)
  }
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [items[last], items[other]]
    if (a !== undefined && b !== undefined) [items[last], items[other]] = [b, a]
  }
}

/** Numbers in [0, 1) that are the same on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}
