import { acceptFeatures } from '../../../src/analysis/quotes/accept-features.ts'
import { anchorFeatures } from '../../../src/analysis/quotes/anchor-features.ts'
import type { Anchor } from '../../../src/analysis/quotes/anchors.ts'
import {
  type Asked,
  askedOfChain,
  type Governing,
  governingClauses,
} from '../../../src/analysis/quotes/asked.ts'
import { choicesFor, profileCache } from '../../../src/analysis/quotes/candidates.ts'
import { chainsOf, pieceOf } from '../../../src/analysis/quotes/chains.ts'
import type { Previous } from '../../../src/analysis/quotes/circumstances.ts'
import { pairFeatures, startFeatures } from '../../../src/analysis/quotes/clause-features.ts'
import {
  type Clause,
  endsOf,
  findAnchors,
  findClauses,
  startsOf,
} from '../../../src/analysis/quotes/clauses.ts'
import { endFeatures } from '../../../src/analysis/quotes/end-features.ts'
import { lookOnce } from '../../../src/analysis/quotes/first-look.ts'
import { findQuotes } from '../../../src/analysis/quotes/found.ts'
import { identifiers } from '../../../src/analysis/quotes/identities.ts'
import { keepFeatures } from '../../../src/analysis/quotes/keep-features.ts'
import type { Weights } from '../../../src/analysis/quotes/model.ts'
import { type Reading, readText } from '../../../src/analysis/quotes/reading.ts'
import { firstLookShare, secondRow, surroundingsOf } from '../../../src/analysis/quotes/second-look.ts'
import { subjectCache } from '../../../src/analysis/quotes/subjects.ts'
import { answerOfChain, answerOfClause, matches, share } from './answers.ts'
import type { GoldArticle, GoldQuote } from './gold.ts'
import type { RankedChoice } from './grow-trees.ts'
import type { Lesson, Question } from './learn.ts'

/** What one article teaches about reported clauses: the first model. */
export interface ClauseLessons {
  readonly anchors: readonly Question[]
  readonly clauses: readonly Lesson[]
}

/** What it teaches about what is a quote and who said it: the second model. */
export interface QuoteLessons {
  readonly keep: readonly Question[]
  /** Whether clauses that were found are right. */
  readonly accept: readonly Question[]
  readonly speakers: readonly Lesson[]
}

/** Makes an article's annotations into lessons for the first model. */
export function clauseLessonsOf(article: GoldArticle): ClauseLessons {
  return clauseLessons(readText(article.text, article.title), article)
}

/**
 * Makes an article's annotations into lessons for the second model. `weights` are the first model's; it must not
 * have learnt from this article, or the lessons would trust it too much.
 */
export function quoteLessonsOf(article: GoldArticle, weights: Weights): QuoteLessons {
  const reading = readText(article.text, article.title)
  const clauses = findClauses(reading, weights)
  const governing = governingClauses(reading, clauses)
  return {
    keep: keepLessons(reading, article, governing),
    accept: acceptLessons(reading, article, clauses),
    speakers: speakerLessons(reading, article, governing),
  }
}

function keepLessons(reading: Reading, article: GoldArticle, governing: Governing): Question[] {
  return chainsOf(reading).flatMap((chain): Question[] => {
    const yes = answerOfChain(reading, article, chain)
    return yes === undefined ? [] : [{ features: keepFeatures(reading, chain.first, governing), yes }]
  })
}

function acceptLessons(reading: Reading, article: GoldArticle, clauses: readonly Clause[]): Question[] {
  return clauses.flatMap((clause): Question[] => {
    const yes = answerOfClause(reading, article, clause)
    return yes === undefined ? [] : [{ features: acceptFeatures(reading, clause), yes }]
  })
}

/** The unit of the reporting word of an annotation: the nearest place where its cue stands. */
function cueUnit(reading: Reading, article: GoldArticle, gold: GoldQuote): number {
  const { units } = reading
  const places: number[] = []
  const from = Math.max(0, gold.start - 400)
  const near = article.text.slice(from, gold.end + 400)
  for (let at = near.indexOf(gold.cue); at >= 0 && gold.cue !== ''; at = near.indexOf(gold.cue, at + 1))
    places.push(from + at)
  const distance = (place: number) =>
    place < gold.start ? gold.start - place : place >= gold.end ? place - gold.end : 1000
  const best = places.sort((a, b) => distance(a) - distance(b))[0]
  if (best === undefined) return -1
  const inside = units.flatMap((unit, index) =>
    unit.start >= best && unit.end <= best + gold.cue.length ? [index] : [],
  )
  const cue = inside.find((index) => units[index]?.cue !== undefined)
  return cue ?? inside.findLast((index) => /^V/.test(units[index]?.tag ?? '')) ?? -1
}

/**
 * Makes the quotes that are found in an article into choices for the second look. `weights` must not have learnt from
 * this article, or the first look would seem better than it is.
 */
export function secondLessonsOf(article: GoldArticle, weights: Weights): readonly RankedChoice[] {
  const reading = readText(article.text, article.title)
  const found = findQuotes(reading, weights)
  const asked = found.map((quote) => quote.asked)
  const looks = Array.from(lookOnce(reading, asked, weights), ({ options }) => options)
  const surroundings = surroundingsOf(looks)
  return found.flatMap(({ span, kind }, index): RankedChoice[] => {
    const gold = article.quotes.find((quote) => {
      return (quote.type === 'indirect') === (kind === 'indirect') && matches(span, quote)
    })
    if (gold === undefined) return []
    const said = saidBy(reading, gold)
    const options = looks[index] ?? []
    const rows = options.map((option) => secondRow(surroundings, index, option))
    const start = options.map(({ score }) => firstLookShare * score)
    const right = options.map(({ mention }) => (gold.speaker === null ? mention < 0 : said.has(mention)))
    return [{ rows, start, right }]
  })
}

function clauseLessons(reading: Reading, article: GoldArticle): { anchors: Question[]; clauses: Lesson[] } {
  const anchors: Question[] = []
  const clauses: Lesson[] = []
  const byCue = new Map<number, GoldQuote[]>()
  for (const gold of article.quotes) {
    const at = cueUnit(reading, article, gold)
    byCue.set(at, [...(byCue.get(at) ?? []), gold])
  }
  for (const anchor of findAnchors(reading)) {
    const side = (gold: GoldQuote) =>
      gold.start >= (reading.units[anchor.at]?.start ?? 0) ? 'after' : 'before'
    const mine = (byCue.get(anchor.at) ?? []).filter((gold) => side(gold) === anchor.side)
    const lesson = mine.length > 0 ? clauseLesson(reading, anchor, mine) : undefined
    if (mine.length > 0 && lesson === undefined) continue
    const reported = mine.some((gold) => gold.type !== 'indirect' || gold.speech)
    anchors.push({ features: anchorFeatures(reading, anchor), yes: reported })
    if (lesson !== undefined) clauses.push(lesson)
  }
  return { anchors, clauses }
}

function clauseLesson(reading: Reading, anchor: Anchor, golds: readonly GoldQuote[]): Lesson | undefined {
  const { units } = reading
  const starts = new Map(startsOf(reading, anchor).map((at) => [at, startFeatures(reading, anchor, at)]))
  const ends = new Map(endsOf(reading, anchor).map((at) => [at, endFeatures(reading, anchor, at)]))
  const options: number[][] = []
  const shares: number[] = []
  for (const [start, first] of starts) {
    for (const [end, last] of ends) {
      if (end <= start) continue
      const span = { start: units[start]?.start ?? 0, end: units[end - 1]?.end ?? 0 }
      options.push([...first, ...last, ...pairFeatures(reading, anchor, { start, end })])
      shares.push(Math.max(...golds.map((gold) => share(span, gold))))
    }
  }
  const best = Math.max(...shares)
  if (best < 0.8) return undefined
  return {
    options,
    right: shares.map((value) => (value >= Math.max(0.9, best - 0.03) || value === best ? 1 : 0)),
  }
}

function speakerLessons(reading: Reading, article: GoldArticle, governing: Governing): readonly Lesson[] {
  const profile = profileCache(reading)
  const subjectOf = subjectCache(reading)
  const identifierFor = identifiers(reading)
  const speakers: Lesson[] = []
  let previous: Previous | undefined
  for (const { gold, asked } of askedOf(reading, article, governing)) {
    const identify = identifierFor(previous)
    const keyOf = (index: number) => identify(index).key
    const choices = choicesFor(reading, asked, { previous, keyOf, profile, subjectOf })
    const said = saidBy(reading, gold)
    const right = choices.map((choice) =>
      (gold.speaker === null ? choice.index < 0 : said.has(choice.index)) ? 1 : 0,
    )
    if (right.some((value) => value === 1))
      speakers.push({ options: choices.map((choice) => choice.features), right })
    const unit = reading.units[asked.to - 1]
    const [mention] = said
    if (unit !== undefined && mention !== undefined) {
      previous = { ...identify(mention), sentence: unit.sentence, paragraph: unit.paragraph }
    }
  }
  return speakers
}

function askedOf(
  reading: Reading,
  article: GoldArticle,
  governing: Governing,
): { gold: GoldQuote; asked: Asked }[] {
  const asked: { gold: GoldQuote; asked: Asked }[] = []
  for (const chain of chainsOf(reading)) {
    const { span } = pieceOf(reading.regions, chain)
    const gold = article.quotes.find((quote) => {
      return quote.type !== 'indirect' && matches(span, quote)
    })
    if (gold !== undefined) asked.push({ gold, asked: askedOfChain(reading, chain, governing) })
  }
  const { units } = reading
  for (const gold of article.quotes) {
    if (gold.type === 'direct' || !(gold.speech || gold.type === 'mixed')) continue
    const from = units.findIndex((unit) => unit.end > gold.start)
    const to = units.findIndex((unit) => unit.start >= gold.end)
    const cue = cueUnit(reading, article, gold)
    if (from < 0 || to <= from) continue
    asked.push({ gold, asked: { from, to, cue, shape: 1, look: cue < from ? 0 : 1 } })
  }
  return asked.sort((a, b) => a.asked.from - b.asked.from)
}

/** The candidates that are the annotated speaker: the name if it has one, else its head. */
function saidBy(reading: Reading, gold: GoldQuote): ReadonlySet<number> {
  const { candidates, tokens } = reading
  const start = gold.speaker_start ?? -1
  const end = gold.speaker_end ?? -1
  const inside = candidates.flatMap((candidate, index) => {
    const from = tokens[candidate.start]?.start ?? 0
    const to = tokens[candidate.end - 1]?.end ?? 0
    return from < end && to > start && (tokens[candidate.head]?.end ?? 0) <= end + 1 ? [index] : []
  })
  const name = gold.speaker_name?.split(' ').at(-1)?.toLowerCase()
  const named = inside.filter(
    (index) => candidates[index]?.kind === 'name' && tokens[candidates[index]?.head ?? 0]?.lower === name,
  )
  if (named.length > 0) return new Set(named)
  const first = inside.sort(
    (a, b) =>
      (candidates[a]?.start ?? 0) - (candidates[b]?.start ?? 0) ||
      (candidates[b]?.end ?? 0) - (candidates[a]?.end ?? 0),
  )
  return new Set(first.slice(0, 1))
}
