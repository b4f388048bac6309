import type { Anchor } from './anchors.ts'
import { countWhile } from './bisect.ts'
import type { Reading } from './reading.ts'
import { insideNoun } from './subject-search.ts'
import { finiteTag } from './tags.ts'

/** Units of a clause; `end` is exclusive. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where a clause that was found begins as a whole: with "that", with its subject, with the whole of a name. */
export function wholeStart(reading: Reading, anchor: Anchor, { start, end }: Stretch): number {
  if (anchor.side === 'before') return outsideName(reading, anchor, { start, end })
  const from = behindAgent(
    reading,
    anchor,
    withSubject(reading, anchor, behindCircumstances(reading, anchor, start)),
  )
  return outsideName(reading, anchor, { start: behindSource(reading, anchor, { start: from, end }), end })
}

/** "Asked by Roe whether": who asks or tells is no part of what is asked. */
function behindAgent({ units }: Reading, anchor: Anchor, start: number): number {
  if (!addressed.has(units[anchor.at]?.lower ?? '') || units[anchor.at + 1]?.lower !== 'by') return start
  if (opensClause.test(units[start]?.lower ?? '')) return start
  for (let index = start + 1; index < Math.min(anchor.to, anchor.at + farthestThat); index++) {
    const unit = units[index]
    if (unit !== undefined && opensClause.test(unit.lower)) return index
    if (unit === undefined || !insideNoun.test(unit.tag)) break
  }
  return start
}
const addressed = new Set(['asked', 'pressed', 'told', 'warned'])
const opensClause = /^(?:if|whether|that|why|how|what|when|where|who)$/

/** "According to polls made for the Gazette, half …": the statement begins behind the first comma after its source. */
function behindSource({ units }: Reading, anchor: Anchor, { start, end }: Stretch): number {
  if (units[anchor.at]?.cue?.group !== 'according') return start
  for (let index = anchor.at + 2; index < start; index++) if (units[index]?.lower === ',') return start
  for (let index = start; index < end - 1; index++) {
    if (units[index]?.lower === ',') return index + 1
  }
  return start
}

/** "That" follows its verb within this many units: "said on Monday in the town hall that". */
const farthestThat = 9

/** Moves a start off the circumstances before "that", and back over an article. */
function behindCircumstances({ units }: Reading, anchor: Anchor, start: number): number {
  const first = units[anchor.at + 1]
  const circumstances = first?.tag === 'TO' || (first?.tag === 'IN' && first.lower !== 'that')
  if (circumstances || units[anchor.at]?.cue?.group === 'tell') {
    for (let index = anchor.at + 2; index < Math.min(anchor.to, anchor.at + farthestThat); index++) {
      const unit = units[index]
      if (unit?.lower === 'that' && start < index) return index
      if (unit === undefined || /^(?:V|MD|,|CC|WP|WDT)/.test(unit.tag)) break
    }
  }
  const before = units[start - 1]
  return start - 1 > anchor.at && (before?.tag === 'DT' || before?.tag === 'PRP$') ? start - 1 : start
}

/** "Said the mayor will go": no statement begins with a verb whose subject stands right before it, behind the reporting verb. */
function withSubject({ units }: Reading, anchor: Anchor, start: number): number {
  const cue = units[anchor.at]?.cue
  if (cue === undefined || cue.group === 'tell') return start
  if (!/^(?:VB[DZ]|VBP|MD)$/.test(units[start]?.tag ?? '') || start < anchor.at + 2) return start
  for (let index = anchor.at + 1; index < start; index++) {
    if (!insideNoun.test(units[index]?.tag ?? '') && units[index]?.tag !== 'PRP') return start
  }
  return anchor.at + 1
}

/**
 * No clause begins within a name or right behind it with its "'s": it begins with the name ("said Ann Roe lied"), or
 * behind that of who is told ("told Ann Roe he lied").
 */
function outsideName(reading: Reading, anchor: Anchor, { start, end }: Stretch): number {
  const { units, names } = reading
  const at = units[start]?.tag === 'POS' ? start - 1 : start
  const token = units[at]?.token ?? 0
  const name = names[countWhile(names, (known) => known.start <= token) - 1]
  const first = at - (token - (name?.start ?? token))
  const earliest = anchor.side === 'after' ? anchor.at + 1 : anchor.from
  if (name === undefined || name.end <= token || first >= start || first < earliest) return start
  const behind = first + name.end - name.start
  const isTold = first === anchor.at + 1 && units[anchor.at]?.cue?.group === 'tell' && at === start
  return isTold && behind < end ? behind : first
}

/** "Answered her letter by calling it “odd”": what "answered" seems to report is how; "calling" reports what was said. */
export function saysHow({ units }: Reading, { start, end }: Stretch): boolean {
  for (let at = start; at < end; at++) {
    const unit = units[at]
    if (unit === undefined || unit.region >= 0 || finiteTag.test(unit.tag)) return false
    const verb = units[at + 1]
    if (unit.lower === 'by' && verb?.tag === 'VBG' && verb.cue !== undefined) return true
  }
  return false
}

/** "The plan - a “dry run” by spring -": what a dash parts from a noun explains it, unless it is what was said ("that …"). */
export function isAside({ units }: Reading, { at }: Anchor, start: number): boolean {
  if (!units[at]?.tag.startsWith('N') || !/^(?:--?|[–—―])$/.test(units[start]?.lower ?? '')) return false
  return units[start + 1]?.lower !== 'that'
}
