import type { Span } from '../../article.ts'
import { can, lookUp } from './lexicon.ts'
import type { Region } from './regions.ts'

/** A word or a punctuation mark, with what the rest of the reading needs to know of it. */
export interface Token extends Span {
  readonly text: string
  readonly lower: string
  /** Coarse part of speech: Penn tags, "." for ends of sentences, "," for other punctuation. */
  tag: string
  /** Kinds of word it can be: bits of `can`; 0 where the lexicon does not know it. */
  readonly bits: number
  readonly paragraph: number
  /** Index of the region it stands in, its marks included; -1 outside. */
  readonly region: number
  /** Whether it begins with an upper-case letter. */
  readonly capital: boolean
}

const tokenPattern =
  /[\p{L}\p{N}@#$£€][\p{L}\p{N}]*(?:['’.&/-][\p{L}\p{N}]+|,\d+)*\.?%?|\.{2,}|([^\s\p{L}\p{N}])\1*/gu

/** Abbreviations that keep their full stop; sentences are not ended by them. */
const abbreviations = new Set(
  (
    'mr mrs ms dr sen sens rep reps gov govs gen lt col capt maj sgt cmdr adm prof rev hon pres atty st jr sr ' +
    'inc corp co ltd bros vs etc no dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore ' +
    'pa penn tenn tex va vt wash wis wyo messrs supt'
  ).split(' '),
)
const cliticPattern = /['’](?:s|ve|d|ll|re|m)$/i

/** Splits a text into words and punctuation, paragraph by paragraph; "'s" and its like are words of their own. */
export function findTokens(text: string, paragraphs: readonly Span[], regions: readonly Region[]): Token[] {
  const tokens: Token[] = []
  const words: Words = new Map()
  let region = 0
  paragraphs.forEach((paragraph, index) => {
    const within = text.slice(paragraph.start, paragraph.end)
    for (const match of within.matchAll(tokenPattern)) {
      const start = paragraph.start + match.index
      while ((regions[region]?.end ?? Number.POSITIVE_INFINITY) <= start) region++
      const inside = (regions[region]?.start ?? Number.POSITIVE_INFINITY) <= start
      pushWord(tokens, match[0], { start, paragraph: index, region: inside ? region : -1, words })
    }
  })
  return tokens
}

interface Place {
  readonly start: number
  readonly paragraph: number
  readonly region: number
}

function pushWord(tokens: Token[], raw: string, { words, ...place }: Place & { words: Words }): void {
  let word = raw
  let stop = ''
  if (word.length > 1 && word.endsWith('.') && !keepsStop(word)) {
    word = word.slice(0, -1)
    stop = '.'
  }
  const clitic = word.match(cliticPattern)?.[0] ?? ''
  if (clitic.length < word.length) word = word.slice(0, word.length - clitic.length)
  let start = place.start
  for (const part of [word, clitic, stop]) {
    if (part === '') continue
    const { text, lower, tag, bits, capital } = wordOf(words, part)
    const { paragraph, region } = place
    const end = start + part.length
    tokens.push({ start, end, text, lower, tag, bits, paragraph, region, capital })
    start = end
  }
}

/** Initials ("J."), "U.S." and known abbreviations. */
function keepsStop(word: string): boolean {
  const bare = word.slice(0, -1)
  if (/^\p{Lu}$/u.test(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(bare)) return true
  // "D-Mass."
  return abbreviations.has(bare.slice(bare.lastIndexOf('-') + 1).toLowerCase())
}

type Word = Pick<Token, 'text' | 'lower' | 'tag' | 'bits' | 'capital'>

/** Remembers words: most of a text's words stand in it often. */
type Words = Map<string, Word>

function wordOf(words: Words, text: string): Word {
  const known = words.get(text)
  if (known !== undefined) return known
  const lower = text.toLowerCase().replaceAll('’', "'")
  const entry = lookUp(lower) ?? (text === lower ? undefined : lookUp(text))
  const first = text.charAt(0)
  const capital = first !== first.toLowerCase()
  const bits = entry?.bits ?? guessBits(lower)
  const word = { text, lower, tag: firstTag(text, lower, entry?.tag), bits, capital }
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
