import { createRequire } from 'node:module'
import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import type { Tongue } from './tongue.ts'

/** Takes a lower-case word's endings off. */
export type Stemmer = (lower: string) => string

interface NaturalStemmer {
  stem(token: string): string
}

/** Each is loaded with the first word of its language: together they take 12 ms and a megabyte, which reading English needs not. */
const load = createRequire(import.meta.url)
const loaded = new Map<Tongue, Stemmer>()

/** natural's stemmer of a language; words of unknown languages keep their endings. */
export function stemmerOf(tongue: Tongue): Stemmer {
  const known = loaded.get(tongue)
  if (known !== undefined) return known
  const stemmer = stemmers[tongue]()
  loaded.set(tongue, stemmer)
  return stemmer
}

const stemmers: Readonly<Record<Tongue, () => Stemmer>> = {
  en: () => porterStemmer.stem,
  de: () => naturalStemmer('de'),
  fr: () => {
    const stem = naturalStemmer('fr')
    return (lower) => stem(lower.replace(ligature, 'oe'))
  },
  es: () => {
    const stem = naturalStemmer('es')
    return (lower) => stem(singular(lower))
  },
  other: () => (lower) => lower,
}

function naturalStemmer(language: 'de' | 'fr' | 'es'): Stemmer {
  const stemmer: NaturalStemmer = load(`natural/lib/natural/stemmers/porter_stemmer_${language}.js`)
  return (lower) => stemmer.stem(lower)
}

const ligature = /œ/g

/**
 * natural's Spanish stemmer takes "gobiernos" for a verb and leaves the plurals of "año", "juez" and "ciudad" as they are:
 * plurals are made singular before.
 */
function singular(lower: string): string {
  if (lower.length < 4 || !lower.endsWith('s')) return lower
  return lower
    .replace(/iones$/, 'ión')
    .replace(/ces$/, 'z')
    .replace(/(?<=[aeiouáéíóú][dlnrj])es$/, '')
    .replace(/(?<=[aeo])s$/, '')
}
