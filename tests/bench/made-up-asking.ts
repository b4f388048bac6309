import type { MadeUpLanguage } from './made-up-language.ts'

/** Words that somebody may ask for. */
export interface Words {
  /** A topic as news has them: some in one of forty articles, most in few. */
  readonly topic: string
  readonly person: string
  /** Four words in a row of some statement. */
  readonly phrase: string
  /** The first letters of a person's name. */
  readonly typed: string
  /** The id of any article. */
  readonly article: string
}

/** Other words each time. @param size articles of the archive */
export function wordsFrom(language: MadeUpLanguage, random: () => number, size: number): Words {
  const topic = language.topic(random)
  const person = language.person(random)
  const phrase = language.sentence(random, [topic]).split(' ').slice(0, 4).join(' ')
  const typed = person.slice(0, 1 + Math.floor(random() * 4))
  return { topic, person, phrase, typed, article: `m${Math.floor(random() * size)}` }
}
