import { canonicalUrl } from '../canonical-url.ts'
import { type PageDocument, parsePage } from './document.ts'

/** What a page's JSON-LD says about its article, as written. */
export interface LinkedData {
  /** Headline and name, where they are there. */
  readonly titles?: readonly (string | undefined)[]
  readonly publisher?: string | undefined
  /** Names joined by ", ". */
  readonly author?: string | undefined
  readonly published?: string | undefined
  readonly standfirst?: string | undefined
  readonly language?: string | undefined
  /** Whether there is an article at all. */
  readonly isArticle?: boolean
  /** Whether it says that it is not free to read. */
  readonly isLocked?: boolean
  /** The article's text, plain or HTML; absent where the page says that it is not free to read. */
  readonly body?: string | undefined
}

type Node = ReadonlyMap<string, unknown>

/** Graphs of real pages nest five deep at most and hold a hundred nodes; hostile ones are not followed. */
const maxLinkedDepth = 8
const maxNodes = 1000

/**
 * Reads the Article (or NewsArticle, BlogPosting, …) of the page's JSON-LD: of several the one that names the page's address or
 * headline, else the first. Empty where there is none.
 * @param about the page's own addresses and headlines, as far as they are known
 */
export function linkedData(page: PageDocument, about: readonly (string | undefined)[] = []): LinkedData {
  const nodes: Node[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
    gatherNodes(parseJson(script.textContent), nodes, 0)
  const articles = nodes.filter(isArticle)
  const known = new Set(about.filter((name) => name !== undefined).map(meant))
  const article = articles.find((node) => isAbout(node, known)) ?? articles[0]
  return article === undefined ? {} : fieldsOf(article, nodes)
}

/** All nodes with a type or an id, outer ones first, as far as they are parts of one another or of a graph. */
function gatherNodes(value: unknown, found: Node[], depth: number): void {
  if (depth > maxLinkedDepth || found.length > maxNodes) return
  for (const item of [value].flat()) {
    const node = asNode(item)
    if (node === undefined) continue
    if (node.has('@type') || node.has('@id')) found.push(node)
    for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher'])
      gatherNodes(node.get(name), found, depth + 1)
  }
}

function isArticle(node: Node): boolean {
  const types = [node.get('@type')].flat()
  return types.some((type) => typeof type === 'string' && /(?:Article|Posting|Report)$/.test(type))
}

function isAbout(node: Node, about: ReadonlySet<string>): boolean {
  const place = node.get('mainEntityOfPage')
  const own = [node.get('url'), node.get('@id'), place, asNode(place)?.get('@id'), node.get('headline')]
  return own.some((value) => typeof value === 'string' && about.has(meant(unescaped(value))))
}

/** However an address is linked, it means the same page. */
function meant(addressOrHeadline: string): string {
  return canonicalUrl(addressOrHeadline) ?? addressOrHeadline
}

function fieldsOf(article: Node, nodes: readonly Node[]): LinkedData {
  return {
    titles: ['headline', 'name'].map((name) => textOf(article.get(name))),
    publisher: namesOf(article.get('publisher'), nodes),
    author: namesOf(article.get('author'), nodes),
    published: textOf(article.get('datePublished')),
    standfirst: textOf(article.get('description')),
    language: textOf(article.get('inLanguage')),
    isArticle: true,
    isLocked: !isFree(article),
    body: isFree(article) ? textOf(article.get('articleBody')) : undefined,
  }
}

function isFree(article: Node): boolean {
  return !/^false$/i.test(String(article.get('isAccessibleForFree') ?? true))
}

function namesOf(value: unknown, nodes: readonly Node[]): string | undefined {
  const names = [value].flat().map((one) => textOf(one) ?? nameOf(asNode(one), nodes))
  return [...new Set(names.filter((name) => name !== undefined))].join(', ') || undefined
}

/** The name of a node, or of the node of the graph that it only points to. */
function nameOf(node: Node | undefined, nodes: readonly Node[]): string | undefined {
  const own = textOf([node?.get('name')].flat()[0])
  const id = node?.get('@id')
  if (own !== undefined || id === undefined) return own
  const meant = nodes.find((other) => other.get('@id') === id && other.has('name'))
  return textOf([meant?.get('name')].flat()[0])
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? unescaped(value) : undefined
}

/** Many sites escape for HTML what JSON and attributes would take as it is: "Ferry &amp; crew". */
export function unescaped(text: string): string {
  if (!/&#?\w{2,8};/.test(text)) return text
  return parsePage(`<html><body>${text.replaceAll('<', '&lt;')}</body></html>`).body?.textContent ?? text
}

function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined
}

/** What sites put around JSON so that older programs pass over it. */
const wrapping =
  /^\s*(?:<!--|(?:\/[/*]\s*)?<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/[/*]\s*)?\]\]>(?:\s*\*\/)?|;)\s*$/g

/** Broken JSON-LD is common, and no reason to refuse the page: line breaks within strings, comments around all of it. */
function parseJson(text: string): unknown {
  const bare = text.replace(wrapping, '')
  for (const written of [text, bare, bare.replace(/\s+/g, ' ')]) {
    try {
      return JSON.parse(written)
    } catch {}
  }
  return undefined
}
