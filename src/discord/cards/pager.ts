import type { APIComponentInContainer } from 'discord-api-types/v10'
import type { Page } from '../../archive/article-lists.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { button, row } from './card.ts'

/** Where a list stands: pages count from 0. */
export interface PageView {
  readonly page: number
  /** How many pages there are; at least 1. */
  readonly pages: number
  /** The id of the button that leads to a page. */
  readonly idOf: (page: number) => string
  /** The language of the answer. */
  readonly say: Catalogue
}

/** Buttons to the page before and after; none where everything is on one page. */
export function pager({ page, pages, idOf, say }: PageView): readonly APIComponentInContainer[] {
  if (pages <= 1) return []
  return [
    row(
      button(say.buttons.back, idOf(page - 1), { disabled: page <= 0 }),
      button(say.buttons.next, idOf(page + 1), { disabled: page >= pages - 1 }),
    ),
  ]
}

/** The page that is shown where one is asked for: the first or the last where there is no such page. */
export function pageWithin(page: number, pages: number): number {
  return Math.max(0, Math.min(page, pages - 1))
}

/** A list of which so many are known, and maybe more. */
type Counted = Omit<Page<unknown>, 'rows'>

/** How many pages a list fills; an empty one fills one. Of one that is not counted to its end, one more than is known. */
export function pageCount({ total, isMore }: Counted, perPage: number): number {
  return Math.max(1, Math.ceil((isMore ? total + 1 : total) / perPage))
}

/** How many a list has: `words` says a number of them. */
export function howMany(
  { total, isMore }: Counted,
  words: (count: number) => string,
  say: Catalogue,
): string {
  return isMore ? say.lookups.moreThan(words(total)) : words(total)
}
