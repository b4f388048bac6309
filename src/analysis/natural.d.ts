/**
 * The parts of `natural` that are imported by path, typed as far as they are used. Its main entry is never loaded:
 * that costs half a second and over 100 MB and opens four database drivers. Each of these costs 1 to 10 ms.
 */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porterStemmer: { stem(token: string): string }
  export default porterStemmer
}

declare module 'natural/lib/natural/util/stopwords.js' {
  const stopWords: { readonly words: readonly string[] }
  export default stopWords
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distances: {
    /** `restricted`: swaps of neighbours, each letter edited once. */
    DamerauLevenshteinDistance(source: string, target: string, options: { restricted: boolean }): number
  }
  export default distances
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** 1 for equal texts, 0 for texts without a letter in common. */
  export default function jaroWinkler(first: string, second: string, options: object): number
}
