/** What a made-up page says. */
interface PageText {
  readonly title: string
  /** Markup for its head. */
  readonly head?: string
  /** One paragraph in place of the usual ones. */
  readonly text?: string
}

/** Paragraphs of a made-up article, with a quote. */
export const paragraphs: readonly string[] = [
  'The ferry to the outer islands sailed again on Friday morning, after nine weeks in the yard at Quay Haven.',
  '“Nobody has lost a berth, and nobody will,” said Marisol Ferrante, who leads the harbour commission of the islands.',
  'The repairs cost four million crowns, a third less than was feared in spring, according to the port office.',
  'Two hundred people and forty cars were on board when she left the eastern basin, and the school band played.',
]

/** A publisher's page with an article. */
export function page({ title, head = '', text }: PageText): string {
  const body = (text === undefined ? paragraphs : [text]).map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Quay Courier">${head}</head>
<body><article><h1>${title}</h1>${body}</article></body></html>`
}
