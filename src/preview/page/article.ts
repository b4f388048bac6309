import type { ExaminedArticle } from '../site/news-desk.ts'
import { h } from './dom.ts'
import { highlightedText } from './highlighted-text.ts'
import { quoteList } from './quote-list.ts'

const mostKeywords = 12
const mostPeople = 10

/** An article as it was understood: its text with everything found in it, and why. */
export function showArticle(article: ExaminedArticle, open: boolean): HTMLElement {
  const { title, publisher, author, publishedAt, standfirst, keywords, people, quotes } = article
  const text = highlightedText(article)
  const date = publishedAt === undefined ? undefined : new Date(publishedAt).toISOString().slice(0, 10)
  const byline = [publisher, author, date].filter((part) => part !== undefined && part !== '').join(' · ')
  return h(
    'details',
    { class: 'examined', open },
    h('summary', {}, h('b', { dir: 'auto' }, title), h('span', { class: 'subtext', dir: 'auto' }, byline)),
    standfirst !== undefined && h('p', { class: 'standfirst', dir: 'auto' }, standfirst),
    legend(),
    text.element,
    h('h3', {}, `Quotes and reported statements (${quotes.length})`),
    quotes.length === 0 ? h('p', { class: 'subtext' }, 'None was found.') : quoteList(article, text.light),
    keywords.length > 0 && h('h3', {}, 'Keywords'),
    chips(keywords.slice(0, mostKeywords).map(({ term }) => term)),
    people.length > 0 && h('h3', {}, 'People'),
    chips(people.slice(0, mostPeople).map(({ name, mentions }) => `${name} (${mentions})`)),
  )
}

function legend(): HTMLElement {
  return h(
    'p',
    { class: 'legend' },
    h('mark', { class: 'direct' }, 'quoted'),
    h('mark', { class: 'mixed' }, 'partly quoted'),
    h('mark', { class: 'indirect' }, 'reported'),
    h('span', { class: 'in-summary' }, 'in the summary'),
  )
}

function chips(words: readonly string[]): HTMLElement | undefined {
  if (words.length === 0) return undefined
  return h('ul', { class: 'chips' }, ...words.map((word) => h('li', { dir: 'auto' }, word)))
}
