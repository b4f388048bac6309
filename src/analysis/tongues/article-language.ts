import { languagesByWord, type ToldLanguage, toldLanguages } from './function-words.ts'

/** What is known of an article's language before it is read. */
interface Unread {
  readonly title: string
  readonly text: string
  /** BCP 47 tag as the source gives it. Often a system's default, so that the words have the last say. */
  readonly language?: string
}

/** So much of a text tells its language; more changes nothing. */
const sampleLength = 3000
/** Fewer different known words are chance: a headline, a list of names with "de la" in them. */
const fewestKnown = 4
/** Running text holds a third of such words; of a language that merely shares some, fewer. */
const leastShare = 0.15
/** How many times as many words of the language as of the next one must be known. */
const leastLead = 1.25
/** A text of so many words of which fewer than this share are known is in a language that is not. */
const enoughWords = 60
const foreignShare = 0.06

const unknown = 'und'

/** A run of letters, elided ones by themselves ("l'", "d'"). */
const word = /[\p{L}\p{M}]+/gu
const latin = /\p{sc=Latin}/u
const scripts = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['ko', /\p{sc=Hangul}/u],
  ['zh', /\p{sc=Han}/u],
  ['el', /\p{sc=Greek}/u],
  ['he', /\p{sc=Hebrew}/u],
  ['th', /\p{sc=Thai}/u],
] as const

/**
 * The BCP 47 tag of the language in which an article is written. What the text's commonest words tell for sure goes before
 * what the source says, which is often its system's default; where they tell nothing, the source is believed, and where it says
 * nothing, English is assumed. "und" for a language that is neither told nor declared. Looks at the first 3,000 characters.
 * @example articleLanguage({ title: '', text: 'Der Hafen ist seit dem Morgen für alle Schiffe gesperrt.', language: 'en' })  // => 'de'
 */
export function articleLanguage({ title, text, language }: Unread): string {
  const declared = language === undefined || language === '' ? 'en' : language
  const sample = `${title}\n${text.slice(0, sampleLength)}`
  const written = sample.match(word) ?? []
  const foreign = scriptOf(written)
  if (foreign !== undefined) return isWrittenInLatin(declared) ? foreign : declared
  const told = toldBy(written)
  if (told === undefined) return declared
  return primaryOf(declared) === told || (told === unknown && primaryOf(declared) !== 'en') ? declared : told
}

/** The language of a text that is mostly in another script than Latin; undefined for other texts. */
function scriptOf(words: readonly string[]): string | undefined {
  let [letters, others] = [0, 0]
  for (const { length, 0: first = '' } of words) {
    letters += length
    if (first > '\u024f' && !latin.test(first)) others += length
  }
  if (others * 2 <= letters) return undefined
  const all = words.join('')
  return scripts.find(([, script]) => script.test(all))?.[0] ?? unknown
}

/** The languages of news that are read here in Latin letters: a tag of one of them is wrong for another script. */
function isWrittenInLatin(tag: string): boolean {
  return toldLanguages.some((language) => language === primaryOf(tag))
}

/** What the words tell; "und" where a long text has hardly any that are known, undefined where they tell nothing. */
function toldBy(words: readonly string[]): ToldLanguage | typeof unknown | undefined {
  const { counts, different: differentOf } = countByLanguage(words)
  const most = Math.max(...counts)
  const best = counts.indexOf(most)
  const next = Math.max(...counts.filter((_, number) => number !== best))
  const different = differentOf[best] ?? 0
  if (different >= fewestKnown && most >= leastShare * words.length && most >= leastLead * next)
    return toldLanguages[best]
  return words.length >= enoughWords && most < foreignShare * words.length ? unknown : undefined
}

/** How many of the words each language has among its commonest, and how many different ones. */
function countByLanguage(words: readonly string[]): {
  readonly counts: Uint16Array
  readonly different: Uint16Array
} {
  const counts = new Uint16Array(toldLanguages.length)
  const different = new Uint16Array(toldLanguages.length)
  const { byWord, longest } = languagesByWord()
  const seen = new Set<readonly number[]>()
  for (const written of words) {
    const languages = written.length > longest ? undefined : byWord.get(written.toLowerCase())
    if (languages === undefined) continue
    // Each word has a list of its own.
    const isNew = !seen.has(languages)
    if (isNew) seen.add(languages)
    for (const number of languages) {
      counts[number] = (counts[number] ?? 0) + 1
      if (isNew) different[number] = (different[number] ?? 0) + 1
    }
  }
  return { counts, different }
}

function primaryOf(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase()
}
