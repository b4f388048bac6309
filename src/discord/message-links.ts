import { buttonStyles, componentKinds } from './cards/component-kinds.ts'

/** What a message shows, as far as links can stand in it. */
export interface MessageParts {
  /** Discord's markdown. */
  readonly content: string
  /** Addresses of its embeds. */
  readonly embeds: readonly string[]
  /** Components as the API shows them. */
  readonly components: readonly unknown[]
}

/** Ends a sentence, a quotation or a stretch of markdown rather than an address. */
const closing: ReadonlySet<string> = new Set('.,:;!?\'"*|~`…’”»')
/** An address in markdown: it ends with white space, or at the bracket of `<https://…>`. */
const webAddress = /https?:\/\/[^\s<>]+/gi

/**
 * The web addresses in a message, in order, each once, whatever fragment is behind it: those its author wrote; where
 * there are none, those of its embeds; where there are none either, those its text and buttons lead to.
 * @example linksIn({ content: 'Read [this](https://quay.example/a)!', embeds: [], components: [] })
 * // => ['https://quay.example/a']
 */
export function linksIn({ content, embeds, components }: MessageParts): readonly string[] {
  const places = [() => addressesIn(content), () => embeds, () => components.flatMap(addressesOf)]
  for (const place of places) {
    const found = place().filter((address) => /^https?:/i.test(address) && URL.canParse(address))
    if (found.length > 0) return [...new Set(found.map(withoutPassage))]
  }
  return []
}

function addressesIn(markdown: string): readonly string[] {
  // A label that is an address itself ends before its target begins.
  const matches = markdown.replaceAll('](', '] (').matchAll(webAddress)
  return Array.from(matches, ([address]) => withoutClosing(address))
}

function withoutClosing(address: string): string {
  let end = address.length
  while (closing.has(address.charAt(end - 1)) || isUnopened(address.slice(0, end))) end -= 1
  return address.slice(0, end)
}

/** A bracket at the end that the address did not open: it closes what stands around it. */
function isUnopened(address: string): boolean {
  const open = address.endsWith(')') ? '(' : address.endsWith(']') ? '[' : undefined
  return open !== undefined && address.split(open).length < address.split(address.slice(-1)).length
}

/** As the API shows components; loose on purpose, since any bot may have sent them. */
interface Shown {
  readonly type?: unknown
  readonly style?: unknown
  readonly content?: unknown
  readonly url?: unknown
  readonly components?: unknown
  readonly accessory?: unknown
}

function addressesOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const { type, style, content, url, components, accessory }: Shown = node
  if (type === componentKinds.textDisplay && typeof content === 'string') return addressesIn(content)
  if (type === componentKinds.button)
    return style === buttonStyles.link && typeof url === 'string' ? [url] : []
  const inside = Array.isArray(components) ? (components as readonly unknown[]) : []
  return [...inside, accessory].flatMap(addressesOf)
}

/** Our own cards lead to passages of one article: all of them are that article. */
function withoutPassage(address: string): string {
  return address.replace(/#:~:.*$/, '')
}
