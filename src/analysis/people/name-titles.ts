import { lookUp } from '../quotes/lexicon.ts'
import type { Token } from '../quotes/tokens.ts'
import { bare } from './bare.ts'
import { femaleNames, maleNames } from './first-names.ts'
import type { NameChunk } from './name-chunk.ts'
import { organisationWords } from './organisations.ts'
import { isPersonNoun } from './person-nouns.ts'
import { places } from './places.ts'
import { titleModifiers, titles } from './titles.ts'

const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv'])

/** Parts titles from names, and names run together by a title: "Senate Leader Ann Roe". */
export function splitRun(tokens: readonly Token[], start: number, end: number): readonly NameChunk[] {
  if (start >= end) return []
  let nameStart = start
  for (let index = start; index < end; index++) {
    if (!titles.has(bare(tokens[index]?.lower ?? ''))) continue
    // "Peter King": what is a title elsewhere is a surname after a given name.
    if (index === end - 1 && index > nameStart && !titleModifiers.has(tokens[index - 1]?.lower ?? '')) break
    nameStart = afterTitle(tokens, index, end)
  }
  if (nameStart === start) nameStart = afterPersonNoun(tokens, start, end)
  if (nameStart === start) nameStart = afterModifiers(tokens, start, end)
  if (nameStart === start) nameStart = afterCommonWords(tokens, start, end)
  return [{ start, nameStart, end }]
}

/** "Secretary of State Ann Roe": the title goes on through "of State". */
function afterTitle(tokens: readonly Token[], index: number, end: number): number {
  const next = tokens[index + 1]
  if (next?.lower === 'of' && index + 3 <= end) return index + 3
  return suffixes.has(next?.lower ?? '') ? index : index + 1
}

/** "Republican Ann Roe", "Texas Republican Ann Roe": party, nation and state go before the name. */
function afterModifiers(tokens: readonly Token[], start: number, end: number): number {
  // "American Bar Association", "House Armed Services Committee": part of the name.
  if (organisationWords.has(bare(tokens[end - 1]?.lower ?? '')) || tokens.slice(start, end).some(isOf))
    return start
  let index = start
  if (places.has(tokens[start]?.lower ?? '') && isModifier(tokens, start + 1)) index++
  while (index < end - 1 && isModifier(tokens, index)) index++
  return end - index >= 2 || index === start ? index : start
}

/** "Journalist Hakim Roe": a noun for people before a given name and surname that need not be known. */
function afterPersonNoun(tokens: readonly Token[], start: number, end: number): number {
  const noun = tokens[start]?.lower ?? ''
  if (end - start < 3 || maleNames.has(noun) || femaleNames.has(noun)) return start
  const known = lookUp(noun)
  const isNoun = known?.tag === 'NN' || (known === undefined && madeOfVerb.test(noun))
  return isNoun && noun.length > 5 && isPersonNoun(noun) ? start + 1 : start
}
/** Endings that make a noun for people even of a word that the lexicon does not know. */
const madeOfVerb = /(?:maker|writer|worker|holder|owner|player|trator|nator|ologist)$/

/** "Filmmaker Ann Roe", "Former Ann Roe": at the start of a sentence common words have capitals too. */
function afterCommonWords(tokens: readonly Token[], start: number, end: number): number {
  for (let index = start + 1; index <= end - 2; index++) {
    const given = tokens[index]?.lower ?? ''
    if (!maleNames.has(given) && !femaleNames.has(given)) continue
    const led = tokens.slice(start, index).every((token) => isCommon(token.lower) || isRole(token))
    if (led) return index
  }
  return start
}

/** "EP", "Oscar-winner". */
function isRole({ text, lower }: Token): boolean {
  if (/^[A-Z]{2,4}$/.test(text)) return true
  const dash = lower.lastIndexOf('-')
  return dash > 0 && isPersonNoun(lower.slice(dash + 1))
}

function isCommon(lower: string): boolean {
  const known = lookUp(lower)
  return known !== undefined && known.tag !== 'NNP' && !maleNames.has(lower) && !femaleNames.has(lower)
}

function isOf({ lower }: Token): boolean {
  return lower === 'of' || lower === 'for'
}

function isModifier(tokens: readonly Token[], index: number): boolean {
  return titleModifiers.has(tokens[index]?.lower ?? '')
}
