import { allTongues, type Tongue } from './tongue.ts'

/**
 * What marks a stem that is not English, so that the German "Rat" (a council) is no rat, and no search for one finds the other.
 * They are letters, so that indexes keep them, and letters that folding takes away, so that no text holds them.
 */
const marks: Readonly<Record<Tongue, string>> = { en: '', de: 'ᵈ', fr: 'ᶠ', es: 'ˢ', other: 'ˣ' }

const tongues = new Map(allTongues.map((tongue) => [marks[tongue], tongue]))

/** A stem of a language with its mark. */
export function marked(stem: string, tongue: Tongue): string {
  return stem + marks[tongue]
}

/** Whose mark a stem has; English has none, nor have words with digits and those of other alphabets. */
export function tongueOfStem(stem: string): Tongue {
  // Most stems end in a letter of ASCII, which is no mark.
  return stem.charCodeAt(stem.length - 1) < 128 ? 'en' : (tongues.get(stem.slice(-1)) ?? 'en')
}
