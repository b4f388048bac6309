import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { lookUp } from '../../../src/analysis/quotes/lexicon.ts'

const require = createRequire(import.meta.url)
const path = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'

it('knows every word of the lexicon by its commonest tag, as JSON has it', () => {
  const words = Object.entries(require(path) as Record<string, readonly string[]>)
  const named = words.filter(([word]) => word !== '')
  const wrong = named.filter(([word, [first = 'NN']]) => lookUp(word)?.tag !== first.split('|')[0])
  expect(named.length).toBeGreaterThan(90_000)
  expect(wrong).toEqual([])
})

it('knows nothing of a word that nobody wrote', () => {
  expect(lookUp('zzyzxish')).toBeUndefined()
})
