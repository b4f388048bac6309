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
import { problemIn } from '../words-of.ts'
import { button, type Card, card, divider, file, menu, menuOfMany, noticeCard, row, text } from './card.ts'
import { feedCondition, feedDetails } from './feed-words.ts'
import { pageCount, pager, pageWithin } from './pager.ts'
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
  const { heading, noneYet } = say.feeds
  if (feeds.length === 0)
    return noticeCard(`### ${heading}\n${noneYet(`\`/${say.names.feeds} ${say.names.add}\``)}`)
  const pages = pageCount({ total: feeds.length }, perPage)
  const shown = pageWithin(page, pages)
  const part = feeds.slice(shown * perPage, (shown + 1) * perPage)
  return card(
    text(`### ${heading}\n${totals(feeds, say)}`),
    text(part.map((feed) => listLine(feed, now, say)).join('\n')),
    menu(
      componentId('feeds', 'check'),
      say.menus.moreOf,
      part.map(({ id, name, address }) => ({ label: name, value: id, description: address })),
    ),
    ...pager({ say, page: shown, pages, idOf: (to) => componentId('feeds', 'page', to) }),
  )
}

/** One feed in plain words: last read, next read, last error. */
export function feedCheckCard(feed: FeedState, now: number, say: Catalogue): Card {
  const mayRead = feed.isOwn && (feed.heldUntil ?? 0) <= now
  return card(
    text(`### ${clip(feed.name, maxName)}\n${clip(feed.address, maxAddress)}`),
    text(
      feedDetails(feed, now, say)
        .map((detail) => `- ${detail}`)
        .join('\n'),
    ),
    row(
      button(say.buttons.readNow, componentId('feeds', 'read', feed.id), { disabled: !mayRead }),
      button(say.buttons.allFeeds, componentId('feeds', 'page', 0)),
    ),
  )
}

/** What came of an address: the feed that was added, or those to choose from. */
export function findingCard(finding: Finding, say: Catalogue): Card {
  if (finding.kind === 'added')
    return card(text(`### ${say.feeds.added}\n${foundText(finding.feed, say)}`), divider(), firstSight(say))
  const { feeds, key } = finding
  const choices = feeds.flatMap(({ name, address, isKnown }, place) =>
    isKnown ? [] : [{ label: name, value: String(place), description: address }],
  )
  return card(
    text(`### ${say.feeds.found(feeds.length)}`),
    ...feeds.map((feed) => text(foundText(feed, say))),
    ...(choices.length === 0
      ? []
      : [divider(), menuOfMany(componentId('feeds', 'pick', key), say.menus.whichToRead, choices)]),
  )
}

/** Feeds of an offer that are read from now on. */
export function feedsAddedCard(names: readonly string[], say: Catalogue): Card {
  const lines = names.map((name) => `- ${clip(name, maxName)}`)
  return card(text(`### ${say.feeds.added}\n${lines.join('\n')}`), divider(), firstSight(say))
}

/** A server's own feeds as a file. */
export function feedExportCard({ opml, feeds, ...exported }: ExportedFeeds, say: Catalogue): Card {
  const warning = secretsText(exported, say)
  if (feeds === 0 && warning === undefined) return noticeCard(say.feeds.nothingToExport)
  const heading = `### ${say.feeds.exported}\n${say.feeds.exportedCount(feeds)}`
  const parts = [heading, ...(warning ?? [])].map(text)
  return { ...card(...parts, file(listFile)), files: [{ name: listFile, data: opml }] }
}

function secretsText(
  { secrets, hasSecrets }: Pick<ExportedFeeds, 'secrets' | 'hasSecrets'>,
  { feeds }: Catalogue,
): readonly string[] | undefined {
  if (secrets === 0) return undefined
  return [hasSecrets ? feeds.secretsKept(secrets) : feeds.secretsLeftOut(secrets)]
}

/** What came of a list of feeds. */
export function feedImportCard({ added, known, refused, unusable }: ImportReport, say: Catalogue): Card {
  const { feeds, lookups } = say
  const lines = [
    feeds.addedCount(added),
    feeds.knownCount(known),
    feeds.leftOutCount(refused.length + unusable),
    ...refused
      .slice(0, maxRefused)
      .map(({ address, why }) => `-# ${clip(address, maxAddress)}: ${clip(problemIn(why, say), maxTitle)}`),
    ...(refused.length > maxRefused ? [`-# ${lookups.andMore(refused.length - maxRefused)}`] : []),
    ...(unusable === 0 ? [] : [`-# ${feeds.unusable(unusable)}`]),
  ]
  return card(
    text(`### ${feeds.imported}\n${lines.join('\n')}`),
    ...(added === 0 ? [] : [divider(), firstSight(say)]),
  )
}

function firstSight({ feeds }: Catalogue): ReturnType<typeof text> {
  return text(`-# ${feeds.firstSight}`)
}

function totals(all: readonly FeedState[], { feeds }: Catalogue): string {
  const own = all.filter(({ isOwn }) => isOwn)
  const failing = all.filter(({ error, disabled }) => error !== undefined && disabled === undefined)
  const stopped = all.filter(({ disabled }) => disabled !== undefined)
  return [
    feeds.ownCount(own.length, maxServerFeeds),
    ...(all.length > own.length ? [feeds.openCount(all.length - own.length)] : []),
    ...(failing.length > 0 ? [feeds.failingCount(failing.length)] : []),
    ...(stopped.length > 0 ? [feeds.givenUpCount(stopped.length)] : []),
  ].join(' · ')
}

function listLine(feed: FeedState, now: number, say: Catalogue): string {
  const { name, address, isOwn } = feed
  const shown = clip(address, maxAddress)
  const where = isOwn ? shown : `${shown} · ${say.feeds.openToAll}`
  return `**${clip(name, maxName)}** · ${where}\n-# ${feedCondition(feed, now, say)}`
}

function foundText({ name, address, isKnown, newest }: FoundFeed, { feeds }: Catalogue): string {
  const lines = newest.map(({ title, publishedAt }) => {
    const age = publishedAt === undefined ? '' : ` (${moment(publishedAt, 'R')})`
    return `- ${clip(title, maxTitle)}${age}`
  })
  return [
    `**${clip(name, maxName)}** · ${clip(address, maxAddress)}${isKnown ? ` · ${feeds.readAlready}` : ''}`,
    ...(lines.length === 0 ? [`-# ${feeds.empty}`] : lines),
  ].join('\n')
}
