/** Discord's own mark-up characters, and those that begin mentions, links and custom emoji. */
const markup = /[\\*_~`|<>[\]()#:@]/g
/** Marks that only mean something at the start of a line: lists ("- ", "+ ", "1. "). */
const listMark = /^([-+]|\d+\.)(?=\s)/
/**
 * Characters without a shape of their own: those that turn the direction of all that follows (a headline may not turn
 * the card around it), and spaces without width. Joiners stay: scripts and emoji are made with them.
 */
const invisible = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2060\uFEFF\u00AD]/g
const controls = /[\p{Cc}\u2028\u2029]+/gu

/** Made with the first text that is cut: making it takes 10 ms, which a start need not wait for. */
let graphemes: Intl.Segmenter | undefined

/** Longest address that is linked; beyond it the text stands without a link, so that a card stays within its limit. */
const maxUrlLength = 400

/**
 * Text of an article made harmless: shown as it stands, formats nothing, mentions nobody, links nothing. Line breaks
 * and control characters become spaces, direction marks vanish.
 * @example escapeText('*Hi* @everyone') // => '\\*Hi\\* \\@everyone'
 */
export function escapeText(text: string): string {
  return escapeLine(flatten(text))
}

/**
 * `escapeText`, cut at a word so that the result has at most `limit` UTF-16 units, the closing ellipsis included. Never
 * cuts within what a reader sees as one character.
 * @example clip('A long headline', 8) // => 'A long…'
 */
export function clip(text: string, limit: number): string {
  return cut(text, limit, escapeLine)
}

/** Text cut like `clip`, without escaping: for labels, where Discord formats nothing. */
export function clipPlain(text: string, limit: number): string {
  return cut(text, limit, (part) => part)
}

/**
 * A link whose label is already escaped. Without an address, or with one that is too long or not http(s), the label alone.
 */
export function link(label: string, url: string | undefined): string {
  const safe = url === undefined ? undefined : safeUrl(url)
  return safe === undefined ? label : `[${label}](${safe})`
}

/** A moment as each reader's client writes it: `R` "2 hours ago", `D` "20 November 2026", `f` with the time. */
export function moment(at: number, style: 'R' | 'D' | 'f'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`
}

/**
 * An address that Discord takes in a link or a button; undefined if it is none, or over 400 characters long. Where only
 * the passage that it opens at makes it so long, the address without it.
 */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  const encoded = href.replace(/\(/g, '%28').replace(/\)/g, '%29')
  return [encoded, encoded.split('#:~:', 1)[0]].find(
    (address) => address !== undefined && address.length <= maxUrlLength,
  )
}

/** No more of a text is looked at for one line: enough to find what is visible behind a flood of what is not. */
const maxLooked = 20_000

function cut(text: string, limit: number, write: (part: string) => string): string {
  const flat = flatten(text.slice(0, maxLooked))
  const whole = flat.length <= limit ? write(flat) : undefined
  if (whole !== undefined && whole.length <= limit && text.length <= maxLooked) return whole
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let shown = ''
  for (const { segment } of graphemes.segment(flat)) {
    if (write(shown + segment).length > limit - 1) break
    shown += segment
  }
  return `${write(atWord(shown))}…`
}

function flatten(text: string): string {
  return text.replace(invisible, '').replace(controls, ' ').replace(/ {2,}/g, ' ').trim().toWellFormed()
}

function escapeLine(line: string): string {
  return line.replace(markup, '\\$&').replace(listMark, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
}

/** Back to the last space, unless that would lose more than a third. */
function atWord(text: string): string {
  const space = text.lastIndexOf(' ')
  return (space > (text.length * 2) / 3 ? text.slice(0, space) : text).replace(
    /(?<![\s,;:–—-])[\s,;:–—-]+$/u,
    '',
  )
}
