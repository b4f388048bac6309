import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

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
const entries: ReadonlyMap<string, Entry> = readLexicon(readFileSync(file, 'utf8'))

/**
 * Reads `"word": ["TAG", …]` pairs straight off the JSON: parsing it into an object of 90,000 arrays first takes twice
 * the time and 25 MB more, at the start of every worker.
 */
function readLexicon(json: string): ReadonlyMap<string, Entry> {
  const shared = new Map<string, Entry>()
  const read = new Map<string, Entry>()
  for (const [, word = '', tags = ''] of json.matchAll(/"((?:[^"\\]|\\.)+)":\s*\[([^\]]*)\]/g)) {
    const entry = shared.get(tags) ?? entryOf(JSON.parse(`[${tags}]`) as readonly string[])
    shared.set(tags, entry)
    read.set(word.includes('\\') ? (JSON.parse(`"${word}"`) as string) : word, entry)
  }
  return read
}

function entryOf(tags: readonly string[]): Entry {
  const bits = tags.reduce((sum, tag) => sum | (bitOf.get(tag) ?? 0), 0)
  return { tag: (tags[0] ?? 'NN').split('|')[0] ?? 'NN', bits }
}

/** Looks a word up as it is written; upper and lower case differ. */
export function lookUp(word: string): Entry | undefined {
  return entries.get(word)
}
