import { madeUpArticle } from './made-up-articles.ts'

/** Scripts and styles are most of a news page. */
const scripts = `<script>${'window.dataLayer=window.dataLayer||[];'.repeat(3000)}</script>`
const menu = `<nav><ul>${'<li class="menu-item"><a href="/section">A section</a></li>'.repeat(60)}</ul></nav>`
const card =
  '<div class="card"><a href="/other"><img src="a.jpg" alt=""><h3>Headline of another article</h3></a><time>Monday</time></div>'

/** A made-up news page around a made-up article, with what stands around articles; the same number always gives the same one. */
export function madeUpPage(number: number): string {
  const { title, publisher, text } = madeUpArticle(number)
  const body = text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('<div class="ad-slot"></div>')
  return `<!doctype html><html lang="en"><head><title>${title} | ${publisher}</title><meta property="og:site_name" content="${publisher}">
    ${scripts}</head><body><header>${menu}</header><main><article><h1>${title}</h1><p class="byline">By Ada Brandt</p>${body}
    <div class="related">${card.repeat(8)}</div></article><aside>${card.repeat(40)}</aside></main><footer>${menu}</footer></body></html>`
}
