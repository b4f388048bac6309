import { type PageDocument, parsePage } from './document.ts'

/** What a page's JSON-LD says about its article, as written. */
export interface LinkedData {
  readonly title?: string | undefined
  readonly publisher?: string | undefined
  /** Names joined by ", ". */
  readonly author?: string | undefined
  readonly published?: string | undefined
  readonly standfirst?: string | undefined
  /** The article's text, plain or HTML; absent where the page says that it is not free to read. */
  readonly body?: string | undefined
}

/** Graphs of real pages nest five deep at most; hostile ones are not followed. */
const maxLinkedDepth = 8

/** Reads the first Article (or NewsArticle, BlogPosting, …) of the page's JSON-LD; empty where there is none. */
export function linkedData(page: PageDocument): LinkedData {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parseJson(script.textContent), 0)
    if (article !== undefined) return fieldsOf(article)
  }
  return {}
}

function fieldsOf(article: ReadonlyMap<string, unknown>): LinkedData {
  return {
    title: textOf(article.get('headline')),
    publisher: namesOf(article.get('publisher')),
    author: namesOf(article.get('author')),
    published: textOf(article.get('datePublished')),
    standfirst: textOf(article.get('description')),
    body: isFree(article) ? textOf(article.get('articleBody')) : undefined,
  }
}

function isFree(article: ReadonlyMap<string, unknown>): boolean {
  return !/^false$/i.test(String(article.get('isAccessibleForFree') ?? true))
}

function findArticle(value: unknown, depth: number): ReadonlyMap<string, unknown> | undefined {
  if (depth > maxLinkedDepth) return undefined
  if (Array.isArray(value)) return firstOf(value, (item) => findArticle(item, depth + 1))
  const node = asNode(value)
  if (node === undefined) return undefined
  const types = [node.get('@type')].flat()
  const isArticle = types.some((type) => typeof type === 'string' && /(?:Article|Posting)$/.test(type))
  return isArticle ? node : findArticle(node.get('@graph') ?? node.get('mainEntity'), depth + 1)
}

function namesOf(value: unknown): string | undefined {
  const names = [value].flat().map((one) => textOf(one) ?? textOf([asNode(one)?.get('name')].flat()[0]))
  return names.filter((name) => name !== undefined).join(', ') || undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? unescaped(value) : undefined
}

/** Many sites escape for HTML what JSON would take as it is: "Ferry &amp; crew". */
function unescaped(text: string): string {
  if (!/&#?\w{2,8};/.test(text)) return text
  return parsePage(text.replaceAll('<', '&lt;')).body?.textContent ?? text
}

function asNode(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** Broken JSON-LD is common, and no reason to refuse the page. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
