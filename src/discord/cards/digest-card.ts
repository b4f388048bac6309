import type { Head } from '../../archive/article-lists.ts'
import type { Digest, DigestLine } from '../../queries/digest.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { changesOf, linkedTitle, listedUpTo, publisherOf } from './article-lines.ts'
import { button, type Card, type CardFile, card, menu, picture, row, text } from './card.ts'
import { pageCount, pageWithin } from './pager.ts'
import { clip, link, moment } from './text.ts'

/** Stories of one page: they fit one message with the people and a menu. */
const perPage = 10
const maxTitle = 120
const maxGist = 180
const maxName = 50
/** Others of a story that are named. */
const maxOthers = 3

/** Which digest, and how it is shown. */
export interface DigestView {
  /** Name of its posting. */
  readonly posting: number
  /** Marks the message as this posting's, so that it is recognised after a crash. */
  readonly key: string
  /** Epoch milliseconds for which it was planned. */
  readonly at: number
  /** From 0 on. */
  readonly page: number
  /** Ids of the roles that the follows mention. */
  readonly roles: readonly string[]
  /** The language of the channel. */
  readonly say: Catalogue
  /** Who is quoted how often, as a picture; absent: it would say no more than the line of names. */
  readonly chart?: CardFile | undefined
}

/** What has gathered for a channel: an entry for each story, the people quoted most, and a menu of summaries. */
export function digestCard(digest: Digest, view: DigestView): Card {
  const { lines, people } = digest
  const { say } = view
  const pages = pageCount({ total: lines.length }, perPage)
  const page = pageWithin(view.page, pages)
  const shown = lines.slice(page * perPage, (page + 1) * perPage)
  const mentions = view.roles.map((role) => `<@&${role}>`).join(' ')
  const made = card(
    text(`### ${say.posts.digest(countsOf(digest, say))}\n-# ${moment(view.at, 'f')}`),
    text(shown.map((one) => entry(one, say)).join('\n\n')),
    ...(people.length === 0 ? [] : [text(`-# ${say.posts.quotedMost(people.map(person).join(', '))}`)]),
    ...(view.chart === undefined ? [] : [picture(view.chart)]),
    ...(mentions === '' ? [] : [text(mentions)]),
    ...summaryMenu(shown, view),
    row(
      ...(pages === 1 ? [] : turns({ ...view, page }, pages)),
      button(say.buttons.why, componentId('follow', 'whose', view.posting)),
    ),
  )
  return view.chart === undefined ? made : { ...made, files: [view.chart] }
}

/** None where everything was withdrawn. */
function summaryMenu(lines: readonly DigestLine[], { key, say }: DigestView) {
  const open = lines.map(({ head }) => head).filter(({ withdrawnAt }) => withdrawnAt === undefined)
  if (open.length === 0) return []
  const options = open.map(({ id, title, publisher }) => ({
    value: id,
    label: title,
    description: publisher,
  }))
  return [menu(componentId('summary', 'open', '', key), say.menus.readSummaryOf, options)]
}

function turns({ posting, page, say }: DigestView, pages: number) {
  const turn = (label: string, to: number) =>
    button(label, componentId('follow', 'digest', posting, to), { disabled: to < 0 || to >= pages })
  return [turn(say.buttons.back, page - 1), turn(say.buttons.more(page + 1, pages), page + 1)]
}

/** Of what was withdrawn, the struck headline alone: nothing of its text, and no link. */
function entry({ head, others }: DigestLine, say: Catalogue): string {
  const small = [publisherOf(head, say), ...changesOf(head, say), ...alsoIn(others, say)].join(' · ')
  if (head.withdrawnAt !== undefined) return `~~${clip(head.title, maxTitle) || '…'}~~\n-# ${small}`
  const gist = head.gist === undefined ? [] : [clip(head.gist, maxGist)]
  return [`**${linkedTitle(head, maxTitle)}**`, ...gist, `-# ${small}`].join('\n')
}

function alsoIn(others: readonly Head[], say: Catalogue): readonly string[] {
  if (others.length === 0) return []
  const names = others.map(({ publisher, url }) =>
    link(clip(publisher === '' ? '…' : publisher, maxName), url),
  )
  return [say.posts.alsoTold(listedUpTo(maxOthers, names, say))]
}

function countsOf({ articles, lines }: Digest, { posts }: Catalogue): string {
  const count = posts.articles(articles)
  if (lines.length === articles) return count
  return posts.articlesAndStories(count, lines.length)
}

function person({ name, statements }: Digest['people'][number]): string {
  return `${clip(name, maxName)} (${statements})`
}
