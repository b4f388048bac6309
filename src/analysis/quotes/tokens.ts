import type { Span } from '../../article.ts'
import { hashOf } from './features.ts'
import type { Region } from './regions.ts'
import type { ReportingForm } from './reporting-verbs.ts'
import { type Word, type Words, wordOf } from './written-words.ts'

/** Where tokens stand; neighbours share it. */
export interface Place {
  readonly paragraph: number
  /** Index of the region they stand in, its marks included; -1 outside. */
  readonly region: number
  /** As units: the number of their sentence, counted through the text; -1 before `findUnits`, and within regions. */
  readonly sentence: number
}

/**
 * A word or a punctuation mark, with what the rest of the reading needs to know of it. Outside quotation marks it is
 * a unit of its own, too (see units.ts): long texts have so many that one small object must do.
 */
export class Token implements Span, Place, Omit<Word, 'hash'> {
  readonly start: number
  readonly end: number
  /** As a unit: its place among the tokens; set by `findUnits`. */
  token = -1
  #tag: Tag
  #word: Word
  #place: Place

  constructor(word: Word, { start, end }: Span, place: Place) {
    this.start = start
    this.end = end
    this.#tag = tagOf(word.tag)
    this.#word = word
    this.#place = place
  }

  get paragraph(): number {
    return this.#place.paragraph
  }

  get region(): number {
    return this.#place.region
  }

  get sentence(): number {
    return this.#place.sentence
  }

  /** Makes it a unit. */
  standAt(token: number, place: Place): void {
    this.token = token
    this.#place = place
  }

  /** Coarse part of speech: Penn tags, "." for ends of sentences, "," for other punctuation. */
  get tag(): string {
    return this.#tag.name
  }

  set tag(name: string) {
    if (name !== this.#tag.name) this.#tag = tagOf(name)
  }

  get tagHash(): number {
    return this.#tag.hash
  }

  get text(): string {
    return this.#word.text
  }

  get lower(): string {
    return this.#word.lower
  }

  get bits(): number {
    return this.#word.bits
  }

  get capital(): boolean {
    return this.#word.capital
  }

  /** All names look alike to the models: they are to learn grammar, not politics. */
  get wordHash(): number {
    return this.#word.capital && this.#tag === nameTag ? nameHash : this.#word.hash
  }

  get lemmaHash(): number {
    return this.#word.lemmaHash
  }

  /** Adverbs are none: "went back" backs nobody. */
  get cue(): ReportingForm | undefined {
    return this.#tag === adverbTag ? undefined : this.#word.cue
  }

  /** Makes it a reporting word here, whatever it is elsewhere. */
  reportAs(cue: ReportingForm): void {
    this.#word = { ...this.#word, cue, lemmaHash: hashOf(cue.lemma) }
  }
}

interface Tag {
  readonly name: string
  readonly hash: number
}

/** Tags are few. */
const tags = new Map<string, Tag>()

function tagOf(name: string): Tag {
  const known = tags.get(name) ?? { name, hash: hashOf(name) }
  tags.set(name, known)
  return known
}

const nameTag = tagOf('NNP')
const adverbTag = tagOf('RB')
const nameHash = hashOf('<name>')

/** Words, full stops, one mark again and again; of longer runs of marks all but the last are one: no prose has them. */
const tokenPattern =
  /(?!(.)\1{9})[^\s\p{L}\p{N}]{40,}(?=[^\s\p{L}\p{N}])|[\p{L}\p{N}@#$£€][\p{L}\p{N}]*(?:['’.&/-][\p{L}\p{N}]+|,\d+)*\.?%?|\.{2,}|([^\s\p{L}\p{N}])\2*/gu

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
  let next = 0
  paragraphs.forEach((paragraph, index) => {
    const within = text.slice(paragraph.start, paragraph.end)
    let place: Place = { paragraph: index, region: -1, sentence: -1 }
    for (const match of within.matchAll(tokenPattern)) {
      const start = paragraph.start + match.index
      while ((regions[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
      const region = (regions[next]?.start ?? Number.POSITIVE_INFINITY) <= start ? next : -1
      if (region !== place.region) place = { ...place, region }
      pushWord(tokens, match[0], { start, place, words })
    }
  })
  return tokens
}

/** Where a run of characters stands that is split into tokens. */
interface Stretch {
  readonly start: number
  readonly place: Place
  readonly words: Words
}

function pushWord(tokens: Token[], raw: string, { words, place, ...stretch }: Stretch): void {
  let word = raw
  let stop = ''
  if (word.length > 1 && word.endsWith('.') && !keepsStop(word)) {
    word = word.slice(0, -1)
    stop = '.'
  }
  const clitic = word.match(cliticPattern)?.[0] ?? ''
  if (clitic.length < word.length) word = word.slice(0, word.length - clitic.length)
  let { start } = stretch
  for (const part of [word, clitic, stop]) {
    if (part === '') continue
    const end = start + part.length
    tokens.push(new Token(wordOf(words, part), { start, end }, place))
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
