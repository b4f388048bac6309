import type { Span } from '../../article.ts'
import type { Token } from '../quotes/tokens.ts'
import type { Entity, NameMention } from './entities.ts'
import { endOfRatio, startOfQuantity } from './quantities.ts'

/** Words of the text that can name a speaker. Token indexes; `end` is exclusive. */
export interface Mention {
  readonly kind: 'name' | 'pronoun' | 'nominal'
  readonly start: number
  readonly end: number
  /** The word that carries the meaning: a name's last word, a description's noun. */
  readonly head: number
  /** Whom a name means; undefined for pronouns and descriptions. */
  readonly entity?: Entity
  /** First token of the name without titles; equal to `start` for other kinds. */
  readonly nameStart: number
}

/** Pronouns that can be speakers. */
export const speakerPronouns: ReadonlySet<string> = new Set('he she they it we i who you which'.split(' '))
const otherPronouns = new Set(
  'one some many others several most both another those all everyone nobody someone few'.split(' '),
)

/** Tags of words within noun phrases. */
export const modifierTags: ReadonlySet<string> = new Set([
  'DT',
  'PRP$',
  'JJ',
  'JJR',
  'JJS',
  'RBS',
  'CD',
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'POS',
  'VBN',
  'VBG',
  'RB',
  'PDT',
  'FW',
  'WP$',
])
/** Tags of words that can be the noun of a phrase. */
export const nounTags: ReadonlySet<string> = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'FW'])
/** Noun phrases are not followed further: lists and headlines are not speakers. */
const longestPhrase = 12

/** Finds every name, pronoun and noun phrase that could be a speaker, in reading order. */
export function findMentions(tokens: readonly Token[], names: readonly NameMention[]): readonly Mention[] {
  const mentions: Mention[] = []
  const byStart = new Map(names.map((name) => [name.start, name]))
  const ahead: NamesAhead = { at: (index) => byStart.get(index) }
  let index = 0
  while (index < tokens.length) {
    const name = byStart.get(index)
    if (name !== undefined) {
      mentions.push(mentionOfName(name))
      index = name.end
      continue
    }
    const found = pronounAt(tokens, index) ?? nominalAt(tokens, index, ahead)
    if (found !== undefined) mentions.push(withOwner(tokens, found, mentions.at(-1)))
    index = found?.end ?? index + 1
  }
  return mentions
}

function mentionOfName(name: NameMention): Mention {
  const { start, nameStart, end, entity } = name
  return { kind: 'name', start, nameStart, end, head: end - 1, entity }
}

/** "Roe's campaign" and "the Roe campaign" begin with their owner's name, which stays a mention of its own. */
function withOwner(tokens: readonly Token[], found: Mention, owner: Mention | undefined): Mention {
  if (found.kind !== 'nominal' || owner?.kind !== 'name' || owner.end !== found.start) return found
  const determiner = tokens[owner.start - 1]
  const start = determiner !== undefined && determiner.tag === 'DT' ? owner.start - 1 : owner.start
  return { ...found, start, nameStart: start }
}

function pronounAt(tokens: readonly Token[], index: number): Mention | undefined {
  const token = tokens[index]
  if (token === undefined || !speakerPronouns.has(token.lower)) return undefined
  return { kind: 'pronoun', start: index, nameStart: index, end: index + 1, head: index }
}

/**
 * A noun phrase from `start` whose head is a common noun. "Spokesman Tom Doe" is none: it is the name's own mention,
 * with the words before it as its role.
 */
function nominalAt(tokens: readonly Token[], start: number, ahead: NamesAhead): Mention | undefined {
  const first = tokens[start]
  if (first === undefined || continuesVerb(tokens, start) || isManner(first)) return undefined
  let index = start
  let head = -1
  while (index - start < longestPhrase) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== first.paragraph || token.region !== first.region) break
    const name = ahead.at(index)
    if (name !== undefined) {
      if (!goesOnAfter(tokens, name.end)) return head === index - 1 ? undefined : nominalOf(start, head)
      index = name.end
      continue
    }
    if (index > start && (token.tag === 'DT' || token.tag === 'PRP$')) break
    const ratio = endOfRatio(tokens, index)
    if (ratio > index) head = ratio - 1
    if (ratio > index || (head < 0 && joinsAdjectives(tokens, index))) {
      index = Math.max(ratio, index + 1)
      continue
    }
    // "Signs calling Roe a liar": what follows the noun is no part of its phrase.
    if (!modifierTags.has(token.tag) || (head >= 0 && verbal.has(token.tag))) break
    if (nounTags.has(token.tag)) head = index
    index++
  }
  return nominalOf(startOfQuantity(tokens, start), head) ?? quantityAt(tokens, start)
}

/** "The tall, grey-haired man": a comma between the adjectives of one phrase. */
function joinsAdjectives(tokens: readonly Token[], index: number): boolean {
  const isAdjective = (token: Token | undefined) => token?.tag === 'JJ' || token?.lower.includes('-') === true
  return tokens[index]?.text === ',' && isAdjective(tokens[index - 1]) && isAdjective(tokens[index + 1])
}

/** "Typically", "reasonably": no phrase begins with how or when something is done; "nearly" tells how many. */
function isManner({ tag, lower }: Token): boolean {
  return tag === 'RB' && lower.endsWith('ly') && !degrees.has(lower)
}
const degrees = new Set([
  'only',
  'nearly',
  'roughly',
  'approximately',
  'mostly',
  'hardly',
  'barely',
  'highly',
])

const verbal = new Set(['RB', 'VBG'])

/** "Has drawn crowds", "was painting houses": verbs rather than modifiers. */
function continuesVerb(tokens: readonly Token[], start: number): boolean {
  if (!/^VB[NG]$/.test(tokens[start]?.tag ?? '')) return false
  const before = tokens[start - 1]?.tag === 'RB' ? tokens[start - 2] : tokens[start - 1]
  return before !== undefined && helpers.has(before.lower)
}
const helpers = new Set("is are was were be been being am has have had having 's 're 've 'm 'd".split(' '))

function nominalOf(start: number, head: number): Mention | undefined {
  return head < start ? undefined : { kind: 'nominal', start, nameStart: start, end: head + 1, head }
}

/** "The Roe campaign", "Roe's manager": a name that only leads up to the noun. */
function goesOnAfter(tokens: readonly Token[], index: number): boolean {
  const tag = tokens[index]?.tag ?? ''
  return (
    tag === 'POS' ||
    tag === 'NN' ||
    tag === 'NNS' ||
    (tag === 'JJ' && /^NNS?$/.test(tokens[index + 1]?.tag ?? ''))
  )
}

/** The names that lie ahead while the text is read once. */
interface NamesAhead {
  /** The name that begins at a token. */
  at(index: number): NameMention | undefined
}

/** "Some", "others", "40 percent": speakers without a noun. */
function quantityAt(tokens: readonly Token[], start: number): Mention | undefined {
  const token = tokens[start]
  if (token === undefined || !otherPronouns.has(token.lower)) return undefined
  // "Most recently"
  if (tokens[start + 1]?.tag === 'RB') return undefined
  return { kind: 'nominal', start, nameStart: start, end: start + 1, head: start }
}

/** The mention's span in the text. */
export function spanOf(tokens: readonly Token[], from: number, end: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
}
