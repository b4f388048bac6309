/** A word as articles write it. */
export interface WrittenWord {
  /** In lower case. */
  readonly word: string
  readonly stem: string
}

/** A word that looks like another. */
export interface LikeWord extends WrittenWord {
  /** Articles that hold its stem and that the viewer sees; at least 1, counted to 100. */
  readonly articles: number
}

/** Shorter words have too few letters to be told from one another; longer ones are not typed. */
const shortest = 4
const longest = 24

/** Whether a word is suggested: letters alone, four to 24. */
export function isSuggested(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+$/u.test(word)
}

/** Whether a word may be one of these with a letter wrong, too many or too few. */
export function isSuggestible(word: string): boolean {
  return word.length >= shortest - 1 && word.length <= longest + 1 && /^\p{L}+$/u.test(word)
}

/**
 * The runs of three letters of a word, its beginning and end marked.
 * @example wordPieces('ferry')  // => ['^fe', 'fer', 'err', 'rry', 'ry$']
 */
export function wordPieces(word: string): readonly string[] {
  const letters = [...`^${word}$`]
  return [...new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))]
}
