import type { Follow } from '../../archive/follows.ts'
import type { Trial } from '../../queries/follow-preview.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { linkedTitle } from './article-lines.ts'
import { type Card, card, divider, text } from './card.ts'
import { followSentence, pauseReason, type ToldFollow } from './follow-words.ts'
import { pageCount, pager, pageWithin } from './pager.ts'
import { clip, moment } from './text.ts'
import { failure, reason } from './why-words.ts'

/** Longest headline and reason that are shown. */
const maxTitle = 100
const maxReason = 160
/** Follows on a page, and tried articles of each kind: as many as fit one card. */
const perPage = 10
const maxTrials = 6

/** How a list is shown. */
export interface ListView {
  /** The time zone of the owner. */
  readonly zone: string
  readonly command: 'follow' | 'alerts'
  /** From 0 on; beyond the last, the last. */
  readonly page: number
  readonly say: Catalogue
}

/** A follow was made or changed: what it will post, and what it would have posted lately. */
export function followSetCard(heading: string, told: ToldFollow, trials: readonly Trial[]): Card {
  const { say } = told
  const posted = trials.filter((trial) => trial.posted)
  const lately =
    posted.length === 0
      ? say.follows.noneOfWeek
      : `${say.follows.someOfWeek(posted.length, trials.length)}\n${lines(posted, say)}`
  return card(text(`### ${heading}\n${followSentence(told)}`), divider(), text(lately))
}

/** A page of an owner's follows with their state; `command` is the one that makes them. */
export function followListCard(follows: readonly Follow[], { zone, command, page, say }: ListView): Card {
  if (follows.length === 0)
    return card(
      text(
        `### ${say.follows.follows}\n${say.follows.noneYet(`\`/${say.names[command]} ${say.names.add}\``)}`,
      ),
    )
  const pages = pageCount({ total: follows.length }, perPage)
  const shown = pageWithin(page, pages)
  const lines = follows
    .slice(shown * perPage, (shown + 1) * perPage)
    .map((follow) => `${sign(follow)} ${followSentence({ follow, zone, say })}${state(follow, say)}`)
  return card(
    text(`### ${say.follows.follows}`),
    text(lines.join('\n')),
    ...pager({ say, page: shown, pages, idOf: (to) => componentId(command, 'list', to) }),
  )
}

/** What a follow would have made of the last week: what it posts, and for the rest which condition failed. */
export function followTestCard(told: ToldFollow, trials: readonly Trial[]): Card {
  const { follow, say } = told
  const posted = trials.filter((trial) => trial.posted)
  const rest = trials.filter((trial) => !trial.posted)
  return card(
    text(`### ${say.follows.test}\n${followSentence(told)}${state(follow, say)}`),
    divider(),
    text(
      `**${say.follows.posted(posted.length, trials.length)}**\n${lines(posted, say) || `-# ${say.follows.nothing}`}`,
    ),
    ...(rest.length === 0 ? [] : [text(`**${say.follows.notPosted(rest.length)}**\n${lines(rest, say)}`)]),
  )
}

function lines(trials: readonly Trial[], say: Catalogue): string {
  const shown = trials.slice(0, maxTrials).map((trial) => trialLine(trial, say))
  const more = trials.length > maxTrials ? [`-# ${say.lookups.andMore(trials.length - maxTrials)}`] : []
  return [...shown, ...more].join('\n')
}

function trialLine({ head, checks, posted }: Trial, say: Catalogue): string {
  const line = `**${linkedTitle(head, maxTitle)}** (${moment(head.publishedAt, 'R')})`
  const why = checks
    .filter((check) => posted || !check.met)
    .map((check) => (posted ? reason : failure)(check, say))
  const reasons = why.filter((words) => words !== '')
  return reasons.length === 0 ? line : `${line}\n-# ${reasons.join('; ')}`
}

/** State at a glance. */
function sign({ paused }: Follow): string {
  if (paused === undefined) return '🟢'
  return paused.cause === 'asked' ? '⏸️' : '🔴'
}

function state({ paused }: Follow, say: Catalogue): string {
  if (paused === undefined) return ''
  return `\n-# ${say.follows.pausedSince(clip(pauseReason(paused, say), maxReason))}`
}
