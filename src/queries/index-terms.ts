import { tongueOf } from '../analysis/tongues/tongue.ts'
import { findWords, stems, type Word } from '../analysis/words.ts'
import type { IndexTerms } from '../archive/entry.ts'
import type { WrittenWord } from '../archive/vocabulary.ts'
import type { Analysis, Draft } from '../article.ts'

/** The stems by which an article is found again, in its language: of its parts, and of each of its statements. */
export function indexTerms(draft: Draft, analysis: Analysis): IndexTerms {
  const tongue = tongueOf(draft.language)
  const statements: string[][] = []
  for (const { statement, content } of analysis.quotes) {
    const piece = stems(draft.text.slice(content.start, content.end), tongue)
    statements[statement] = [...(statements[statement] ?? []), ...piece]
  }
  const [title, standfirst, text] = [
    findWords(draft.title, tongue),
    findWords(draft.standfirst ?? '', tongue),
    findWords(draft.text, tongue),
  ]
  return {
    title: title.map(({ stem }) => stem),
    standfirst: standfirst.map(({ stem }) => stem),
    text: text.map(({ stem }) => stem),
    statements,
    words: writtenWords([...title, ...standfirst, ...text]),
  }
}

/** The different words, as they are written, with their stems. */
function writtenWords(words: readonly Word[]): readonly WrittenWord[] {
  const stemByWord = new Map<string, string>()
  for (const { lower, stem } of words) stemByWord.set(lower, stem)
  return Array.from(stemByWord, ([word, stem]) => ({ word, stem }))
}
