import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeatable } from './repeatable.ts'

/** Invented words and names: with them the vocabulary grows with the archive, as that of real news does. */
const inventedWords = 60_000
const surnameCount = 8_000
const firstNameCount = 300
/** The commonest topic is in one of forty articles, the best known person in one of ten. */
const wordFlatness = 50
const personFlatness = 5
/** Share of the words beyond the commonest that are replaced by invented ones. */
const inventedShare = 0.5
/** Words of our own articles that occur more often than this are the language's, not a topic's. */
const commonFrom = 6
/** A sentence that finds no end of its own is ended here. */
const maxSentence = 32

/** Makes up text by the statistics of our own articles. */
export interface MadeUpLanguage {
  /** Words of one sentence, without marks; `topics` come up in it. */
  readonly sentence: (random: () => number, topics: readonly string[]) => string
  /** A word that few articles share; the first are the commonest (Zipf's law). */
  readonly topic: (random: () => number) => string
  /** First name and surname; some people are in the news every day, most once. */
  readonly person: (random: () => number) => string
}

/** A bigram model of the project's own articles, widened by invented words and names. */
export function madeUpLanguage(): MadeUpLanguage {
  const { followers, frequency } = learn(ownSentences())
  const words = inventions(inventedWords, 1)
  const surnames = inventions(surnameCount, 2).map(capitalised)
  const firstNames = inventions(firstNameCount, 3).map(capitalised)
  const topic = (random: () => number): string => words[zipf(random, words.length, wordFlatness)] ?? ''
  const person = (random: () => number): string => {
    const rank = zipf(random, surnameCount * 4, personFlatness)
    return `${firstNames[(rank * 7) % firstNameCount]} ${surnames[rank % surnameCount]}`
  }
  const sentence = (random: () => number, topics: readonly string[]): string => {
    const said: string[] = []
    for (let word = ''; said.length < maxSentence; ) {
      word = pick(followers.get(word) ?? [''], random)
      if (word === '') break
      const isCommon = (frequency.get(word) ?? 0) >= commonFrom
      said.push(isCommon || random() > inventedShare ? word : pick(topics, random))
    }
    return said.length < 4 ? sentence(random, topics) : said.join(' ')
  }
  return { sentence, topic, person }
}

function ownSentences(): readonly (readonly string[])[] {
  const folder = join(import.meta.dirname, '..', '..', 'articles')
  return globSync('*.{txt,md}', { cwd: folder })
    .filter((file) => file !== 'README.md')
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replace(/^---.*?---/s, '')
        .split(/[.!?]\s|\n\n/),
    )
    .map((line) => line.toLowerCase().match(/[\p{L}’']+/gu) ?? [])
    .filter((found) => found.length >= 6)
}

function learn(sentences: readonly (readonly string[])[]) {
  const followers = new Map<string, string[]>()
  const frequency = new Map<string, number>()
  for (const words of sentences) {
    for (const [index, word] of ['', ...words].entries()) {
      followers.set(word, [...(followers.get(word) ?? []), words[index] ?? ''])
      frequency.set(word, (frequency.get(word) ?? 0) + 1)
    }
  }
  return { followers, frequency }
}

const syllables = 'ba del fen gor han il jor kas len mor nar ost pel quin ras tal ulm ven wic zor'.split(' ')

function inventions(count: number, seed: number): readonly string[] {
  const random = repeatable(seed)
  const made = new Set<string>()
  while (made.size < count) {
    made.add(Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables, random)).join(''))
  }
  return [...made]
}

/** A rank below `count`, whose probability falls with one over the rank and `flat` (Mandelbrot's form of Zipf's law). */
function zipf(random: () => number, count: number, flat: number): number {
  return Math.floor(flat * ((count + flat) / flat) ** random()) - flat
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Expected something to pick from')
  return item
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
