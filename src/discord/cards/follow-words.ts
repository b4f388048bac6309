import { defaultDigestTime, type Follow, isPersonOwner } from '../../archive/follows.ts'
import { clip } from './text.ts'

/** Longest condition that is shown. */
const maxCondition = 80

/** What a follow posts, where and when, in one sentence. `zone` is the time zone of its owner. */
export function followSentence(follow: Follow, zone: string): string {
  const { about, speaker, publisher, exclude, mention } = follow
  const conditions = [
    about === undefined ? undefined : `about **${clip(about, maxCondition)}**`,
    speaker === undefined ? undefined : `in which **${clip(speaker, maxCondition)}** says something`,
    publisher === undefined ? undefined : `from **${clip(publisher, maxCondition)}**`,
    exclude === undefined ? undefined : `without **${clip(exclude, maxCondition)}**`,
  ].filter((condition) => condition !== undefined)
  const what = conditions.length === 0 ? 'Every new article' : `New articles ${conditions.join(', ')}`
  const mentions = mention === undefined ? '' : `, mentioning <@&${mention}>`
  return `${what} → ${placeOf(follow)}${mentions}, ${timesOf(follow, zone)}.`
}

/** The conditions in plain words, for a line of suggestions. */
export function followLabel({ about, speaker, publisher, exclude }: Follow): string {
  const parts = [
    about,
    speaker === undefined ? undefined : `speaker ${speaker}`,
    publisher === undefined ? undefined : `from ${publisher}`,
    exclude === undefined ? undefined : `without ${exclude}`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? 'Every new article' : parts.join(', ')
}

function placeOf({ owner, channel, crosspost }: Follow): string {
  if (isPersonOwner(owner)) return 'your direct messages'
  return `<#${channel}>${crosspost === true ? ' (published to the channels that follow it)' : ''}`
}

function timesOf(follow: Follow, ownersZone: string): string {
  const { delivery, at = defaultDigestTime, most, quiet } = follow
  const zone = follow.timezone ?? ownersZone
  const times = [
    delivery === 'hourly' ? 'as a digest at each full hour' : undefined,
    delivery === 'daily' ? `as a digest every day at ${at}` : undefined,
    delivery === undefined ? 'as soon as they arrive' : undefined,
    delivery === undefined && most !== undefined
      ? `at most ${most} a day and the rest as a digest at ${at}`
      : undefined,
    quiet === undefined ? undefined : `silent ${quiet.replace('-', ' to ')}`,
  ].filter((part) => part !== undefined)
  const named = delivery === 'daily' || most !== undefined || quiet !== undefined ? ` (${zone})` : ''
  return `${times.join(', ')}${named}`
}
