import type { Span } from '../../article.ts'
import { linkDescriptions } from '../people/descriptions.ts'
import { findNames, type NameMention, type Worded } from '../people/entities.ts'
import { learnGenders } from '../people/genders.ts'
import { findMentions, type Mention } from '../people/mentions.ts'
import { notNames } from '../people/places.ts'
import { beginsWithHeadline } from './headlines.ts'
import { findParagraphs } from './paragraphs.ts'
import { findRegions, type Region } from './regions.ts'
import { tagTokens } from './tags.ts'
import { findTokens, type Token } from './tokens.ts'
import { findUnits, type Unit } from './units.ts'

/** A mention outside quotation marks, with its place in the row of units. `last` is inclusive. */
export interface Candidate extends Mention {
  readonly first: number
  readonly last: number
}

/** All that is known of a text before anybody asks who said what. */
export interface Reading {
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly regions: readonly Region[]
  readonly tokens: readonly Token[]
  readonly units: readonly Unit[]
  /** Unit index of each region. */
  readonly unitOfRegion: readonly number[]
  readonly names: readonly NameMention[]
  readonly candidates: readonly Candidate[]
  /** First unit of each sentence of the row, and one past the last. */
  readonly sentenceStarts: readonly number[]
}

/**
 * Reads a text once: paragraphs, quotation marks, words, names. The title helps with names, and tells whether the text
 * begins with its headline: that says in short what is quoted below, so that its marks count for nothing.
 */
export function readText(text: string, title = ''): Reading {
  const paragraphs = findParagraphs(text)
  const hasHeadline = beginsWithHeadline(text, paragraphs, title.slice(0, longestTitle))
  const regions = findRegions(text, paragraphs).filter(({ paragraph }) => !hasHeadline || paragraph > 0)
  const tokens = findTokens(text, paragraphs, regions)
  tagTokens(tokens)
  const units = findUnits(text, tokens, regions)
  const names = findNames({ text, tokens }, wordsOfTitle(title))
  const unitOfRegion: number[] = []
  const sentenceStarts: number[] = []
  units.forEach((unit, index) => {
    if (unit.region >= 0) unitOfRegion[unit.region] = index
    if (unit.sentence === sentenceStarts.length) sentenceStarts.push(index)
  })
  sentenceStarts.push(units.length)
  const candidates = linkDescriptions(tokens, findCandidates(tokens, units, names))
  learnGenders(units, candidates)
  return { text, paragraphs, regions, tokens, units, unitOfRegion, names, candidates, sentenceStarts }
}

/** Headlines are short; what is longer is none. */
const longestTitle = 500

function wordsOfTitle(title: string): Worded {
  const text = title.slice(0, longestTitle)
  const tokens = text === '' ? [] : findTokens(text, [{ start: 0, end: text.length }], [])
  tagTokens(tokens)
  return { text, tokens }
}

function findCandidates(
  tokens: readonly Token[],
  units: readonly Unit[],
  names: readonly NameMention[],
): Candidate[] {
  const unitOf = new Int32Array(tokens.length)
  units.forEach((unit, index) => {
    unitOf.fill(index, unit.token, units[index + 1]?.token ?? tokens.length)
  })
  const personStarts = new Set(
    names.filter(({ entity }) => entity.kind === 'person').map(({ start }) => start),
  )
  return findMentions(tokens, names).flatMap((mention) => {
    const token = tokens[mention.head]
    if (token === undefined || token.region >= 0 || notNames.has(token.lower)) return []
    if (mention.kind === 'name' && leadsToName(tokens, mention.end, personStarts)) return []
    return [{ ...mention, first: unitOf[mention.start] ?? 0, last: unitOf[mention.end - 1] ?? 0 }]
  })
}

/** Roles between a name and the next have at most this many words. */
const longestRole = 7

/** "Acme Corp. spokeswoman Ann Roe", "Roe's manager Tom Doe": the first name only says who the second one is. */
function leadsToName(tokens: readonly Token[], end: number, personStarts: ReadonlySet<number>): boolean {
  let noun = false
  for (let index = end; index < end + longestRole; index++) {
    if (personStarts.has(index)) return noun
    const token = tokens[index]
    if (token === undefined || !/^(?:NNS?|JJ|POS|VBN|NNP|FW)$/.test(token.tag)) return false
    if (!token.capital && token.tag === 'NN') noun = true
  }
  return false
}
