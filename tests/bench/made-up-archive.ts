import { storySignature } from '../../src/analysis/story-signature.ts'
import type { Archive } from '../../src/archive/archive.ts'
import type { Entry } from '../../src/archive/entry.ts'
import type { Analysis, Article, Quote, Span } from '../../src/article.ts'
import { indexTerms } from '../../src/queries/index-terms.ts'
import { type MadeUpLanguage, madeUpLanguage } from './made-up-language.ts'
import { repeatable } from './repeatable.ts'

const statementsPerArticle = 10
const sentencesBetween = 1
const topicsPerArticle = 12
const peoplePerArticle = 5
const publishers = 200
/** Share of the statements that another article carried before, and how far back. */
const repeatedShare = 0.1
const repeatedWithin = 2_000
/** An article every ten minutes: 100,000 are two years of news. */
const pauseMs = 10 * 60_000
const firstAt = Date.UTC(2024, 0, 1)

/** Articles in one transaction: as many as where they wait in numbers. */
const atOnce = 32

/** Fills an archive with made-up articles that are read and understood already; the same numbers give the same articles. */
export async function fillArchive(
  archive: Archive,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const makeUp = madeUpEntries()
  for (let number = from; number < to; number += atOnce) {
    const count = Math.min(atOnce, to - number)
    await archive.keepAll(Array.from({ length: count }, (_, index) => makeUp(number + index)))
  }
}

/** Epoch milliseconds at which the article of this number was published. */
export function publishedAt(number: number): number {
  return firstAt + number * pauseMs
}

/** Makes up the article of a number; numbers in ascending order. */
export function madeUpEntries(): (number: number) => Entry {
  const language = madeUpLanguage()
  const said: string[] = []
  return (number) => {
    const random = repeatable(number + 1)
    const statement = (topics: readonly string[]): string => {
      const old = random() < repeatedShare ? said[Math.floor(random() * said.length)] : undefined
      const words = old ?? language.sentence(random, topics)
      said[number % repeatedWithin] = words
      return words
    }
    return entryOf(number, { language, random, statement })
  }
}

interface Pen {
  readonly language: MadeUpLanguage
  readonly random: () => number
  readonly statement: (topics: readonly string[]) => string
}

function entryOf(number: number, pen: Pen): Entry {
  const { language, random } = pen
  const topics = Array.from({ length: topicsPerArticle }, () => language.topic(random))
  const people = Array.from({ length: peoplePerArticle }, () => language.person(random))
  const { text, sentences, quotes } = bodyOf(topics, people, pen)
  const at = publishedAt(number)
  const article: Article = {
    id: `m${number}`,
    title: language.sentence(random, topics),
    publisher: `${language.topic(repeatable(number % publishers))} Post`,
    url: `https://example.org/${number}`,
    publishedAt: at,
    firstSeenAt: at,
    text,
    language: 'en',
  }
  const analysis: Analysis = {
    sentences,
    ranking: sentences.keys().toArray(),
    keywords: topics.map((term, index) => ({ term, stem: term, weight: 1 - index / topicsPerArticle })),
    people: people.map((name) => ({
      name,
      aliases: [name, name.slice(name.indexOf(' ') + 1)],
      mentions: 2,
    })),
    quotes,
  }
  const terms = indexTerms(article, analysis)
  const story = storySignature(article)
  return { article, analysis, terms, story, origin: { key: `bench:${number}` }, deliveries: [], at }
}

/** Paragraphs of a plain sentence and a statement with its speaker, in turn. */
function bodyOf(topics: readonly string[], people: readonly string[], { language, random, statement }: Pen) {
  const sentences: Span[] = []
  const quotes: Quote[] = []
  let text = ''
  const write = (words: string): Span => {
    const span = { start: text.length, end: text.length + words.length }
    text += words
    return span
  }
  for (let index = 0; index < statementsPerArticle; index += 1) {
    for (let plain = 0; plain < sentencesBetween; plain += 1) {
      sentences.push(write(`${language.sentence(random, topics)}.`))
      write('\n\n')
    }
    const name = people[index % peoplePerArticle] ?? ''
    const span = write(`“${statement(topics)},”`)
    write(' said ')
    const as = write(name)
    write('.')
    quotes.push({
      statement: index,
      span,
      content: { start: span.start + 1, end: span.end - 1 },
      kind: 'direct',
      speaker: { name, as },
      confidence: 0.95,
      sentence: sentences.length,
    })
    sentences.push({ start: span.start, end: text.length })
    write('\n\n')
  }
  return { text: text.trimEnd(), sentences, quotes }
}
