import { type Handler, Parser } from 'htmlparser2'
import { mendMarkup } from './feed-markup.ts'
import type { FeedRoot } from './feed-root.ts'
import {
  type Attributes,
  baseOf,
  isRss,
  nameIn,
  ownName,
  rootEnd,
  rootName,
  rootTag,
  writeAttributes,
} from './feed-tags.ts'

/** Real feeds nest 10 deep, those with XHTML content 40. */
const maxNesting = 256

/** Elements and attributes of the largest feed read: 5,000 entries of 60 elements. */
const maxElements = 300_000
const maxAttributes = 500

/** Elements that may be left open in all. Each makes closing slower, and who forgets one in a record has 1,000 records. */
const maxUnclosed = 10_000

/** Stretches in which a feed is read, so that reading stops soon after a limit is passed. */
const writtenChunk = 64 * 1024

/** Elements that repeat, and never within one another: a second one shows that the first was not closed. */
const records: ReadonlySet<string> = new Set(['item', 'entry'])

/** Elements that hold text: where one begins within another, the other was not closed. */
const fields: ReadonlySet<string> = new Set(
  (
    'title link guid id pubdate description published updated issued modified ' +
    'dc:date dc:creator dc:subject content:encoded'
  ).split(' '),
)

/**
 * Makes a feed's XML well-formed without changing what it says: closes what was left open, drops what closes
 * nothing, escapes stray "<", replaces declared entities, and makes every `xml:base` and every `href` of a link
 * absolute. Names of elements and attributes come out in lower case; comments, declarations and what stands outside
 * of the root go. Text stays escaped as it was.
 * @param base address that relative `xml:base` and `href` are resolved against
 * @throws Error that says which bound the feed breaks, or that it ends before its root has begun
 */
export function wellFormed(text: string, root: FeedRoot, base?: string): string {
  const tidy: Tidy = { root, base, out: [], open: [], elements: 0, unclosed: 0, inData: false, isOver: false }
  const parser = new Parser(handlers(tidy), parserOptions)
  const mended = mendMarkup(text.slice(root.start), root.entities)
  for (let start = 0; start < mended.length && !tidy.isOver; start += writtenChunk) {
    parser.write(mended.slice(start, start + writtenChunk))
  }
  parser.end()
  while (tidy.open.length > 0) close(tidy)
  if (tidy.elements === 0) throw new Error('it is cut off within its first tag')
  return tidy.out.join('')
}

/** Texts pass through as they are escaped; names are alike in lower case, whatever a feed makes of them. */
const parserOptions = {
  xmlMode: true,
  decodeEntities: false,
  lowerCaseTags: true,
  lowerCaseAttributeNames: true,
}

/** What is written so far, and where in the feed that is. */
interface Tidy {
  readonly root: FeedRoot
  readonly base: string | undefined
  readonly out: string[]
  readonly open: Open[]
  elements: number
  /** Elements that the feed has not closed so far, those among them that were closed for it. */
  unclosed: number
  inData: boolean
  /** Whether the root was closed: what follows is no part of the feed. */
  isOver: boolean
}

function handlers(tidy: Tidy): Partial<Handler> {
  const write = (piece: string): void => {
    if (!tidy.isOver) tidy.out.push(piece)
  }
  return {
    onopentag: (written, attributes) => openTag(tidy, written, attributes),
    onclosetag(written) {
      tidy.unclosed -= 1
      const depth = tidy.open.findLastIndex((element) => element.written === written)
      while (depth >= 0 && tidy.open.length > depth) close(tidy)
    },
    ontext: (piece) => write(tidy.inData ? piece : piece.replaceAll('<', '&lt;')),
    oncdatastart() {
      tidy.inData = true
      write('<![CDATA[')
    },
    oncdataend() {
      tidy.inData = false
      write(']]>')
    },
  }
}

function openTag(tidy: Tidy, written: string, attributes: Attributes): void {
  if (tidy.isOver) return
  const { root, open, out } = tidy
  const own = ownName(root, written)
  for (let left = leftOpen(tidy, own); left > 0; left -= 1) close(tidy)
  const base = baseOf(attributes, open.at(-1)?.base ?? tidy.base)
  if (open.length === 0) {
    open.push({ name: rootName(root), own, written, base })
    out.push(rootTag(root, attributes, base))
  } else {
    const name = isWrapper(tidy, own) ? undefined : nameIn(root, own, attributes)
    open.push({ name, own, written, base })
    // What begins a record carries the base that is in force there.
    const all = records.has(own) ? { ...attributes, 'xml:base': base ?? '' } : attributes
    if (name !== undefined) out.push(`<${name}${writeAttributes(name, all, base)}>`)
  }
  tidy.elements += 1
  tidy.unclosed += 1
  refuseLarge(tidy, attributes)
}

function close(tidy: Tidy): void {
  const { open, out } = tidy
  const name = open.pop()?.name
  tidy.isOver ||= open.length === 0
  const last = out.at(-1) ?? ''
  if (name === undefined) return
  // In XHTML content, `<br></br>` would be two line breaks to all who read it as HTML.
  if (/(?:^|:)br$/.test(name) && last.startsWith(`<${name}`)) out[out.length - 1] = `${last.slice(0, -1)}/>`
  else out.push(tidy.isOver ? rootEnd(tidy.root) : `</${name}>`)
}

/** An element that is not closed yet. */
interface Open {
  /** As it is written out; undefined for one of which only the content is. */
  readonly name: string | undefined
  /** In lower case, without the feed's own prefix. */
  readonly own: string
  readonly written: string
  /** The base of relative addresses within it. */
  readonly base: string | undefined
}

/** How many open elements an element shows to have been forgotten, by beginning where it cannot. */
function leftOpen({ root, open }: Tidy, own: string): number {
  // Items of RDF stand beside the channel, not in it.
  if (records.has(own) && root.name === 'rdf') return open.length - 1
  if (records.has(own)) {
    const outer = open.findLastIndex((element) => element.own === own)
    return outer < 0 ? 0 : open.length - outer
  }
  return fields.has(own) && fields.has(open.at(-1)?.own ?? '') ? 1 : 0
}

/**
 * Whether an element is only a wrapping. RSS has had items in the channel, beside it, and without any: all that it
 * holds is written into one channel.
 */
function isWrapper({ root, open }: Tidy, own: string): boolean {
  if (!isRss(root) || (own !== 'channel' && own !== 'items')) return false
  return open.slice(1).every(({ name }) => name === undefined)
}

function refuseLarge({ open, elements, unclosed }: Tidy, attributes: Attributes): void {
  if (open.length > maxNesting) throw new Error(`its elements are nested too deep (over ${maxNesting})`)
  if (elements > maxElements) throw new Error(`it has too many elements (over ${maxElements})`)
  if (unclosed > maxUnclosed) throw new Error(`too many of its elements are not closed (over ${maxUnclosed})`)
  if (Object.keys(attributes).length > maxAttributes) {
    throw new Error(`one of its elements has too many attributes (over ${maxAttributes})`)
  }
}
