import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { analyse } from '../../src/analysis/analyse.ts'
import { deepLinks } from '../../src/archive/deep-link.ts'
import type { Draft, Span } from '../../src/article.ts'
import { readArticleFile } from '../../src/sources/article-file.ts'

const folder = join(import.meta.dirname, '..', '..', 'articles')

/** An article and what of it is linked to: its sentences and its quotes. */
export interface LinkedArticle {
  readonly draft: Draft
  readonly sentences: readonly Span[]
  readonly passages: readonly Span[]
}

/** What became of one link. */
export interface Landing {
  readonly words: string
  readonly link: string
  readonly right: boolean
}

/** The project's own articles, read and understood. */
export function ownArticles(): readonly LinkedArticle[] {
  return readdirSync(folder)
    .filter((name) => /\.(txt|md|html)$/.test(name) && name !== 'README.md')
    .map((name) => linkedArticle(readArticleFile(name, readFileSync(join(folder, name)))))
}

/** An article with everything in it that is linked to. */
export function linkedArticle(draft: Draft): LinkedArticle {
  const { sentences, quotes } = analyse(draft)
  return { draft, sentences, passages: [...sentences, ...quotes.map(({ span }) => span)] }
}

/** Serves the articles as pages, opens every link in the browser, and sees where it scrolls to. */
export async function followLinks(
  articles: readonly LinkedArticle[],
  page: Page,
): Promise<readonly Landing[]> {
  const pages = articles.map(pageOf)
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(pages[Number(new URL(request.url ?? '', 'http://localhost').pathname.slice(1))] ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await page.setViewportSize({ width: 900, height: 300 })
  const landings: Landing[] = []
  for (const [index, { draft, sentences, passages }] of articles.entries()) {
    for (const [number, span] of passages.entries()) {
      // Another query each time: within one page, a browser scrolls only where a person pressed something.
      const linkTo = deepLinks({ ...draft, url: `${origin}/${index}?${number}` })
      const link = linkTo(span) ?? ''
      await page.goto(link)
      const sentence = sentences.findIndex(({ end }) => end > span.start)
      const right = Boolean(await page.evaluate(`(${standsInTheMiddle})(${sentence})`))
      landings.push({ words: draft.text.slice(span.start, span.end), link, right })
    }
  }
  server.close()
  return landings
}

/**
 * Runs in the page, whose names are not known here: whether the middle of the window is within the sentence, a line more
 * or less, once the browser has had time to scroll.
 */
const standsInTheMiddle = `async (sentence) => {
  for (let looks = 0; scrollY === 0 && looks < 25; looks += 1) await new Promise((done) => setTimeout(done, 20))
  const parts = [...document.querySelectorAll('[data-sentence="' + sentence + '"]')]
  const rects = parts.flatMap((part) => [...part.getClientRects()])
  const middle = innerHeight / 2
  return scrollY > 0 && rects.some(({ top, bottom }) => top - 30 <= middle && middle <= bottom + 30)
}`

/**
 * A news page: navigation, headline, standfirst, a picture whose caption begins like a sentence of the text, links and
 * emphasis within sentences, spaces that don't break, hyphens that don't show, a box between the paragraphs. One
 * screen stands between two paragraphs.
 */
function pageOf({ draft, sentences }: LinkedArticle): string {
  const { title, standfirst = '', text } = draft
  let at = 0
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const start = at
    at += paragraph.length + 2
    return `<p>${sentencesIn(text, { start, end: start + paragraph.length }, sentences)}</p>`
  })
  const middle = sentences[Math.floor(sentences.length / 2)]
  const caption =
    middle === undefined ? '' : text.slice(middle.start, middle.end).split(' ').slice(0, 5).join(' ')
  paragraphs.splice(2, 0, `<aside>Read next: ${escaped(title)}</aside>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
    <style>p, h1, figure, nav { margin: 0 0 700px } body { font: 16px/20px sans-serif }</style></head><body>
    <nav><a href="/">Home</a> <a href="/news">${escaped(title.split(' ').slice(0, 3).join(' '))}</a></nav>
    <h1>${escaped(title)}</h1><p>${escaped(standfirst)}</p>
    <figure><figcaption>${escaped(caption)}</figcaption></figure>${paragraphs.join('\n')}
    <footer style="height:700px">More about ${escaped(title)}</footer></body></html>`
}

function sentencesIn(text: string, paragraph: Span, sentences: readonly Span[]): string {
  let html = ''
  let at = paragraph.start
  for (const [number, { start, end }] of sentences.entries()) {
    if (start < paragraph.start || end > paragraph.end) continue
    const written = dressed(text.slice(start, end), number)
    html += `${escaped(text.slice(at, start))}<span data-sentence="${number}">${written}</span>`
    at = end
  }
  return html + escaped(text.slice(at, paragraph.end))
}

/** Words with what pages do to them. */
function dressed(sentence: string, number: number): string {
  return sentence
    .split(' ')
    .map((word, index) => {
      const place = number * 3 + index
      if (place % 7 === 3) return `<a href="/topic">${escaped(word)}</a>`
      if (place % 11 === 5) return `<em>${escaped(word)}</em>`
      if (place % 13 === 4 && /^[a-z]{8,}$/.test(word)) return `${word.slice(0, 4)}&shy;${word.slice(4)}`
      return escaped(word)
    })
    .map((word, index) => (index === 0 ? word : `${(number + index) % 9 === 4 ? '&nbsp;' : ' '}${word}`))
    .join('')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
