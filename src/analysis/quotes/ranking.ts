import type { Identity } from './identities.ts'

/** One possible speaker with all mentions that mean it. */
export interface Weighed extends Identity {
  /** The likeliest of its mentions: index into the reading's candidates; -1 for nobody. */
  readonly mention: number
  /** Sum over the mentions, 0 to 1. */
  readonly chance: number
}

/** The others hardly ever weigh anything; keeping them costs memory in long texts. */
const mostKept = 6
/** Somebody named goes before nobody unless that is so many times less likely: a guess is shown as one. */
const preferNamed = 0.35

/** Sums the chances of mentions that mean the same speaker, and puts the likeliest first. */
export function rankSpeakers(mentions: readonly Weighed[]): readonly Weighed[] {
  const speakers = new Map<string, { best: Weighed; chance: number }>()
  for (const mention of mentions) {
    const known = speakers.get(mention.key)
    if (known === undefined) speakers.set(mention.key, { best: mention, chance: mention.chance })
    else {
      if (mention.chance > known.best.chance) known.best = mention
      known.chance += mention.chance
    }
  }
  return Array.from(speakers.values(), ({ best: { key, entity, mention, shown }, chance }) => {
    return { key, entity, mention, shown, chance }
  })
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, mostKept)
}

function rank({ shown, chance }: Weighed): number {
  return shown < 0 ? chance * preferNamed : chance
}
