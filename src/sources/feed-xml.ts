import { type Handler, Parser } from 'htmlparser2'
import { absoluteUrl } from './absolute-url.ts'
import { mendMarkup } from './feed-markup.ts'
import type { FeedRoot } from './feed-root.ts'

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
  for (let left = leftOpen(open, written); left > 0; left -= 1) close(tidy)
  const name = nameIn(root, written, attributes)
  const base = baseOf(attributes, open.at(-1)?.base ?? tidy.base)
  const all = open.length === 0 ? { ...attributes, ...rootAttributes.get(name) } : attributes
  open.push({ name, written, base })
  out.push(`<${name}${writeAttributes(name, all, base)}>`)
  tidy.elements += 1
  tidy.unclosed += 1
  refuseLarge(tidy, attributes)
}

function close(tidy: Tidy): void {
  const { open, out } = tidy
  const name = open.pop()?.name ?? ''
  const last = out.at(-1) ?? ''
  // In XHTML content, `<br></br>` would be two line breaks to all who read it as HTML.
  if (/(?:^|:)br$/.test(name) && last.startsWith(`<${name}`)) out[out.length - 1] = `${last.slice(0, -1)}/>`
  else out.push(`</${name}>`)
  tidy.isOver ||= open.length === 0
}

/** An element that is not closed yet. */
interface Open {
  /** As it is written out, which may differ from how the feed wrote it. */
  readonly name: string
  readonly written: string
  /** The base of relative addresses within it. */
  readonly base: string | undefined
}

type Attributes = Readonly<Record<string, string>>

/** How many open elements an element shows to have been forgotten, by beginning where it cannot. */
function leftOpen(open: readonly Open[], name: string): number {
  if (records.has(name)) {
    const outer = open.findLastIndex((element) => element.written === name)
    return outer < 0 ? 0 : open.length - outer
  }
  return fields.has(name) && fields.has(open.at(-1)?.written ?? '') ? 1 : 0
}

/**
 * What the root must say to be known. Feeds leave it out, or name namespaces that nobody knows; RSS has none.
 * The root element alone tells what a feed is.
 */
const rootAttributes: ReadonlyMap<string, Attributes> = new Map([
  ['rss', { version: '2.0', xmlns: '' }],
  ['feed', { xmlns: 'http://www.w3.org/2005/Atom' }],
])

/** Names without the root's prefix, except RDF's, whose root is not of the vocabulary of what it holds. */
function nameIn({ name, prefix }: FeedRoot, written: string, attributes: Attributes): string {
  // RDF's table of contents is left unknown: items that it forgets would be left out.
  if (name === 'rdf' && /(?:^|:)items$/.test(written)) return 'contents'
  // A link of RSS that has its address in an attribute is one of Atom's that lost its prefix.
  if (written === 'link' && name !== 'feed' && attributes.href !== undefined) return 'atom:link'
  const own = name !== 'rdf' && prefix !== '' && written.startsWith(prefix)
  return validName(own ? written.slice(prefix.length) : written) ?? 'unknown'
}

/** Broken markup makes names of quotes and brackets; all names of feeds are plain. */
function validName(name: string): string | undefined {
  return /^[a-z_][\w.:-]{0,200}$/.test(name) ? name : undefined
}

function baseOf(attributes: Attributes, outer: string | undefined): string | undefined {
  const own = attributes['xml:base']?.trim()
  return own ? (absoluteUrl(own, outer) ?? outer) : outer
}

function writeAttributes(name: string, attributes: Attributes, base: string | undefined): string {
  return Object.entries(attributes)
    .filter(([key]) => validName(key) !== undefined)
    .map(([key, value]) => {
      if (key === 'xml:base') return base === undefined ? '' : ` xml:base="${quoted(base)}"`
      // The mode of Atom 0.3, in the words of Atom 1.0.
      if (key === 'type' && attributes.mode === 'base64') return ' type="application/octet-stream"'
      const isLink = key === 'href' && /^(?:[\w.-]{1,60}:)?link$/.test(name)
      return ` ${key}="${quoted(isLink ? (absoluteUrl(value, base) ?? value) : value)}"`
    })
    .join('')
}

function quoted(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

function refuseLarge({ open, elements, unclosed }: Tidy, attributes: Attributes): void {
  if (open.length > maxNesting) throw new Error(`its elements are nested too deep (over ${maxNesting})`)
  if (elements > maxElements) throw new Error(`it has too many elements (over ${maxElements})`)
  if (unclosed > maxUnclosed) throw new Error(`too many of its elements are not closed (over ${maxUnclosed})`)
  if (Object.keys(attributes).length > maxAttributes) {
    throw new Error(`one of its elements has too many attributes (over ${maxAttributes})`)
  }
}
