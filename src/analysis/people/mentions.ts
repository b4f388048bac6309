import type { Span } from '../../article.ts'
import { can } from '../quotes/lexicon.ts'
import type { Token } from '../quotes/tokens.ts'
import type { Entity, NameMention } from './entities.ts'

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

const modifierTags = new Set([
  'DT',
  'PRP$',
  'JJ',
  'JJR',
  'JJS',
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
const nounTags = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'FW'])
/** Noun phrases are not followed further: lists and headlines are not speakers. */
const longestPhrase = 12

/** Finds every name, pronoun and noun phrase that could be a speaker, in reading order. */
export function findMentions(tokens: readonly Token[], names: readonly NameMention[]): readonly Mention[] {
  const mentions: Mention[] = []
  let index = 0
  let nextName = 0
  while (index < tokens.length) {
    while ((names[nextName]?.start ?? Number.POSITIVE_INFINITY) < index) nextName++
    const name = names[nextName]
    if (name?.start === index) {
      mentions.push(mentionOfName(name))
      index = name.end
      continue
    }
    const found =
      pronounAt(tokens, index) ?? nominalAt(tokens, index, name?.start ?? Number.POSITIVE_INFINITY)
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
 * A noun phrase from `start` whose head is a common noun. It ends before the next name: "spokesman Tom Doe" is the
 * name's own mention, with the words before it as its role.
 */
function nominalAt(tokens: readonly Token[], start: number, nameAt: number): Mention | undefined {
  const first = tokens[start]
  if (first === undefined) return undefined
  let index = start
  let head = -1
  while (index - start < longestPhrase && index < tokens.length) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== first.paragraph || token.region !== first.region) break
    if (index > start && (token.tag === 'DT' || token.tag === 'PRP$')) break
    if (!modifierTags.has(token.tag) || (token.tag === 'RB' && head >= 0)) break
    if (index < nameAt && nounTags.has(token.tag)) head = index
    if (index >= nameAt) {
      // A name inside: go on only over a possessive ("the Roe campaign's manager").
      if (head >= 0 && head < nameAt && tokens[nameAt - 1] === tokens[head]) return undefined
      if (nounTags.has(token.tag)) head = index
    }
    index++
  }
  if (head < 0) return quantityAt(tokens, start)
  return { kind: 'nominal', start, nameStart: start, end: head + 1, head }
}

/** "Some", "others", "31 percent": speakers without a noun. */
function quantityAt(tokens: readonly Token[], start: number): Mention | undefined {
  const token = tokens[start]
  if (token === undefined || !otherPronouns.has(token.lower)) return undefined
  return { kind: 'nominal', start, nameStart: start, end: start + 1, head: start }
}

const followers = new Set('of for at with from in on to familiar close who involved'.split(' '))
const reach = 14

/** Where a description ends with what follows its noun: "a spokeswoman for the city", "officials close to the talks". */
export function endOfDescription(tokens: readonly Token[], mention: Mention): number {
  let end = mention.end
  for (let index = end; index < mention.end + reach; index++) {
    const token = tokens[index]
    const head = tokens[mention.head]
    if (token === undefined || token.paragraph !== head?.paragraph || token.region !== head.region) break
    if (nounTags.has(token.tag)) end = index + 1
    else if (!modifierTags.has(token.tag) && !(followers.has(token.lower) && token.lower !== 'who')) break
    else if (token.bits & can.past && token.tag === 'VBD') break
  }
  return end
}

/** The mention's span in the text. */
export function spanOf(tokens: readonly Token[], from: number, end: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
}
