import { can } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** Tags of verbs that have a subject and a tense of their own, "will" and its like among them. */
export const finiteTag = /^(?:VB[DZP]|MD)$/

const nominal = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'WP', 'WDT', 'CD'])
const auxiliaries = new Set(
  "be is are was were been being am 's 're 'm has have had having 've get gets got".split(' '),
)
/** After these "'s" is short for "is" or "has"; elsewhere it makes an owner. */
const contracted = new Set('he she it that there here who what where how everyone everybody'.split(' '))
const determiners = new Set(['DT', 'PRP$', 'POS', 'JJ', 'WP$', 'CD', 'JJR', 'JJS'])

/**
 * Corrects each token's commonest tag by its neighbours, in place: names by their capital letter, verbs after
 * "to" and "will", nouns after "the", past tense where no auxiliary stands before.
 */
export function tagTokens(tokens: readonly Token[]): void {
  let before: Token | undefined
  let beforeThat: Token | undefined
  tokens.forEach((token, index) => {
    const [after, afterThat] = [tokens[index + 1], tokens[index + 2]]
    token.tag = tagAfter(token, { before, beforeThat, after, afterThat })
    if (token.tag === 'NN' && token.bits & can.base && isComment(tokens, index)) token.tag = 'VBP'
    if (token.tag === 'VBZ' && token.bits & can.plural && isSource(tokens, index)) token.tag = 'NNS'
    beforeThat = before
    before = token
  })
}

interface Neighbours {
  readonly before: Token | undefined
  readonly beforeThat: Token | undefined
  readonly after: Token | undefined
  readonly afterThat: Token | undefined
}

function tagAfter(token: Token, neighbours: Neighbours): string {
  const { before, beforeThat, after } = neighbours
  const { tag, bits } = token
  if (tag === 'MD' && token.capital && !takesModal(neighbours)) return 'NNP'
  if (tag === 'POS' && before !== undefined && contracted.has(before.lower)) return 'VBZ'
  if (tag.length < 2 || tag === 'CD' || tag === 'IN' || tag === 'DT') return tag
  if (tag === 'JJ' && isHead(token, neighbours)) return 'NN'
  const atStart = before === undefined || before.tag === '.' || before.paragraph !== token.paragraph
  if (token.capital && !atStart && isOpenClass(tag) && !isQuoteMark(before)) return 'NNP'
  if (before === undefined) return tag
  if ((before.tag === 'TO' || before.tag === 'MD') && bits & can.base) return 'VB'
  // "The fall", but "this is", "some have".
  if (determiners.has(before.tag) && tag.startsWith('V') && !auxiliaries.has(token.lower)) {
    const noun = nounTag(token)
    return noun === 'JJ' && !isNounish(after) && /^(?:CD|JJ)$/.test(before.tag) ? 'VBD' : noun
  }
  if (/^VB[DN]$/.test(tag) && before.tag === 'IN' && bits & can.participle && after?.tag.startsWith('N'))
    return 'VBN'
  if (tag === 'VBN' || tag === 'VBD') return pastTag(token, before, beforeThat)
  // "Roe shot back".
  if (tag === 'NN' && bits & can.past && after?.lower === 'back' && isSubject(before)) return 'VBD'
  if (tag === 'NNS' && bits & can.present && isSubject(before) && startsObject(after)) return 'VBZ'
  if (tag === 'NN' && bits & can.base && isPluralSubject(before) && startsObject(after)) return 'VBP'
  return tag
}

/** "Will go", "Will prices rise", but "Will went", "which Will claims", "Will Roe, the mayor": these follow or belong to a name. */
function takesModal({ before, after, afterThat }: Neighbours): boolean {
  if (after === undefined) return true
  if (after.capital && afterThat?.text === ',') return false
  if (/^VB[DZ]$/.test(after.tag)) return false
  if (after.tag === 'VBN') return !(after.bits & can.past)
  const isWithin = before !== undefined && before.tag !== '.' && before.paragraph === after.paragraph
  return !(isWithin && after.tag === 'NNS' && after.bits & can.present)
}

/** "His brief said", "this Roe look-alike went": a noun, for no verb follows an adjective. */
function isHead({ bits, lower }: Token, { before, beforeThat, after }: Neighbours): boolean {
  if (after === undefined || !/^VB[DZ]$/.test(after.tag) || auxiliaries.has(after.lower)) return false
  if (before?.tag === 'POS' || before?.tag === 'PRP$') return (bits & can.noun) !== 0
  return before?.tag === 'NNP' && beforeThat?.tag === 'DT' && lower.includes('-')
}

/** Whether a noun phrase can go on with it: "of retired pilots", but "two in three agreed". */
function isNounish(token: Token | undefined): boolean {
  return token !== undefined && (/^(?:N|J|CD)/.test(token.tag) || token.capital)
}

function isOpenClass(tag: string): boolean {
  return tag.startsWith('N') || tag.startsWith('J') || tag.startsWith('V') || tag === 'RB' || tag === 'FW'
}

function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && /^["“”„«»'‘’`]/.test(token.text)
}

function nounTag(token: Token): string {
  if (token.bits & can.noun) return 'NN'
  if (token.bits & can.plural) return 'NNS'
  return token.bits & (can.adjective | can.participle) ? 'JJ' : token.tag
}

function pastTag(token: Token, before: Token, beforeThat: Token | undefined): string {
  const helped =
    auxiliaries.has(before.lower) || (before.tag === 'RB' && auxiliaries.has(beforeThat?.lower ?? ''))
  if (helped) return 'VBN'
  return token.bits & can.past || token.tag === 'VBD' ? 'VBD' : 'VBN'
}

function isSubject(token: Token): boolean {
  return nominal.has(token.tag) || token.tag === 'RB'
}

/** "They campaign on", "Republicans campaign on"; but "the Roe campaign, in a letter". */
function isPluralSubject({ tag, lower }: Token): boolean {
  if (tag === 'NNP') return lower.endsWith('s')
  return tag !== 'NN' && (nominal.has(tag) || tag === 'RB')
}

/** "According to the exit polls": who is named there does nothing. "According to Roe the bridge costs": there the sentence goes on. */
function isSource(tokens: readonly Token[], index: number): boolean {
  let at = behindNouns(tokens, index)
  if (/^(?:DT|PRP\$)$/.test(tokens[at]?.tag ?? '')) at--
  return tokens[at]?.lower === 'to' && tokens[at - 1]?.lower === 'according'
}

/** “…,” court records show. Nothing but a plural and its verb behind a quote; behind a comma alone only "show". */
function isComment(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (before?.tag !== 'NNS' || (next !== undefined && next.tag !== '.')) return false
  const last = tokens[behindNouns(tokens, index)]
  return (last?.region ?? -1) >= 0 || (last?.text === ',' && token?.lower === 'show')
}

/** The last token before the nouns and adjectives that lead up to one. */
function behindNouns(tokens: readonly Token[], index: number): number {
  let at = index - 1
  while (
    at > index - longestPhrase &&
    tokens[at]?.region === tokens[index]?.region &&
    nounish.test(tokens[at]?.tag ?? '')
  )
    at--
  return at
}
const nounish = /^(?:JJ|NNS?|NNP|CD)$/
const longestPhrase = 6

function startsObject(token: Token | undefined): boolean {
  if (token === undefined) return false
  return ['DT', 'IN', 'PRP', 'PRP$', 'TO', 'NNP', ':', ',', 'CD', 'RB'].includes(token.tag)
}
