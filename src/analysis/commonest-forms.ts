import { joint, mostWords } from './phrases.ts'
import type { Reading } from './reading.ts'
import type { Word } from './words.ts'

/**
 * The form in which an article writes each of the terms most often, by stem; of equals the first. A term of several
 * words is its stems joined by spaces.
 */
export function commonestForms(reading: Reading, terms: ReadonlySet<string>): ReadonlyMap<string, string> {
  const { input, words, title, standfirst } = reading
  const counts = new Map<string, Map<string, number>>([...terms].map((stem) => [stem, new Map()]))
  const beginnings = new Set([...terms].map((stem) => stem.split(' ', 1)[0] ?? ''))
  const note = (text: string, stretch: readonly Word[]): void => {
    for (const [from, first] of stretch.entries()) {
      if (beginnings.has(first.stem)) noteForms(counts, text, stretch.slice(from, from + mostWords))
    }
  }
  for (const sentence of words) note(input.text, sentence)
  note(input.standfirst ?? '', standfirst)
  note(input.title, title)
  return new Map([...counts].map(([stem, forms]) => [stem, mostFrequent(forms)]))
}

/** Notes the forms of the terms that begin with the first of the words. */
function noteForms(
  counts: ReadonlyMap<string, Map<string, number>>,
  text: string,
  words: readonly Word[],
): void {
  const start = words[0]?.start ?? 0
  let end = start
  const stems: string[] = []
  for (const word of words) {
    if (stems.length > 0 && !joint.test(text.slice(end, word.start))) return
    stems.push(word.stem)
    end = word.end
    const forms = counts.get(stems.join(' '))
    const form = withLastPoint(text, start, end)
    forms?.set(form, (forms.get(form) ?? 0) + 1)
  }
}

/** The point after "U.S" belongs to it, the one after "Ukraine" to the sentence. */
function withLastPoint(text: string, start: number, end: number): string {
  const form = text.slice(start, end)
  return text[end] === '.' && /\.\p{L}$/u.test(form) ? `${form}.` : form
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let best = ''
  for (const [form, count] of forms) if (count > (forms.get(best) ?? 0)) best = form
  return best
}
