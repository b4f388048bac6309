import { can } from '../quotes/lexicon.ts'
import { reportingForm } from '../quotes/reporting-verbs.ts'
import { finiteTag } from '../quotes/tags.ts'
import type { Token } from '../quotes/tokens.ts'
import { isDayOrMonth } from '../tongues/calendar-words.ts'
import { wordList } from '../tongues/word-list.ts'
import { type Mention, modifierTags, nounTags } from './mentions.ts'
import { isPersonNoun } from './person-nouns.ts'

const followers = new Set('of for at with from in on to familiar close by'.split(' '))
/** Descriptions end at most so many words behind their noun, relative clauses aside. */
const reach = 14

/**
 * Where a description ends with what follows its noun: "a spokeswoman for the city", "officials close to the talks",
 * "documents released by the court". When and where it was said is no part of it: "a spokesman in a statement on Monday".
 */
export function endOfDescription(tokens: readonly Token[], mention: Mention): number {
  const head = tokens[mention.head]
  let end = mention.end
  let participle = -1
  for (let index = end; index < mention.end + reach; index++) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== head?.paragraph || token.region !== head.region) break
    if (token.tag === 'VBG' && reportingForm(token.lower) !== undefined) break
    if (nounTags.has(token.tag)) end = index + 1
    else if (joinsAdjectives(tokens, index)) continue
    else if (followers.has(token.lower)) {
      if (saysWhen(tokens, index)) break
    } else if (!modifierTags.has(token.tag)) {
      if (isAsked(tokens, index, end)) return index + 1
      if (!isParticiple(tokens, index, end)) break
      participle = index
    }
  }
  return participle >= 0 && isPredicate(tokens, mention.start, end) ? participle : end
}

/**
 * Where a description ends with all that belongs to it: "the senator and former mayor", "an official who was not
 * allowed to speak". For speakers who have no name it is all that is known of them.
 */
export function endOfWholeDescription(tokens: readonly Token[], mention: Mention): number {
  const end = endOfDescription(tokens, mention)
  const coordinated = pastCoordination(tokens, mention, end)
  return pastRelativeClause(tokens, coordinated)
}

/** "The port's old and young pilots". */
function joinsAdjectives(tokens: readonly Token[], index: number): boolean {
  const isAdjective = (token: Token | undefined) => token?.tag === 'JJ'
  return tokens[index]?.lower === 'and' && isAdjective(tokens[index - 1]) && isAdjective(tokens[index + 1])
}

const placing = new Set(['in', 'on', 'at'])
/** In what something is said. */
const utterances = new Set(
  `statement interview letter filing email e-mail speech tweet tweets post memo briefing conference debate message
  testimony affidavit note call appearance news rally interviews`.split(/\s+/),
)
const shortPhrase = 5

/** "On Tuesday", "in a court filing": tells when and where, not who. */
export function saysWhen(tokens: readonly Token[], at: number): boolean {
  if (!placing.has(tokens[at]?.lower ?? '')) return false
  let noun = ''
  for (let index = at + 1; index <= at + shortPhrase; index++) {
    const token = tokens[index]
    if (token === undefined || !modifierTags.has(token.tag)) break
    if (isDayOrMonth(token.lower, 'en')) return true
    if (nounTags.has(token.tag)) noun = token.lower
  }
  return utterances.has(noun)
}

/** "The ministry refused in a letter.": what begins its sentence and has no other verb behind it has this one. */
function isPredicate(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start]
  const before = tokens[start - 1]
  if (before !== undefined && before.paragraph === first?.paragraph && before.tag !== '.') return false
  for (let index = end; index < end + reach; index++) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== first?.paragraph || token.tag === '.') return true
    if (finiteTag.test(token.tag)) return false
  }
  return true
}

/** Reporting verbs that are oftener suffered than done where they stand behind a noun: "officials briefed on the case". */
const suffered = new Set('briefed informed quoted interviewed surveyed polled questioned cited'.split(' '))

/** "Half of the pilots polled agreed": right before the main verb. */
function isAsked(tokens: readonly Token[], index: number, end: number): boolean {
  return (
    index === end && suffered.has(tokens[index]?.lower ?? '') && finiteTag.test(tokens[index + 1]?.tag ?? '')
  )
}

/** "A poll released Monday", "a survey taken last week". */
const made = wordList('released published posted issued taken conducted filed obtained written')

function beginsDate(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (isDayOrMonth(token.lower, 'en') || token.lower === 'last' || token.lower === 'this')
  )
}

/** "released by", "linked to": right after the noun, and no reporting verb. "Responded by saying" has no agent. */
function isParticiple(tokens: readonly Token[], index: number, end: number): boolean {
  const token = tokens[index]
  if (token === undefined || index !== end || !(token.bits & can.participle)) return false
  const next = tokens[index + 1]
  if (made.has(token.lower) && beginsDate(next)) return true
  if (!/^(?:IN|TO)$/.test(next?.tag ?? '')) return false
  if (next?.lower === 'by') return tokens[index + 2]?.tag !== 'VBG'
  return suffered.has(token.lower) || reportingForm(token.lower) === undefined
}

/** "The senator and former mayor", "friends and advisers": another noun for people under the same determiner. */
function pastCoordination(tokens: readonly Token[], { head }: Mention, end: number): number {
  if (tokens[end]?.lower !== 'and' || tokens[end]?.region !== tokens[head]?.region) return end
  let noun = -1
  for (let index = end + 1; index <= end + shortPhrase; index++) {
    const token = tokens[index]
    if (token === undefined || token.tag === 'DT' || token.tag === 'PRP$' || !modifierTags.has(token.tag))
      break
    if (nounTags.has(token.tag)) noun = index
  }
  return isLike(tokens[head], tokens[noun]) ? noun + 1 : end
}

/** Both one person, or both several. */
function isLike(noun: Token | undefined, other: Token | undefined): boolean {
  if (noun === undefined || other === undefined || other.capital) return false
  if (noun.tag === 'NNS' || isPlural(noun)) return other.tag === 'NNS'
  return isPersonNoun(noun.lower) && isPersonNoun(other.lower)
}

/** "Liberals and port workers". */
function isPlural({ tag, lower }: Token): boolean {
  return tag === 'NNPS' || (tag === 'NNP' && lower.endsWith('s'))
}

const relative = new Set(['who', 'whose', 'that', 'which'])
/** Relative clauses have at most this many words; longer ones are left out. */
const longestClause = 24

/** What a clause set off by commas must speak of to be kept: why its owner has no name here, which readers need to know. */
const namelessness = new Set(
  'anonymity anonymous anonymously named identified authorised authorized allowed publicly record'.split(' '),
)

/** "…, who spoke on condition of anonymity", "who works for the city": up to the comma, the main verb or the sentence's end. */
function pastRelativeClause(tokens: readonly Token[], end: number): number {
  const isSetOff = tokens[end]?.text === ','
  const at = isSetOff ? end + 1 : end
  const first = tokens[at]
  if (first === undefined || !relative.has(first.lower) || first.paragraph !== tokens[end - 1]?.paragraph)
    return end
  if (first.lower === 'that' && !finiteTag.test(tokens[at + 1]?.tag ?? '')) return end
  const close = endOfClause(tokens, at, isSetOff)
  if (!isSetOff) return close ?? end
  const tells = tokens.slice(at, close).some(({ lower }) => namelessness.has(lower))
  return tells && close !== undefined ? close : end
}

/** Where a relative clause closes; undefined where it quotes, or does not close soon. */
function endOfClause(tokens: readonly Token[], at: number, isSetOff: boolean): number | undefined {
  const first = tokens[at]
  let verbs = 0
  for (let index = at + 1; index < at + longestClause; index++) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== first?.paragraph) return index
    if (token.region !== first.region) return undefined
    if (token.tag === '.' || /^(?:[,;:)]|—|–|--)$/.test(token.text)) return index
    if (!finiteTag.test(token.tag)) continue
    if (verbs > 0 && !isSetOff && !continuesClause(tokens, index)) return index
    verbs++
  }
  return undefined
}

/** "Who never said", "he would", "and voted": within the clause. After another verb a finite one is the main verb. */
function continuesClause(tokens: readonly Token[], index: number): boolean {
  let at = index - 1
  while (tokens[at]?.tag === 'RB') at--
  return /^(?:CC|PRP|WP|WDT|TO)/.test(tokens[at]?.tag ?? '')
}
