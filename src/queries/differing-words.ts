import { findWords, type Word } from '../analysis/words.ts'
import type { Span } from '../article.ts'

/** How a statement differs from the words that were asked for. Both lists in reading order, neighbours joined. */
export interface Difference {
  /** Stretches of the statement that say something else, between its first and last word that was asked for. */
  readonly said: readonly Span[]
  /** Stretches of what was asked for that the statement says nowhere. */
  readonly asked: readonly Span[]
}

/** Words of a statement that are looked at: what is asked for is shorter, and each is held against each of its words. */
const maxWords = 400

/**
 * Lays what was asked for along a statement so that most words agree in order (their longest common subsequence), and
 * says where they don't. Words are compared by their stems.
 * @example differingWords('never give up', 'we never gave up')  // => said: "gave", asked: "give"
 */
export function differingWords(asked: string, said: string): Difference {
  const [wanted, words] = [findWords(asked).slice(0, maxWords), findWords(said).slice(0, maxWords)]
  const pairs = commonInOrder(wanted, words)
  const agreedWords = new Set(pairs.map(([, other]) => other))
  const first = pairs[0]?.[1] ?? words.length
  const last = pairs.at(-1)?.[1] ?? -1
  const spoken = new Set(words.map(({ stem }) => stem))
  return {
    said: stretches(words, (index) => index > first && index < last && !agreedWords.has(index)),
    // A word said in another place is said.
    asked: stretches(wanted, (index) => !spoken.has(wanted[index]?.stem ?? '')),
  }
}

/** Indexes of the words that agree, in order: as many as possible, and of those the earliest. */
function commonInOrder(
  first: readonly Word[],
  second: readonly Word[],
): readonly (readonly [number, number])[] {
  const width = second.length + 1
  // longest[i, j]: how many words of first[i…] and second[j…] agree in order.
  const longest = new Uint16Array((first.length + 1) * width)
  const at = (one: number, other: number): number => longest[one * width + other] ?? 0
  const agree = (one: number, other: number): boolean => first[one]?.stem === second[other]?.stem
  for (let one = first.length - 1; one >= 0; one--) {
    for (let other = second.length - 1; other >= 0; other--) {
      longest[one * width + other] = agree(one, other)
        ? at(one + 1, other + 1) + 1
        : Math.max(at(one + 1, other), at(one, other + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let one = 0, other = 0; one < first.length && other < second.length; ) {
    if (agree(one, other)) pairs.push([one++, other++])
    else if (at(one, other + 1) >= at(one + 1, other)) other++
    else one++
  }
  return pairs
}

/** The words at these indexes, neighbours as one span. */
function stretches(words: readonly Word[], isMeant: (index: number) => boolean): readonly Span[] {
  const spans: Span[] = []
  for (const [index, { start, end }] of words.entries()) {
    if (!isMeant(index)) continue
    const before = index > 0 && isMeant(index - 1) ? spans.pop() : undefined
    spans.push({ start: before?.start ?? start, end })
  }
  return spans
}
