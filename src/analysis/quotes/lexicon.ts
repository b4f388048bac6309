import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { textHash } from '../../text-hash.ts'

/** The parts of speech a word can have, as bits of one number. */
export const can = {
  noun: 1,
  plural: 2,
  base: 4,
  past: 8,
  participle: 16,
  present: 32,
  adjective: 64,
  gerund: 128,
  adverb: 256,
  name: 512,
} as const

const bitOf = new Map<string, number>([
  ['NN', can.noun],
  ['NNS', can.plural],
  ['VB', can.base],
  ['VBP', can.base],
  ['VBD', can.past],
  ['VBN', can.participle],
  ['VBZ', can.present],
  ['JJ', can.adjective],
  ['JJR', can.adjective],
  ['JJS', can.adjective],
  ['VBG', can.gerund],
  ['RB', can.adverb],
  ['RBR', can.adverb],
  ['NNP', can.name],
  ['NNPS', can.name],
])

/** What the lexicon knows of a word: its commonest Penn tag, and every kind of word it can be. */
export interface Entry {
  readonly tag: string
  readonly bits: number
}

const path = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'
const file = createRequire(import.meta.url).resolve(path)

/** 90,000 words one behind the other, found by their hash: as strings in a Map they take twice as much memory. */
interface Lexicon {
  readonly letters: string
  /** Where each word begins in `letters`; it ends where the next begins. */
  readonly starts: Uint32Array
  /** Place of each word's entry among `entries`. */
  readonly kinds: Uint16Array
  readonly entries: readonly Entry[]
  /** From a word's hash on, the number of the word, counted from 1; 0 where there is none. */
  readonly slots: Uint32Array
}

/** There are 92,661. */
const mostWords = 1 << 17
/** A power of two, so many that nearly every word stands where its hash says. */
const slotCount = 2 * mostWords
const lexicon = readLexicon(readFileSync(file, 'latin1'))

/**
 * Reads `"word": ["TAG", …]` pairs straight off the JSON: parsing it into an object of 90,000 arrays first takes six times
 * as long and 25 MB more, at the start of every worker.
 */
function readLexicon(json: string): Lexicon {
  const kindOf = new Map<string, number>()
  const entries: Entry[] = []
  const kinds = new Uint16Array(mostWords)
  const { add, packed } = packer(json.length)
  for (const [, word = '', tags = ''] of json.matchAll(/"((?:[^"\\]|\\.)+)":\s*\[([^\]]*)\]/g)) {
    const kind = kindOf.get(tags) ?? entries.push(entryOf(JSON.parse(`[${tags}]`) as readonly string[])) - 1
    kindOf.set(tags, kind)
    kinds[add(word.includes('\\') ? (JSON.parse(`"${word}"`) as string) : word)] = kind
  }
  return { ...packed(), kinds, entries }
}

function packer(mostLetters: number) {
  const starts = new Uint32Array(mostWords + 1)
  const slots = new Uint32Array(slotCount)
  const letters = Buffer.alloc(mostLetters)
  let [number, end] = [0, 0]
  const add = (word: string): number => {
    let slot = slotOf(word)
    while (slots[slot] !== 0) slot = after(slot)
    slots[slot] = number + 1
    end += letters.write(word, end, 'latin1')
    starts[number + 1] = end
    return number++
  }
  return { add, packed: () => ({ starts, slots, letters: letters.toString('latin1', 0, end) }) }
}

function slotOf(word: string): number {
  return textHash(word) % slotCount
}

function after(slot: number): number {
  return (slot + 1) % slotCount
}

function entryOf(tags: readonly string[]): Entry {
  const bits = tags.reduce((sum, tag) => sum | (bitOf.get(tag) ?? 0), 0)
  return { tag: (tags[0] ?? 'NN').split('|')[0] ?? 'NN', bits }
}

/** Looks a word up as it is written; upper and lower case differ. */
export function lookUp(word: string): Entry | undefined {
  const { letters, starts, kinds, entries, slots } = lexicon
  for (let slot = slotOf(word); ; slot = after(slot)) {
    const number = (slots[slot] ?? 0) - 1
    if (number < 0) return undefined
    const start = starts[number] ?? 0
    const length = (starts[number + 1] ?? 0) - start
    if (length === word.length && letters.startsWith(word, start)) return entries[kinds[number] ?? 0]
  }
}
