import type { Reading } from '../quotes/reading.ts'
import type { Token } from '../quotes/tokens.ts'
import { bare } from './bare.ts'
import { endOfDescription } from './description-extent.ts'
import type { Entity, NameMention } from './entities.ts'
import type { Mention } from './mentions.ts'
import { titles } from './titles.ts'

/** Roles longer than this many words are descriptions of something else. */
const longestRole = 8
const withinRole = /^(?:NN|NNS|NNP|NNPS|JJ|POS|VBN|CD|FW)$/
/** Endings of nouns for people: "adviser", "senator", "economist", "spokeswoman". */
const agentEnding = /(?:er|or|ist|man|woman|ant|ent|ian|chief|head|person)s?$/

/**
 * Tells the role in which the text presents a person: the words before one of its names ("Kremlin spokesman") or the
 * apposition after it ("a spokeswoman for the city"); undefined where it gives none. Each is sought once.
 */
export function rolesIn(reading: Reading): (entity: Entity) => string | undefined {
  const names = Map.groupBy(reading.names, ({ entity }) => entity)
  const known = new Map<Entity, string | undefined>()
  return (entity) => {
    if (!known.has(entity)) known.set(entity, roleAmong(reading, names.get(entity) ?? []))
    return known.get(entity)
  }
}

function roleAmong(reading: Reading, names: readonly NameMention[]): string | undefined {
  let after: string | undefined
  for (const name of names) {
    const before = roleBefore(reading, name)
    if (before !== undefined) return before
    after ??= roleAfter(reading, name)
  }
  return after
}

function roleBefore({ text, tokens }: Reading, name: NameMention): string | undefined {
  let start = name.nameStart
  while (start > 0 && name.nameStart - start < longestRole && isRoleWord(tokens[start - 1], tokens[start]))
    start--
  while (start < name.nameStart && tokens[start]?.tag === 'POS') start++
  const words = tokens.slice(start, name.nameStart)
  const last = words.at(-1)
  if (last === undefined || honorifics.has(bare(last.lower)) || !words.some(isAgent)) return undefined
  return text.slice(tokens[start]?.start, last.end)
}

const honorifics = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'dame', 'lord', 'lady'])

function isRoleWord(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined || token.paragraph !== next?.paragraph || token.region !== next.region) return false
  return (
    withinRole.test(token.tag) ||
    (token.lower === 'of' && next.lower === 'state') ||
    titles.has(bare(token.lower))
  )
}

function isAgent(token: Token): boolean {
  return (
    titles.has(bare(token.lower)) ||
    (!token.capital && agentEnding.test(token.lower) && token.tag.startsWith('NN'))
  )
}

function roleAfter(reading: Reading, name: NameMention): string | undefined {
  const { text, tokens } = reading
  const first = tokens[name.end + 1]
  if (
    tokens[name.end]?.text !== ',' ||
    first === undefined ||
    first.paragraph !== tokens[name.end]?.paragraph
  )
    return undefined
  const start = name.end + 1
  const apposition = nounPhrase(tokens, start)
  if (apposition === undefined || !tokens.slice(start, apposition.end).some(isAgent)) return undefined
  const end = endOfDescription(tokens, apposition)
  const closed = tokens[end]?.tag
  if (closed !== ',' && closed !== '.') return undefined
  const from = first.tag === 'DT' ? start + 1 : start
  return text.slice(tokens[from]?.start, tokens[end - 1]?.end)
}

function nounPhrase(tokens: readonly Token[], start: number): Mention | undefined {
  let end = start
  while (
    end - start < longestRole &&
    (withinRole.test(tokens[end]?.tag ?? '') || /^(?:DT|PRP\$)$/.test(tokens[end]?.tag ?? ''))
  )
    end++
  if (end === start) return undefined
  return { kind: 'nominal', start, nameStart: start, end, head: end - 1 }
}
