import type { JsonFeed } from 'feedsmith'
import { type EntryFields, type FeedFields, type FeedText, urlIn } from './feed-fields.ts'

/** A JSON Feed, as feedsmith gives it, in the form that all feeds have in common. */
export function jsonFields(feed: JsonFeed.Feed<string>): FeedFields {
  return {
    title: plain(feed.title),
    links: [feed.home_page_url],
    id: feed.feed_url,
    published: [],
    updated: [],
    description: plain(feed.description),
    language: feed.language,
    hints: {},
    entries: (feed.items ?? []).map((item) => itemFields(item, feed)),
  }
}

function itemFields(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): EntryFields {
  const content: FeedText | undefined =
    item.content_html === undefined ? plain(item.content_text) : { value: item.content_html, isHtml: true }
  return {
    title: plain(item.title),
    links: [item.url, item.external_url, urlIn(item.id)],
    id: item.id,
    published: [item.date_published],
    updated: [item.date_modified],
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    summary: plain(item.summary),
    content,
    categories: item.tags ?? [],
  }
}

function plain(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, isHtml: false }
}
