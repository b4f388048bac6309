import { hashOf } from './features.ts'
import { can, lookUp } from './lexicon.ts'
import { type ReportingForm, reportingForm } from './reporting-verbs.ts'

/** What is known of a word wherever it stands; all tokens of a text that are written alike share it. */
export interface Word {
  readonly text: string
  readonly lower: string
  /** Its commonest tag. */
  readonly tag: string
  /** Kinds of word it can be: bits of `can`; 0 where the lexicon does not know it. */
  readonly bits: number
  /** Whether it begins with an upper-case letter. */
  readonly capital: boolean
  readonly hash: number
  /** Hash of the reporting verb's base form, of the word where it is none. */
  readonly lemmaHash: number
  /** The reporting verb it is a form of, or "according" before "to". */
  readonly cue: ReportingForm | undefined
}

/** Remembers words: most of a text's words stand in it often. */
export type Words = Map<string, Word>

/** What is known of a word as it is written. */
export function wordOf(words: Words, text: string): Word {
  const known = words.get(text)
  if (known !== undefined) return known
  const lower = text.toLowerCase().replaceAll('’', "'")
  const entry = lookUp(lower) ?? (text === lower ? undefined : lookUp(text))
  const first = text.charAt(0)
  const capital = first !== first.toLowerCase()
  const bits = entry?.bits ?? guessBits(lower)
  const tag = firstTag(text, lower, entry?.tag)
  const hash = hashOf(lower)
  const cue = reportingForm(lower)
  const lemmaHash = cue === undefined ? hash : hashOf(cue.lemma)
  const word: Word = { text, lower, tag, bits, capital, hash, lemmaHash, cue }
  words.set(text, word)
  return word
}

const fixedTags = new Map<string, string>([
  ["'s", 'POS'],
  ["'ve", 'VBP'],
  ["'d", 'MD'],
  ["'ll", 'MD'],
  ["'re", 'VBP'],
  ["'m", 'VBP'],
  ['that', 'IN'],
  ['to', 'TO'],
  ['the', 'DT'],
  ['a', 'DT'],
  ['as', 'IN'],
  ['whilst', 'IN'],
  ['not', 'RB'],
  ['it', 'PRP'],
  ['called', 'VBD'],
  ['—', ':'],
  ['–', ':'],
  ['-', ':'],
  ['--', ':'],
  ['…', '.'],
])

function firstTag(text: string, lower: string, known: string | undefined): string {
  const fixed = fixedTags.get(lower)
  if (fixed !== undefined) return fixed
  const first = text.charAt(0)
  if (!/[\p{L}\p{N}@#$£€]/u.test(first)) return '.?!'.includes(first) ? '.' : ','
  if (/[\d$£€]/.test(first)) return 'CD'
  if (lower.endsWith("n't")) return 'MD'
  if (lower.startsWith('co-') && known?.startsWith('V')) return 'NN'
  if (known !== undefined) return known
  if (first !== first.toLowerCase()) return 'NNP'
  return guessTag(lower)
}

function guessTag(lower: string): string {
  if (lower.endsWith('ing')) return 'VBG'
  if (lower.endsWith('ed')) return 'VBD'
  if (lower.endsWith('ly')) return 'RB'
  if (/(?:able|ible|ous|ive|ful|less|ish|ic|al)$/.test(lower) || lower.includes('-')) return 'JJ'
  return /[^s]s$/.test(lower) ? 'NNS' : 'NN'
}

function guessBits(lower: string): number {
  if (lower.endsWith('ing')) return can.gerund | can.noun
  if (lower.endsWith('ed')) return can.past | can.participle
  if (/[^s]s$/.test(lower)) return can.plural | can.present
  return can.noun
}
