import type { Span } from '../../article.ts'
import { endClass } from './end-class.ts'
import { hashOf } from './features.ts'
import type { Region } from './regions.ts'
import type { ReportingForm } from './reporting-verbs.ts'
import { type Place, Token } from './tokens.ts'
import type { Word, Words } from './written-words.ts'

/**
 * The text around quotes as a row: a token outside quotation marks, or a whole region as one. What is said in a
 * quote thus never takes part in finding who said it.
 */
export interface Unit extends Span {
  /** First token. */
  readonly token: number
  /** Index of the region it is; -1 for a token. */
  readonly region: number
  readonly paragraph: number
  /** Number of the sentence around the quotes, counted through the text. */
  readonly sentence: number
  readonly tag: string
  readonly lower: string
  readonly wordHash: number
  readonly tagHash: number
  /** Hash of the reporting verb's base form, of the word where it is none. */
  readonly lemmaHash: number
  /** The reporting verb it is a form of, or "according" before "to". */
  readonly cue: ReportingForm | undefined
}

const regionTag = '“”'
const according: ReportingForm = { lemma: 'according to', group: 'according', form: 'gerund' }

const putting: ReportingForm = { lemma: 'put it', group: 'say', form: 'past' }

/** Builds the row. Sentences end at full stops outside quotes, and after quotes that end one. */
export function findUnits(
  text: string,
  tokens: readonly Token[],
  regions: readonly Region[],
): readonly Unit[] {
  const units: Token[] = []
  const looks: Words = new Map()
  let place: Place | undefined
  let endsAt = false
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const before = units.at(-1)
    if (before !== undefined && before.region >= 0 && before.region === token.region) continue
    const { paragraph } = token
    if (place === undefined || place.paragraph !== paragraph || endsAt)
      place = { paragraph, region: -1, sentence: (place?.sentence ?? -1) + 1 }
    const region = regions[token.region]
    const here = region === undefined ? place : { ...place, region: token.region }
    const unit = region === undefined ? token : new Token(wordOfRegion(looks, text, region), region, here)
    unit.standAt(index, here)
    units.push(unit)
    if (unit.lower === 'according' && tokens[index + 1]?.lower === 'to') unit.reportAs(according)
    if (unit.lower.startsWith('put') && putsIt(units, tokens[index + 1])) unit.reportAs(putting)
    endsAt = region === undefined ? isStop(tokens, index) : endsSentence(text, region)
  }
  return units
}

/** "As Ann Roe of the Gazette put it": so far before the verb the sentence's "as" stands. */
const farthestAs = 16

function putsIt(units: readonly Token[], next: Token | undefined): boolean {
  const at = units.length - 1
  if (next?.lower !== 'it' || !/^puts?$/.test(units[at]?.lower ?? '')) return false
  for (let index = at - 1; index >= at - farthestAs; index--) {
    if (units[index]?.sentence !== units[at]?.sentence || units[index] === undefined) return false
    if (units[index]?.lower === 'as') return true
  }
  return false
}

/** A region as if it were a word: one for all regions that look alike. */
function wordOfRegion(looks: Words, text: string, region: Region): Word {
  const look = lookOfRegion(text, region)
  const names = { text: regionTag, lower: regionTag, tag: regionTag }
  const hashes = { hash: hashOf(`${regionTag}${look}`), lemmaHash: hashOf(regionTag) }
  const word = looks.get(look) ?? { ...names, ...hashes, bits: 0, capital: false, cue: undefined }
  looks.set(look, word)
  return word
}

/** How a region begins and ends, which tells where the clause around it may. */
function lookOfRegion(text: string, region: Region): string {
  const first = text.charAt(region.content.start)
  const size = region.words < 3 ? 's' : 'l'
  return `${size}${first === first.toLowerCase() ? 'a' : 'A'}${endClass(text, region.content.end, region.end)}`
}

function isStop(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token?.tag !== '.') return false
  return next === undefined || next.capital || !/^\p{L}/u.test(next.text)
}

/** A quote that ends in a full stop ends its sentence, unless a small letter goes on: "Why?" she asked. */
function endsSentence(text: string, region: Region): boolean {
  const last = text.charAt(region.content.end - 1)
  const inner = /['’‘]/.test(last) ? text.charAt(region.content.end - 2) : last
  const after = text.slice(region.end, region.end + 4).trimStart()
  if (!'.?!…'.includes(inner)) return false
  if (inner !== '.' && /^\p{Lu}/u.test(after))
    return !/^\s*(?:\p{Lu}[^\s.,]*\s+){1,3}(?:said|asked|says|asks|wrote|cried|added|replied|tweeted)\b/u.test(
      text.slice(region.end, region.end + 60),
    )
  return after === '' || !/^[\p{Ll},;:)—–-]/u.test(after)
}
