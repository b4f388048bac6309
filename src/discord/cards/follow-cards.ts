import type { Follow } from '../../archive/follows.ts'
import type { Trial } from '../../queries/follow-preview.ts'
import type { Check } from '../../queries/match-follow.ts'
import { linkedTitle } from './article-lines.ts'
import { type Card, card, divider, text } from './card.ts'
import { clip, moment } from './text.ts'

/** Longest condition, headline and reason that are shown. */
const maxCondition = 80
const maxTitle = 100
const maxReason = 160
/** Follows in one list, and tried articles of each kind: as many as fit one card. */
const maxListed = 10
const maxTrials = 6

/** What a follow posts and where, in one sentence. */
export function followSentence(follow: Follow): string {
  const { about, speaker, publisher, exclude, mention, channel } = follow
  const conditions = [
    about === undefined ? undefined : `about **${clip(about, maxCondition)}**`,
    speaker === undefined ? undefined : `in which **${clip(speaker, maxCondition)}** says something`,
    publisher === undefined ? undefined : `from **${clip(publisher, maxCondition)}**`,
    exclude === undefined ? undefined : `without **${clip(exclude, maxCondition)}**`,
  ].filter((condition) => condition !== undefined)
  const what = conditions.length === 0 ? 'Every new article' : `New articles ${conditions.join(', ')}`
  return `${what} → <#${channel}>${mention === undefined ? '' : `, mentioning <@&${mention}>`}, as soon as they arrive.`
}

/** The same in plain words, for a line of suggestions. */
export function followLabel({ about, speaker, publisher, exclude }: Follow): string {
  const parts = [
    about,
    speaker === undefined ? undefined : `speaker ${speaker}`,
    publisher === undefined ? undefined : `from ${publisher}`,
    exclude === undefined ? undefined : `without ${exclude}`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? 'Every new article' : parts.join(', ')
}

/** A follow was made: what it will post, and what it would have posted lately. */
export function followAddedCard(follow: Follow, trials: readonly Trial[]): Card {
  const posted = trials.filter((trial) => trial.posted)
  const lately =
    posted.length === 0
      ? 'Nothing of the last week would have been posted.'
      : `Of the last week it would have posted ${posted.length} of ${trials.length}:\n${lines(posted)}`
  return card(text(`### Following\n${followSentence(follow)}`), divider(), text(lately))
}

/** All follows of a server with their state. */
export function followListCard(follows: readonly Follow[]): Card {
  if (follows.length === 0) return card(text('### Follows\nThere are none yet. Make one with `/follow add`.'))
  const shown = follows.slice(0, maxListed).map((follow) => `- ${followSentence(follow)}${state(follow)}`)
  const more = follows.length > maxListed ? [`-# …and ${follows.length - maxListed} more`] : []
  return card(text(`### Follows`), text([...shown, ...more].join('\n')))
}

/** What a follow would have made of the last week: what it posts, and for the rest which condition failed. */
export function followTestCard(follow: Follow, trials: readonly Trial[]): Card {
  const posted = trials.filter((trial) => trial.posted)
  const rest = trials.filter((trial) => !trial.posted)
  return card(
    text(`### What this follow makes of the last week\n${followSentence(follow)}${state(follow)}`),
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
  return posted
    ? line
    : `${line}\n  -# ${checks
        .filter((check) => !check.met)
        .map(failure)
        .join('; ')}`
}

function failure({ condition, asked }: Check): string {
  const words = clip(asked, maxCondition)
  switch (condition) {
    case 'about':
      return `does not hold ${words}`
    case 'speaker':
      return `no sure statement by ${words}`
    case 'publisher':
      return `not from ${words}`
    case 'exclude':
      return `holds ${words}, which is excluded`
  }
}

function state({ paused }: Follow): string {
  return paused === undefined ? '' : `\n  -# Paused: ${clip(paused.reason, maxReason)}`
}
