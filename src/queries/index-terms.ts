import { stems } from '../analysis/words.ts'
import type { IndexTerms } from '../archive/archive.ts'
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
  }
}
