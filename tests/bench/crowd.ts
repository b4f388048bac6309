import { setTimeout as delay } from 'node:timers/promises'
import type { Hand } from '../../src/preview/hand.ts'
import type { InteractionOutcome } from '../../src/preview/interactions.ts'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { type Words, wordsFrom } from './made-up-asking.ts'
import { madeUpLanguage } from './made-up-language.ts'
import { timed } from './measure.ts'
import { repeatable } from './repeatable.ts'

/** Each person asks so often, in milliseconds, and so many times. */
export const pauseMs = 2_000
export const rounds = 10

/** What a person does, with other words each time. */
export type Ask = (hand: Hand, words: Words) => Promise<InteractionOutcome>

/** The questions of Crier's users. */
export const questions: Readonly<Record<string, Ask>> = {
  '/latest': (hand) => hand.command('latest'),
  '/latest about': (hand, { topic }) => hand.command('latest', { about: topic }),
  '/search': (hand, { topic }) => hand.command('search', { query: topic }),
  '/whosaid speaker': (hand, { person }) => hand.command('whosaid', { speaker: person }),
  '/whosaid about': (hand, { topic }) => hand.command('whosaid', { about: topic }),
  '/whosaid words': (hand, { phrase }) => hand.command('whosaid', { words: phrase }),
  'speakers, typing': (hand, { typed }) => hand.autocomplete('whosaid', { speaker: typed }, 'speaker'),
  'titles, typing': (hand, { typed }) => hand.autocomplete('summary', { article: typed }, 'article'),
}
/** Those of the echo bot's. */
export const echoes: Readonly<Record<string, Ask>> = {
  'echo bot': (hand) => hand.command('echo', { word: 'a' }),
  'echo bot, typing': (hand) => hand.autocomplete('echo', { word: 'a' }, 'word'),
}

/** So many people ask, everybody one question after the other, each a little later than the next. @returns milliseconds of each */
export async function askAll(
  discord: StandIn,
  asks: Readonly<Record<string, Ask>>,
  { size, users: count }: { readonly size: number; readonly users: number },
): Promise<Readonly<Record<string, readonly number[]>>> {
  const hand = discord.as(seedIds.member)
  const names = Object.keys(asks)
  const taken: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
  const language = madeUpLanguage()
  const person = async (number: number): Promise<void> => {
    const random = repeatable(size + number)
    await delay((number * pauseMs) / count)
    for (let round = 0; round < rounds; round += 1) {
      const name = names[(number + round) % names.length] ?? ''
      const words = wordsFrom(language, random, size)
      // What is not answered in three seconds counts as long as Discord waits for it.
      const took = await timed(() => asks[name]?.(hand, words))
      taken[name]?.push(took)
      await delay(Math.max(0, pauseMs - took))
    }
  }
  await Promise.all(Array.from({ length: count }, (_, number) => person(number)))
  return taken
}
