import { joint, mostWords } from './phrases.ts'
import type { Reading } from './reading.ts'

/**
 * The form in which an article writes each of the terms most often, by stem; of equals the first. A term of several
 * words is its stems joined by spaces.
 */
export function commonestForms(
  { text, words }: Reading,
  terms: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>([...terms].map((stem) => [stem, new Map()]))
  const beginnings = new Set([...terms].map((stem) => stem.split(' ', 1)[0] ?? ''))
  for (const sentence of words) {
    for (const [from, first] of sentence.entries()) {
      if (!beginnings.has(first.stem)) continue
      let stem = ''
      let end = first.start
      for (const word of sentence.slice(from, from + mostWords)) {
        if (stem !== '' && !joint.test(text.slice(end, word.start))) break
        stem = stem === '' ? word.stem : `${stem} ${word.stem}`
        end = word.end
        const forms = counts.get(stem)
        const written = text.slice(first.start, end)
        forms?.set(written, (forms.get(written) ?? 0) + 1)
      }
    }
  }
  return new Map([...counts].map(([stem, forms]) => [stem, mostFrequent(forms)]))
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let best = ''
  for (const [form, count] of forms) if (count > (forms.get(best) ?? 0)) best = form
  return best
}
