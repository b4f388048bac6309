import type { Evidence, ExplainedCheck } from '../../queries/why.ts'
import { clip } from './text.ts'

/** Longest condition and passage that are shown. */
const maxCondition = 80
const maxPassage = 160
/** Most words of one condition that are pointed at. */
const maxEvidence = 3

/** Why a condition is met: which words stand where. Empty where nothing more can be said. */
export function reason({ condition, asked, evidence }: ExplainedCheck): string {
  if (condition === 'publisher') return `from ${clip(asked, maxCondition)}`
  if (condition === 'exclude') return `without ${clip(asked, maxCondition)}`
  return evidence.slice(0, maxEvidence).map(placed).join(', ')
}

/** Why a condition is not met. */
export function failure({ condition, asked, evidence }: ExplainedCheck): string {
  const words = clip(asked, maxCondition)
  switch (condition) {
    case 'about':
      return evidence.length === 0
        ? `does not hold ${words}`
        : `holds what ${words} leaves out: ${held(evidence)}`
    case 'speaker':
      return `no sure statement by ${words}`
    case 'publisher':
      return `not from ${words}`
    case 'exclude':
      return `holds ${held(evidence) || words}, which is excluded`
  }
}

function held(evidence: readonly Evidence[]): string {
  return evidence
    .slice(0, maxEvidence)
    .map(({ words }) => `“${clip(words.replace(/^-/, ''), maxCondition)}”`)
    .join(', ')
}

function placed({ words, place, passage }: Evidence): string {
  const shown = passage === undefined ? '' : `: ${clip(passage, maxPassage)}`
  if (place === 'statement') return `${clip(words, maxCondition)} says${shown}`
  return `“${clip(words, maxCondition)}” in the ${place}${shown}`
}
