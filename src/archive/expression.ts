/** One word or an exact sequence of words, as stems. Never empty. */
export type Phrase = readonly string[]

/**
 * What a text must and must not hold: of each group in `all` at least one phrase, and none of `none`.
 * `rates OR interest "central bank" -gold` is {all: [[rates, interest], [central bank]], none: [gold]}.
 * An expression with both lists empty matches everything.
 */
export interface Expression {
  readonly all: readonly (readonly Phrase[])[]
  readonly none: readonly Phrase[]
}
