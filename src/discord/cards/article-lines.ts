import type { Head } from '../../archive/article-lists.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { clip, link, moment } from './text.ts'

/** Longest headline, publisher and sentence in a list: five entries with them and their links fit one card. */
const maxTitle = 160
const maxPublisher = 60

/** The headline in bold, linked to the article where it has an address. */
export function headline(head: Pick<Head, 'title' | 'url'>): string {
  return `**${linkedTitle(head, maxTitle)}**`
}

/** The headline cut to a length, linked to the article where it has an address. */
export function linkedTitle({ title, url }: Pick<Head, 'title' | 'url'>, limit: number): string {
  return link(clip(title, limit), url)
}

type Changes = Pick<Head, 'correctedAt'> & { readonly withdrawnAt?: number }

/** Publisher, age and, where the article was changed or withdrawn, when: one small line. */
export function byline(head: Pick<Head, 'publisher' | 'publishedAt'> & Changes, say: Catalogue): string {
  return [publisherOf(head, say), moment(head.publishedAt, 'R'), ...changesOf(head, say)].join(' · ')
}

/** When an article was corrected and when it was withdrawn, as far as it was. */
export function changesOf({ correctedAt, withdrawnAt }: Changes, say: Catalogue): readonly string[] {
  return [
    ...(correctedAt === undefined ? [] : [say.lookups.corrected(moment(correctedAt, 'f'))]),
    ...(withdrawnAt === undefined ? [] : [say.lookups.withdrawn(moment(withdrawnAt, 'f'))]),
  ]
}

/** Who wrote it, cut to fit; says so where the article does not tell. */
export function publisherOf({ publisher }: Pick<Head, 'publisher'>, say: Catalogue): string {
  return publisher === '' ? say.lookups.publisherNotNamed : clip(publisher, maxPublisher)
}

/** Who wrote it, as it stands among other names; says so where the article does not tell. */
export function outletName({ publisher }: Pick<Head, 'publisher'>, say: Catalogue): string {
  return publisher === '' ? say.lookups.withoutPublisher : publisher
}

/** Names as a list that is cut after so many: "A, B and 2 more". */
export function listedUpTo(most: number, names: readonly string[], say: Catalogue): string {
  const more = names.length > most ? [say.lookups.more(names.length - most)] : []
  return say.listed([...names.slice(0, most), ...more])
}
