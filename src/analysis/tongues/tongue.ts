/** The languages whose words and sentences are known here. */
export const knownTongues = ['en', 'de', 'fr', 'es'] as const

/** A language as the analysis tells them apart; all that it does not know are one. */
export type Tongue = (typeof knownTongues)[number] | 'other'

/** All of them: a word that is looked for may stand in an article of any. */
export const allTongues: readonly Tongue[] = [...knownTongues, 'other']

/**
 * The tongue of a BCP 47 tag, whatever its region and script.
 * @example tongueOf('de-AT')  // => 'de'
 */
export function tongueOf(tag: string): Tongue {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/, 1)
  return knownTongues.find((tongue) => tongue === primary) ?? 'other'
}
