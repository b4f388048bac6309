import type { StorySignature } from '../article.ts'

/** Milliseconds between the publication of two articles of one story at most: what is told later is other news. */
export const storyWindowMs = 3 * 86_400_000

/** From so much of the same wording on, two articles are one text, whole or cut. Reports that share quotes have less. */
const sameWording = 0.3
/**
 * What makes two articles tell of one event: likeness of their telling terms, and half of that of their particulars; each
 * day between them takes away a third. tests/eval/RESULTS.md says how the numbers were chosen.
 */
const particularsWeight = 0.5
const dayCost = 0.3
const sameEvent = 0.48
/**
 * From so much of the same wording on, two texts fill one form. Where they fill it with other particulars, less than half of
 * those of the one that has fewer, they tell of two events: the weather of two days, two matches of one team.
 */
const sameForm = 0.06
const sameParticulars = 0.5
const minParticulars = 3
const dayMs = 86_400_000

/** How surely two articles tell of one event: the more, the surer; 0 where they don't. `apart`: milliseconds between them. */
export function sameStory(first: StorySignature, second: StorySignature, apart: number): number {
  const wording = wordingLikeness(first, second)
  if (wording >= sameForm && haveOtherParticulars(first, second)) return 0
  const likeness =
    tellingLikeness(first, second) +
    particularsWeight * particularsLikeness(first, second) -
    (dayCost * apart) / dayMs
  return wording >= sameWording || likeness >= sameEvent ? Math.max(likeness, sameEvent) : 0
}

/** Whether two articles are one text, whole or cut: an agency's, which both print. */
export function isSameText(first: StorySignature, second: StorySignature): boolean {
  return wordingLikeness(first, second) >= sameWording
}

/** Estimated share of the runs of words that both texts have, 0 to 1. */
export function wordingLikeness({ wording }: StorySignature, other: StorySignature): number {
  if (wording.length === 0 || wording.length !== other.wording.length) return 0
  return wording.filter((least, order) => least === other.wording[order]).length / wording.length
}

/** Cosine of the telling terms, 0 to 1. */
export function tellingLikeness({ terms }: StorySignature, other: StorySignature): number {
  const weights = new Map(other.terms)
  return terms.reduce((sum, [stem, weight]) => sum + weight * (weights.get(stem) ?? 0), 0)
}

/** Cosine of the particulars, 0 to 1. */
function particularsLikeness(first: StorySignature, second: StorySignature): number {
  const [one, other] = [first.particulars.length, second.particulars.length]
  return sharedParticulars(first, second) / Math.sqrt(Math.max(one * other, 1))
}

function haveOtherParticulars(first: StorySignature, second: StorySignature): boolean {
  const fewer = Math.min(first.particulars.length, second.particulars.length)
  return fewer >= minParticulars && sharedParticulars(first, second) < fewer * sameParticulars
}

function sharedParticulars({ particulars }: StorySignature, other: StorySignature): number {
  return new Set(particulars).intersection(new Set(other.particulars)).size
}
