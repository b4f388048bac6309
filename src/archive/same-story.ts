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
 * From so much of the same wording, or of the same terms on, two texts may fill one form: the weather of two days, two matches
 * of one team. They tell of two events where too few particulars of the one that has fewer stand in the other: a copy that
 * was cut has no others, reports that share a quote may have some.
 */
const sameForm = 0.06
const sameTerms = 0.9
const ofCopies = { share: 0.75, least: 1 }
const ofReports = { share: 0.5, least: 3 }
const dayMs = 86_400_000

/** How surely two articles tell of one event: the more, the surer; 0 where they don't. `apart`: milliseconds between them. */
export function sameStory(first: StorySignature, second: StorySignature, apart: number): number {
  const wording = wordingLikeness(first, second)
  const telling = tellingLikeness(first, second)
  const isCopy = wording >= sameWording
  if ((isCopy || telling >= sameTerms) && !agree(first, second, ofCopies)) return 0
  if (wording >= sameForm && !agree(first, second, ofReports)) return 0
  const likeness =
    telling + particularsWeight * particularsLikeness(first, second) - (dayCost * apart) / dayMs
  return isCopy || likeness >= sameEvent ? Math.max(likeness, sameEvent) : 0
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

function agree(
  first: StorySignature,
  second: StorySignature,
  { share, least }: { readonly share: number; readonly least: number },
): boolean {
  const fewer = Math.min(first.particulars.length, second.particulars.length)
  return fewer < least || sharedParticulars(first, second) >= fewer * share
}

function sharedParticulars({ particulars }: StorySignature, other: StorySignature): number {
  return new Set(particulars).intersection(new Set(other.particulars)).size
}
