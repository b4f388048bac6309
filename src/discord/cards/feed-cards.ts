import {
  type ExportedFeeds,
  type FeedState,
  type Finding,
  type FoundFeed,
  type ImportReport,
  maxServerFeeds,
} from '../../queries/server-feeds.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { button, type Card, card, divider, file, menu, menuOfMany, noticeCard, row, text } from './card.ts'
import { feedCondition, feedDetails } from './feed-words.ts'
import { pageCount, pager } from './pager.ts'
import { clip, moment } from './text.ts'

/** Longest name, address and headline that are shown. */
const maxName = 80
const maxAddress = 90
const maxTitle = 100
/** Feeds on a page: as many as fit one card, whatever is wrong with them. */
const perPage = 8
/** Refused feeds that are named after an import. */
const maxRefused = 5
const listFile = 'feeds.opml'

/** A page of a server's feeds, each with its state at a glance; a menu opens one. */
export function feedListCard(
  feeds: readonly FeedState[],
  { page, now, say }: { readonly page: number; readonly now: number; readonly say: Catalogue },
): Card {
  if (feeds.length === 0)
    return noticeCard('### Feeds\nThere are none yet. Add one with `/feeds add`: a page’s address will do.')
  const pages = pageCount(feeds.length, perPage)
  const shown = Math.max(0, Math.min(page, pages - 1))
  const part = feeds.slice(shown * perPage, (shown + 1) * perPage)
  return card(
    text(`### Feeds\n${totals(feeds)}`),
    text(part.map((feed) => listLine(feed, now)).join('\n')),
    menu(
      componentId('feeds', 'check'),
      'More of…',
      part.map(({ id, name, address }) => ({ label: name, value: id, description: address })),
    ),
    ...pager({ say, page: shown, pages, idOf: (to) => componentId('feeds', 'page', to) }),
  )
}

/** One feed in plain words: last read, next read, last error. */
export function feedCheckCard(feed: FeedState, now: number): Card {
  const mayRead = feed.isOwn && (feed.heldUntil ?? 0) <= now
  return card(
    text(`### ${clip(feed.name, maxName)}\n${clip(feed.address, maxAddress)}`),
    text(
      feedDetails(feed, now)
        .map((detail) => `- ${detail}`)
        .join('\n'),
    ),
    row(
      button('Read it now', componentId('feeds', 'read', feed.id), { disabled: !mayRead }),
      button('All feeds', componentId('feeds', 'page', 0)),
    ),
  )
}

/** What came of an address: the feed that was added, or those to choose from. */
export function findingCard(finding: Finding): Card {
  if (finding.kind === 'added')
    return card(text(`### Added\n${foundText(finding.feed)}`), divider(), text(firstSightText))
  const { feeds, key } = finding
  const choices = feeds.flatMap(({ name, address, isKnown }, place) =>
    isKnown ? [] : [{ label: name, value: String(place), description: address }],
  )
  return card(
    text(`### ${feeds.length === 1 ? 'One feed was' : `${feeds.length} feeds were`} found`),
    ...feeds.map((feed) => text(foundText(feed))),
    ...(choices.length === 0
      ? []
      : [divider(), menuOfMany(componentId('feeds', 'pick', key), 'Which shall be read?', choices)]),
  )
}

/** Feeds of an offer that are read from now on. */
export function feedsAddedCard(names: readonly string[]): Card {
  const lines = names.map((name) => `- ${clip(name, maxName)}`)
  return card(text(`### Added\n${lines.join('\n')}`), divider(), text(firstSightText))
}

/** A server's own feeds as a file. */
export function feedExportCard({ opml, feeds, ...exported }: ExportedFeeds): Card {
  const warning = secretsText(exported)
  if (feeds === 0 && warning === undefined)
    return noticeCard('There is nothing to export: this server has no feeds of its own.')
  const count = feeds === 1 ? 'One feed' : `${feeds} feeds`
  const parts = [`### Feeds of this server\n${count}, for any feed reader.`, ...(warning ?? [])].map(text)
  return { ...card(...parts, file(listFile)), files: [{ name: listFile, data: opml }] }
}

function secretsText({
  secrets,
  hasSecrets,
}: Pick<ExportedFeeds, 'secrets' | 'hasSecrets'>): readonly string[] | undefined {
  if (secrets === 0) return undefined
  const addresses = secrets === 1 ? 'One address holds' : `${secrets} addresses hold`
  return [
    hasSecrets
      ? `**${addresses} a password or key**: without it the list would be of no use. Keep the file to yourself.`
      : `${addresses} a password or key and ${secrets === 1 ? 'is' : 'are'} left out: those who manage the server are given the whole list.`,
  ]
}

/** What came of a list of feeds. */
export function feedImportCard({ added, known, refused, unusable }: ImportReport): Card {
  const lines = [
    `Added: **${added}**`,
    `Read already: **${known}**`,
    `Left out: **${refused.length + unusable}**`,
    ...refused
      .slice(0, maxRefused)
      .map(({ address, why }) => `-# ${clip(address, maxAddress)}: ${clip(why, maxTitle)}`),
    ...(refused.length > maxRefused ? [`-# …and ${refused.length - maxRefused} more`] : []),
    ...(unusable === 0 ? [] : [`-# ${unusable} without a web address`]),
  ]
  return card(
    text(`### List taken over\n${lines.join('\n')}`),
    ...(added === 0 ? [] : [divider(), text(firstSightText)]),
  )
}

const firstSightText = '-# What a feed holds now is kept silently; what comes later is news.'

function totals(feeds: readonly FeedState[]): string {
  const own = feeds.filter(({ isOwn }) => isOwn)
  const failing = feeds.filter(({ error, disabled }) => error !== undefined && disabled === undefined)
  const stopped = feeds.filter(({ disabled }) => disabled !== undefined)
  return [
    `${own.length} of ${maxServerFeeds} of this server`,
    ...(feeds.length > own.length ? [`${feeds.length - own.length} open to all`] : []),
    ...(failing.length > 0 ? [`${failing.length} failing`] : []),
    ...(stopped.length > 0 ? [`${stopped.length} given up`] : []),
  ].join(' · ')
}

function listLine(feed: FeedState, now: number): string {
  const { name, address, isOwn } = feed
  const where = isOwn ? clip(address, maxAddress) : `${clip(address, maxAddress)} · open to all`
  return `**${clip(name, maxName)}** · ${where}\n-# ${feedCondition(feed, now)}`
}

function foundText({ name, address, isKnown, newest }: FoundFeed): string {
  const lines = newest.map(({ title, publishedAt }) => {
    const age = publishedAt === undefined ? '' : ` (${moment(publishedAt, 'R')})`
    return `- ${clip(title, maxTitle)}${age}`
  })
  return [
    `**${clip(name, maxName)}** · ${clip(address, maxAddress)}${isKnown ? ' · read already' : ''}`,
    ...(lines.length === 0 ? ['-# There is nothing in it yet.'] : lines),
  ].join('\n')
}
