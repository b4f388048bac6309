import { type Tongue, tongueOf } from '../analysis/tongues/tongue.ts'
import { findWords, stems } from '../analysis/words.ts'
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
  return {
    title: stems(draft.title, tongue),
    standfirst: stems(draft.standfirst ?? '', tongue),
    text: stems(draft.text, tongue),
    statements,
    words: writtenWords([draft.title, draft.standfirst ?? '', draft.text], tongue),
  }
}

/** The different words of some texts, as they are written, with their stems. */
function writtenWords(texts: readonly string[], tongue: Tongue): readonly WrittenWord[] {
  const words = new Map<string, string>()
  for (const { lower, stem } of texts.flatMap((text) => findWords(text, tongue))) words.set(lower, stem)
  return [...words].map(([word, stem]) => ({ word, stem }))
}
