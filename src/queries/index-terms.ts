import { findWords, stems } from '../analysis/words.ts'
import type { IndexTerms } from '../archive/entry.ts'
import type { WrittenWord } from '../archive/vocabulary.ts'
import type { Analysis, Draft } from '../article.ts'

/** The stems by which an article is found again: of its parts, and of each of its statements. */
export function indexTerms(draft: Draft, analysis: Analysis): IndexTerms {
  const statements: string[][] = []
  for (const { statement, content } of analysis.quotes) {
    const piece = stems(draft.text.slice(content.start, content.end))
    statements[statement] = [...(statements[statement] ?? []), ...piece]
  }
  return {
    title: stems(draft.title),
    standfirst: stems(draft.standfirst ?? ''),
    text: stems(draft.text),
    statements,
    words: writtenWords([draft.title, draft.standfirst ?? '', draft.text]),
  }
}

/** The different words of some texts, as they are written, with their stems. */
function writtenWords(texts: readonly string[]): readonly WrittenWord[] {
  const words = new Map<string, string>()
  for (const { lower, stem } of texts.flatMap(findWords)) words.set(lower, stem)
  return [...words].map(([word, stem]) => ({ word, stem }))
}
