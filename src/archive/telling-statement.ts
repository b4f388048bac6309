import { spokenWords } from './same-words.ts'

/** Fewer words seldom tell something by themselves: "We are very proud of it." */
const fewestWords = 8

/**
 * Of the statements of one day, the one to show: the first that is quoted and long enough to tell something; else the one
 * of most words, the first of several. Undefined if there are none.
 */
export function mostTelling<Told extends { readonly isQuoted: boolean; readonly pieces: readonly string[] }>(
  surestFirst: readonly Told[],
): Told | undefined {
  const told = surestFirst.map((statement) => ({ statement, words: spokenWords(statement.pieces).length }))
  const telling = told.find(({ statement, words }) => statement.isQuoted && words >= fewestWords)
  return (telling ?? told.toSorted((first, second) => second.words - first.words)[0])?.statement
}
