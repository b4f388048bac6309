import type { Evidence, ExplainedCheck } from '../../queries/why.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { clip } from './text.ts'

/** Longest condition and passage that are shown. */
const maxCondition = 80
const maxPassage = 160
/** Most words of one condition that are pointed at. */
const maxEvidence = 3

/** Why a condition is met: which words stand where. Empty where nothing more can be said. */
export function reason({ condition, asked, evidence }: ExplainedCheck, say: Catalogue): string {
  if (condition === 'publisher') return say.follows.from(clip(asked, maxCondition))
  if (condition === 'exclude') return say.follows.without(clip(asked, maxCondition))
  return evidence
    .slice(0, maxEvidence)
    .map((one) => placed(one, say))
    .join(', ')
}

/** Why a condition is not met. */
export function failure({ condition, asked, evidence }: ExplainedCheck, say: Catalogue): string {
  const { why } = say
  const words = clip(asked, maxCondition)
  switch (condition) {
    case 'about':
      return evidence.length === 0 ? why.doesNotHold(words) : why.holdsLeftOut(words, held(evidence, say))
    case 'speaker':
      return why.noStatement(words)
    case 'publisher':
      return why.notFrom(words)
    case 'exclude':
      return why.holdsExcluded(held(evidence, say) || words)
  }
}

function held(evidence: readonly Evidence[], { why }: Catalogue): string {
  return evidence
    .slice(0, maxEvidence)
    .map(({ words }) => why.quoted(clip(words.replace(/^-/, ''), maxCondition)))
    .join(', ')
}

function placed({ words, place, passage }: Evidence, { why }: Catalogue): string {
  const shown = clip(words, maxCondition)
  const where = place === 'statement' ? why.says(shown) : why.inPlace(shown, place)
  return passage === undefined ? where : why.withPassage(where, clip(passage, maxPassage))
}
