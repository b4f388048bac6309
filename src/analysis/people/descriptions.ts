import type { Token } from '../quotes/tokens.ts'
import { bare } from './bare.ts'
import { endOfDescription } from './description-extent.ts'
import type { Entity } from './entities.ts'
import type { Mention } from './mentions.ts'
import { genderOfNoun, groupNouns, isPersonNoun } from './person-nouns.ts'
import { titles } from './titles.ts'

/**
 * Gives descriptions the entity that they mean where the text says so: beside a name ("the mayor, Ann Roe,", "Ann
 * Roe, a baker,"), and "the mayor" alone where exactly one named person is presented as mayor and no other mayor
 * is spoken of. The others stay without.
 */
export function linkDescriptions<M extends Mention>(
  tokens: readonly Token[],
  mentions: readonly M[],
): readonly M[] {
  const beside = mentions.map((mention, index) => {
    return appositionOf(tokens, mentions, index) ?? holderOfBoth(tokens, mentions, index) ?? mention.entity
  })
  beside.forEach((entity, index) => {
    const mention = mentions[index]
    if (mention?.kind === 'nominal' && entity?.gender === 'unknown')
      entity.gender = genderOfNoun(tokens[mention.head]?.lower ?? '')
  })
  const holders = holdersOf(tokens, mentions, beside)
  return mentions.map((mention, index) => {
    if (mention.kind !== 'nominal') return mention
    const entity = beside[index] ?? holderOf(tokens, mention, holders)
    return entity === undefined ? mention : { ...mention, entity }
  })
}

/** The name that stands beside a description and means the same. */
function appositionOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  index: number,
): Entity | undefined {
  const mention = mentions[index]
  if (mention?.kind !== 'nominal') return undefined
  const next = nameBehind(tokens, mentions, index)
  const isNext = next !== undefined && endsNaming(tokens, next.end) && fits(tokens, mention, next.entity)
  if (isNext && isSingle(tokens, mention) && endOfDescription(tokens, mention) === next.start - 1)
    return next.entity
  const { start } = mention
  const before = mentions[index - 1]
  if (before?.kind !== 'name' || before.end !== start - 1 || tokens[start - 1]?.text !== ',') return undefined
  const means =
    isSingle(tokens, mention) && isIndependent(tokens, mention) && fits(tokens, mention, before.entity)
  return means ? before.entity : undefined
}

/** "Lawyer and former mayor Ann Roe": without an article the first role belongs to the name as well. */
function holderOfBoth(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  index: number,
): Entity | undefined {
  const mention = mentions[index]
  const name = mentions[index + 1]
  if (mention?.kind !== 'nominal' || name?.kind !== 'name' || name.entity?.kind !== 'person') return undefined
  const { start, end, head } = mention
  if (tokens[end]?.lower !== 'and' || !isBareRole(tokens, start, head)) return undefined
  const roles = tokens.slice(end + 1, name.nameStart)
  const isRole =
    roles.length > 0 && roles.length <= longestRole && roles.every(({ tag }) => /^[JN]/.test(tag))
  return isRole && isPersonNoun(bare(roles.at(-1)?.lower ?? '')) ? name.entity : undefined
}

/** The second of two roles has at most so many words. */
const longestRole = 6

function isBareRole(tokens: readonly Token[], start: number, head: number): boolean {
  const noun = tokens[head]
  if (noun === undefined || !/^NNP?$/.test(noun.tag) || !isPersonNoun(noun.lower)) return false
  return /^[JN]/.test(tokens[start]?.tag ?? '')
}

/** A description may hold so many mentions more: "the head of sales at Acme, Ann Roe,". */
const mostWithin = 4

/** The next name behind a comma. */
function nameBehind(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  index: number,
): Mention | undefined {
  for (let at = index + 1; at <= index + mostWithin; at++) {
    const mention = mentions[at]
    if (mention?.kind === 'name' && tokens[mention.start - 1]?.text === ',') return mention
  }
  return undefined
}

/** "A", "the", "its": what is named is one. */
function isSingle(tokens: readonly Token[], { start, end, head }: Mention): boolean {
  if (/S$/.test(tokens[head]?.tag ?? '')) return false
  const first = tokens[start]
  return (
    first?.tag === 'PRP$' ||
    articles.has(first?.lower ?? '') ||
    tokens.slice(start, end).some(({ tag }) => tag === 'POS')
  )
}
const articles = new Set(['a', 'an', 'the', 'another', 'one'])

/** After an apposition its sentence goes on behind a comma, or ends; "and" makes a list of it. */
function closes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.paragraph !== tokens[at - 1]?.paragraph) return true
  if (token.tag === '.' || /^[;:)—–]$/.test(token.text)) return true
  return token.text === ',' && tokens[at + 1]?.tag !== 'CC'
}

/** "The adviser, Ann Roe of Lowell": where the name comes second, its place may follow. */
function endsNaming(tokens: readonly Token[], at: number): boolean {
  return closes(tokens, at) || tokens[at]?.lower === 'of' || tokens[at]?.lower === 'at'
}

/** "Ann Roe, a baker in Lowell": "According to Roe, a baker said" has a verb there. */
function isIndependent(tokens: readonly Token[], { end }: Mention): boolean {
  const token = tokens[end]
  return closes(tokens, end) || token?.tag === 'IN' || token?.tag === 'WP' || token?.lower === 'and'
}

function fits(tokens: readonly Token[], { head }: Mention, entity: Entity | undefined): boolean {
  if (entity === undefined || entity.kind === 'place') return false
  const noun = tokens[head]?.lower ?? ''
  if (!isPersonNoun(noun))
    return entity.kind === 'organisation' || (entity.kind === 'other' && groupNouns.has(noun))
  const gender = genderOfNoun(noun)
  if (entity.kind === 'organisation') return false
  return gender === 'unknown' || entity.gender === 'unknown' || gender === entity.gender
}

/** Who is presented with a noun; `undefined` where several are, or somebody without a name. */
type Holders = ReadonlyMap<string, Entity | undefined>

function holdersOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  beside: readonly (Entity | undefined)[],
): Holders {
  const holders = new Map<string, Entity | undefined>()
  const hold = (noun: string, entity: Entity | undefined) => {
    if (!isPersonNoun(noun)) return
    holders.set(noun, holders.has(noun) && holders.get(noun) !== entity ? undefined : entity)
  }
  mentions.forEach((mention, index) => {
    const noun = tokens[mention.head]?.lower ?? ''
    const entity = beside[index]
    if (mention.kind === 'nominal' && (entity !== undefined || isNew(tokens, mention))) hold(noun, entity)
    if (mention.kind === 'name') for (const title of titlesOf(tokens, mention)) hold(title, mention.entity)
  })
  return holders
}

/** "A spokesman", "another spokesman": somebody who is not named, so that "the spokesman" may mean them. */
function isNew(tokens: readonly Token[], { start }: Mention): boolean {
  return !(tokens[start]?.lower === 'the' || tokens[start]?.tag === 'PRP$')
}

/** The offices before a name: "Premier Ann Roe", "finance minister Ann Roe"; none for "former Premier Ann Roe". */
function titlesOf(tokens: readonly Token[], { start, nameStart }: Mention): readonly string[] {
  const led = tokens[start - 1]
  const from = led?.tag === 'NN' && !led.capital && titles.has(led.lower) ? start - 1 : start
  const words = tokens.slice(Math.max(0, from - 1), nameStart).map(({ lower }) => bare(lower))
  if (words.some((word) => weakening.has(word))) return []
  const own = tokens.slice(from, nameStart).map(({ lower }) => bare(lower))
  return own
    .filter((word) => titles.has(word) && !honorifics.has(word))
    .map((word) => inFull.get(word) ?? word)
}

const weakening = new Set('vice former deputy ex late then first acting ex-president assistant'.split(' '))
const honorifics = new Set('mr mrs ms miss mx dr sir dame lord lady'.split(' '))
const inFull = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['capt', 'captain'],
  ['sgt', 'sergeant'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
])

/** "The mayor of Lowell", "the spokesman for": one of several. */
const narrowing = new Set(['of', 'for', 'at', 'in', 'from', 'who', 'whose'])

/** An article may speak of another one without ever presenting them. */
const manyHold = new Set(
  'president senator representative minister officer candidate nominee director leader judge justice lawyer'.split(
    ' ',
  ),
)

/** "The mayor" means the only mayor who is named; offices that many hold at once are not followed. */
function holderOf(tokens: readonly Token[], mention: Mention, holders: Holders): Entity | undefined {
  const { start, end, head } = mention
  if (tokens[start]?.lower !== 'the' || end - start !== 2 || narrowing.has(tokens[end]?.lower ?? ''))
    return undefined
  const noun = tokens[head]?.lower ?? ''
  if (manyHold.has(noun)) return undefined
  const entity = holders.get(noun)
  const gender = genderOfNoun(noun)
  const agrees = gender === 'unknown' || entity?.gender === 'unknown' || gender === entity?.gender
  return entity !== undefined && agrees && entity.kind !== 'organisation' ? entity : undefined
}
