import { isElement, type PageElement, type PageNode } from './document.ts'
import { namesAbstract, namesFurniture, namesLabel, namesOf } from './names.ts'
import { endsSentence } from './paragraph.ts'
import { measure, type Size } from './size.ts'
import { walk } from './walk.ts'

/** Elements that are furniture by what they are. */
const furnitureElements: ReadonlySet<string> = new Set(
  (
    'script style noscript template svg nav aside footer header figure figcaption picture img form button select input ' +
    'textarea dialog menu iframe object embed audio video canvas label fieldset address'
  ).split(' '),
)

/** And by the part they play. */
const furnitureRoles: ReadonlySet<string> = new Set(
  'complementary navigation banner contentinfo dialog alertdialog alert search menu menubar toolbar tooltip'.split(
    ' ',
  ),
)

/** Whatever it is called: what holds more than this share of the page's prose is the article, or around it. */
const maxFurnitureShare = 0.4

/** A label (a date, a name, a category) has no more characters than this, an abstract no more than that. */
const maxLabel = 150
const maxAbstract = 400

/** Less prose is no article. */
const minArticle = 250

/**
 * Takes out of a page what is no article by the names and parts that its author gave it: navigation, captions, bylines, share
 * buttons, related articles, comments, advertising. What holds much of the page's prose stays, whatever its name.
 */
export function removeFurniture(body: PageElement): void {
  const sizes = measure(body)
  const whole = sizes.get(body)?.prose ?? 0
  removeOtherArticles(body, sizes)
  walk(body, {
    enter(node) {
      if (!isElement(node)) return false
      const size = sizes.get(node)
      const isArticle = size !== undefined && (size.marked || size.prose > whole * maxFurnitureShare)
      if (node === body || isArticle || isWithinLine(node) || !isFurniture(node, size)) return true
      node.remove()
      return false
    },
  })
}

function isFurniture(element: PageElement, size: Size | undefined): boolean {
  if (furnitureElements.has(element.localName) || isHidden(element)) return true
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return true
  // A cell is part of its table, whatever it is called.
  if (inTable.has(element.localName)) return false
  const [names, length] = [namesOf(element), size?.length ?? 0]
  if (namesFurniture(names) || (length <= maxAbstract && namesAbstract(names))) return true
  return length <= maxLabel && namesLabel(names) && !endsSentence(element.textContent.trim())
}

const inTable: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tr', 'td', 'th'])

function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
}

const withinLines: ReadonlySet<string> = new Set(
  'a abbr b cite code em font i mark q s small span strong sub sup time u'.split(' '),
)
const lines: ReadonlySet<string> = new Set(
  'p li dd dt td th h1 h2 h3 h4 h5 h6 blockquote span a em strong b i font u'.split(' '),
)

/** Within a line of text, names say how words look, not what they are. */
function isWithinLine({ localName, parentNode }: PageElement): boolean {
  return (
    withinLines.has(localName) &&
    parentNode !== null &&
    isElement(parentNode) &&
    lines.has(parentNode.localName)
  )
}

/** Where the page's first headline stands in an article of its own, the articles after that are others. */
function removeOtherArticles(body: PageElement, sizes: ReadonlyMap<PageNode, Size>): void {
  const heading = body.querySelector('h1')
  const own = ancestorsOf(heading).find((element) => element.localName === 'article')
  if (own === undefined || (sizes.get(own)?.prose ?? 0) < minArticle) return
  const articles = [...body.querySelectorAll('article')]
  for (const other of articles.slice(articles.indexOf(own) + 1)) {
    if (!ancestorsOf(other).includes(own)) other.remove()
  }
}

function ancestorsOf(node: PageNode | null): readonly PageElement[] {
  const ancestors: PageElement[] = []
  for (let at = node?.parentNode ?? null; at !== null; at = at.parentNode)
    if (isElement(at)) ancestors.push(at)
  return ancestors
}
