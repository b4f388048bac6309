import { defaultDigestTime, type Follow, isPersonOwner, type Pause } from '../../archive/follows.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { clip } from './text.ts'

/** Longest condition that is shown. */
const maxCondition = 80

/** The reason of a follow whose channel was deleted; any other is what Discord said as it refused a post. */
export const channelDeleted = 'deleted'

/** A follow, its owner's time zone, and the language in which it is told. */
export interface ToldFollow {
  readonly follow: Follow
  readonly zone: string
  readonly say: Catalogue
}

/** What a follow posts, where and when, in one sentence. */
export function followSentence({ follow, zone, say }: ToldFollow): string {
  const { about, speaker, publisher, exclude, mention } = follow
  const { follows } = say
  const shown = (tell: (words: string) => string, words: string | undefined): readonly string[] =>
    words === undefined ? [] : [tell(`**${clip(words, maxCondition)}**`)]
  const conditions = [
    ...shown(follows.about, about),
    ...shown(follows.speaks, speaker),
    ...shown(follows.from, publisher),
    ...shown(follows.without, exclude),
  ]
  return follows.sentence({
    what: conditions.length === 0 ? follows.everyArticle : follows.newArticles(conditions.join(', ')),
    place: placeOf(follow, say),
    mention: mention === undefined ? undefined : `<@&${mention}>`,
    times: timesOf(follow, zone, say),
  })
}

/** The conditions in plain words, for a line of suggestions. */
export function followLabel({ about, speaker, publisher, exclude }: Follow, { follows }: Catalogue): string {
  const parts = [
    about,
    speaker && follows.speaker(speaker),
    publisher && follows.from(publisher),
    exclude && follows.without(exclude),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? follows.everyArticle : parts.join(', ')
}

/** Why a follow is paused, in a sentence. */
export function pauseReason({ cause, reason }: Pause, { reasons }: Catalogue): string {
  if (cause === 'asked') return reasons.byHand
  if (cause === 'left') return reasons.serverLeft
  return closedReason(reason, reasons)
}

/** Why a channel is closed, in a sentence. One that is kept whole, as the first versions did, stands as it is. */
export function closedReason(reason: string, reasons: Catalogue['reasons']): string {
  if (reason === channelDeleted) return reasons.channelDeleted
  return reason.endsWith('.') ? reason : reasons.refused(reason)
}

function placeOf({ owner, channel, crosspost }: Follow, { follows }: Catalogue): string {
  if (isPersonOwner(owner)) return follows.yourDirectMessages
  return crosspost === true ? follows.published(`<#${channel}>`) : `<#${channel}>`
}

function timesOf(follow: Follow, ownersZone: string, { follows }: Catalogue): string {
  const { delivery, at = defaultDigestTime, most, quiet } = follow
  const zone = follow.timezone ?? ownersZone
  const [from = '', to = ''] = quiet?.split('-') ?? []
  const times = [
    delivery === 'hourly' ? follows.hourly : undefined,
    delivery === 'daily' ? follows.daily(at) : undefined,
    delivery === undefined ? follows.atOnce : undefined,
    delivery === undefined && most !== undefined ? follows.atMost(most, at) : undefined,
    quiet === undefined ? undefined : follows.silent(from, to),
  ].filter((part) => part !== undefined)
  const named = delivery === 'daily' || most !== undefined || quiet !== undefined ? ` (${zone})` : ''
  return `${times.join(', ')}${named}`
}
