import { Parser } from 'htmlparser2'
import type { FeedText } from './feed-fields.ts'
import { joinParagraphs, oneLine } from './plain-text.ts'

/** Characters of the longest text taken from one field; the longest newspaper features have 150,000. */
const maxTextLength = 1_000_000

/** Elements whose content is no reading text. */
const unread: ReadonlySet<string> = new Set(
  'script style noscript template svg iframe video audio canvas select form figure figcaption head'.split(
    ' ',
  ),
)

/** Elements that begin and end a paragraph. */
const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset footer h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Elements that stand in a line. What is neither these nor above is no markup but text: "List<String>". */
const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym applet area b bdi bdo big blink br button caption cite code col colgroup data del dfn em embed ' +
    'font frame frameset i img input ins kbd label legend link map mark marquee meta meter object option output param ' +
    'picture q rp rt ruby s samp small source span strike strong sub sup textarea time title track tt u var wbr'
  ).split(' '),
)

/** What WordPress puts under each entry of a feed. */
const trailer = /^The post .{1,400} (?:first appeared|appeared first) on .{1,200}\.?$/

/** Characters read of a title with its markup, and kept of it. The longest headlines have 300. */
const maxMarkedTitle = 10_000
const maxTitle = 1000

/** A title or a name as one line of plain text, cut after 1,000 characters; empty where it holds none. */
export function titleText(text: FeedText | undefined): string {
  if (text === undefined) return ''
  const read = readableText({ ...text, value: text.value.slice(0, maxMarkedTitle) })
  return oneLine(read.slice(0, maxTitle).toWellFormed())
}

/** A summary or an article as plain paragraphs joined by "\n\n"; undefined where it holds no text. */
export function paragraphsText(text: FeedText | undefined): string | undefined {
  const paragraphs = readableText(text)
    .split(/\n\s*\n/)
    .filter((paragraph) => !trailer.test(oneLine(paragraph)))
  return joinParagraphs(paragraphs) || undefined
}

/** The text with entities decoded; without tags if it is HTML, its blocks set apart by empty lines. */
function readableText(text: FeedText | undefined): string {
  const value = text?.value.slice(0, maxTextLength) ?? ''
  if (!/[<&]/.test(value)) return value
  return readHtml(text?.isHtml ? value.replace(/<(?!!--)\/?([a-z][a-z\d]*)?/gi, asTag) : asTag(value))
}

/** Escapes a "<" that no element of HTML follows. */
function asTag(markup: string, name?: string): string {
  const element = name?.toLowerCase() ?? ''
  const known = blocks.has(element) || inline.has(element) || unread.has(element)
  return known ? markup : markup.replaceAll('<', '&lt;')
}

function readHtml(html: string): string {
  const pieces: string[] = []
  let unreadDepth = 0
  // Line ends are spaces in HTML; a text that has entities but no blocks is set by its own lines.
  const isSet = /<(?:br|p|div|li|h[1-6]|td|blockquote)\b/i.test(html)
  const parser = new Parser({
    onopentag(name) {
      if (unread.has(name)) unreadDepth += 1
      if (unreadDepth === 0) pieces.push(breakAt(name))
    },
    onclosetag(name) {
      if (unread.has(name)) unreadDepth -= 1
      else if (unreadDepth === 0 && blocks.has(name)) pieces.push('\n\n')
    },
    ontext(text) {
      if (unreadDepth === 0) pieces.push(isSet ? text.replace(/\s+/g, ' ') : text)
    },
  })
  parser.end(html)
  return pieces.join('')
}

function breakAt(name: string): string {
  if (name === 'br') return '\n'
  // 10<sup>5</sup> is not 105.
  if (name === 'sup' || name === 'sub') return ' '
  return blocks.has(name) ? '\n\n' : ''
}
