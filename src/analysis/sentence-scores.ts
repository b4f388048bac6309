import { inverseFrequency } from './document-frequencies.ts'
import type { Reading } from './reading.ts'

/** First version: how much of what the article is about a sentence holds, sooner being better. */
export function scoreSentences({ words, terms, title }: Reading): readonly number[] {
  const inTitle = new Set(title.map((word) => word.stem))
  return words.map((sentence, index) => {
    let weight = 0
    for (const stem of new Set(sentence.map((word) => word.stem))) {
      const term = terms.get(stem)
      if (term) weight += Math.log1p(term.count) * inverseFrequency(stem) * (inTitle.has(stem) ? 4 : 1)
    }
    return weight / Math.sqrt(sentence.length + 5) + 8 / (index + 1)
  })
}
