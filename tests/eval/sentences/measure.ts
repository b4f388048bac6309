import { findSentences } from '../../../src/analysis/sentences.ts'
import { type Document, hasSet, readSet } from '../evaluation-data.ts'
import { type Figure, say, sayTable } from '../report.ts'

const set = 'sentences/gum.dev.jsonl'

interface Counts {
  right: number
  wrong: number
  missed: number
}

/** Measures sentence ends against gold, by genre, beside Intl.Segmenter alone. Paragraph ends are given and do not count. */
export function measureSentences(): readonly Figure[] {
  say('\n## Sentence ends (F1)\n')
  if (!hasSet(set)) {
    say(`skipped: ${set} is absent`)
    return []
  }
  const documents = readSet(set)
  const genres = [...new Set(documents.map(({ genre }) => genre ?? ''))].sort()
  const rows = ['all', ...genres].map((genre) => {
    const chosen = documents.filter((document) => genre === 'all' || document.genre === genre)
    return {
      genre,
      ours: f1(chosen, ourEnds),
      segmenter: f1(chosen, segmenterEnds),
      documents: chosen.length,
    }
  })
  sayTable([
    ['genre', 'documents', 'Intl.Segmenter', 'ours'],
    ...rows.map((row) => [row.genre, `${row.documents}`, row.segmenter.toFixed(1), row.ours.toFixed(1)]),
  ])
  return rows
    .filter(({ genre }) => genre === 'all' || genre === 'news')
    .map(({ genre, ours }) => ({ name: `sentences ${genre} F1`, value: ours }))
}

function ourEnds(text: string): readonly number[] {
  return findSentences(text).map(({ end }) => end)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function segmenterEnds(text: string): readonly number[] {
  return [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length)
}

function f1(documents: readonly Document[], endsOf: (text: string) => readonly number[]): number {
  const counts = { right: 0, wrong: 0, missed: 0 }
  for (const { paras } of documents) countEnds(counts, paras ?? [], endsOf)
  return (200 * counts.right) / (2 * counts.right + counts.wrong + counts.missed)
}

function countEnds(
  counts: Counts,
  paragraphs: readonly (readonly string[])[],
  endsOf: (text: string) => readonly number[],
): void {
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
  const given = new Set<number>()
  const wanted = new Set<number>()
  let read = 0
  for (const sentences of paragraphs) {
    for (const sentence of sentences) {
      read += solid(sentence)
      wanted.add(read)
    }
    given.add(read)
  }
  const found = new Set(endsOf(text).map((end) => solid(text.slice(0, end))))
  const free = (ends: ReadonlySet<number>): readonly number[] => [...ends].filter((end) => !given.has(end))
  for (const end of free(found)) {
    if (wanted.has(end)) counts.right += 1
    else counts.wrong += 1
  }
  for (const end of free(wanted)) if (!found.has(end)) counts.missed += 1
}

/** Characters other than white space: the measure of places that does not depend on how a text is spaced. */
function solid(text: string): number {
  return text.replace(/\s+/g, '').length
}
