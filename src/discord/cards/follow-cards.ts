import type { Follow } from '../../archive/follows.ts'
import type { Trial } from '../../queries/follow-preview.ts'
import { linkedTitle } from './article-lines.ts'
import { type Card, card, divider, text } from './card.ts'
import { followSentence } from './follow-words.ts'
import { clip, moment } from './text.ts'
import { failure, reason } from './why-words.ts'

/** Longest headline and reason that are shown. */
const maxTitle = 100
const maxReason = 160
/** Follows in one list, and tried articles of each kind: as many as fit one card. */
const maxListed = 10
const maxTrials = 6

/** A follow, and the time zone of its owner. */
export interface ZonedFollow {
  readonly follow: Follow
  readonly zone: string
}

/** How a list is shown. */
export interface ListView {
  /** The time zone of the owner. */
  readonly zone: string
  readonly command: 'follow' | 'alerts'
}

/** A follow was made or changed: what it will post, and what it would have posted lately. */
export function followSetCard(
  heading: string,
  { follow, zone }: ZonedFollow,
  trials: readonly Trial[],
): Card {
  const posted = trials.filter((trial) => trial.posted)
  const lately =
    posted.length === 0
      ? 'Nothing of the last week would have been posted.'
      : `Of the last week it would have posted ${posted.length} of ${trials.length}:\n${lines(posted)}`
  return card(text(`### ${heading}\n${followSentence(follow, zone)}`), divider(), text(lately))
}

/** All follows of an owner with their state; `command` is the one that makes them. */
export function followListCard(follows: readonly Follow[], { zone, command }: ListView): Card {
  if (follows.length === 0)
    return card(text(`### Follows\nThere are none yet. Make one with \`/${command} add\`.`))
  const shown = follows
    .slice(0, maxListed)
    .map((follow) => `${sign(follow)} ${followSentence(follow, zone)}${state(follow)}`)
  const more = follows.length > maxListed ? [`-# …and ${follows.length - maxListed} more`] : []
  return card(text(`### Follows`), text([...shown, ...more].join('\n')))
}

/** What a follow would have made of the last week: what it posts, and for the rest which condition failed. */
export function followTestCard({ follow, zone }: ZonedFollow, trials: readonly Trial[]): Card {
  const posted = trials.filter((trial) => trial.posted)
  const rest = trials.filter((trial) => !trial.posted)
  return card(
    text(`### What this follow makes of the last week\n${followSentence(follow, zone)}${state(follow)}`),
    divider(),
    text(`**Posted: ${posted.length} of ${trials.length}**\n${lines(posted) || '-# nothing'}`),
    ...(rest.length === 0 ? [] : [text(`**Not posted: ${rest.length}**\n${lines(rest)}`)]),
  )
}

function lines(trials: readonly Trial[]): string {
  const shown = trials.slice(0, maxTrials).map(trialLine)
  return [...shown, ...(trials.length > maxTrials ? [`-# …and ${trials.length - maxTrials} more`] : [])].join(
    '\n',
  )
}

function trialLine({ head, checks, posted }: Trial): string {
  const line = `- ${linkedTitle(head, maxTitle)} (${moment(head.publishedAt, 'R')})`
  const why = checks.filter((check) => posted || !check.met).map(posted ? reason : failure)
  const reasons = why.filter((words) => words !== '')
  return reasons.length === 0 ? line : `${line}\n  -# ${reasons.join('; ')}`
}

/** State at a glance. */
function sign({ paused }: Follow): string {
  if (paused === undefined) return '- 🟢'
  return paused.cause === 'asked' ? '- ⏸️' : '- 🔴'
}

function state({ paused }: Follow): string {
  return paused === undefined ? '' : `\n  -# Paused: ${clip(paused.reason, maxReason)}`
}
