import { absoluteUrl } from './absolute-url.ts'
import type { FeedRoot } from './feed-root.ts'

/** Attributes of an element by name in lower case, escaped as the feed has them. */
export type Attributes = Readonly<Record<string, string>>

/** Whether a feed is RSS outside of RDF: RSS 0.91 to 2.0, also without its root, and RSS 1.1. */
export function isRss({ name }: FeedRoot): boolean {
  return name === 'rss' || name === 'channel'
}

/** The name under which the root is written. */
export function rootName(root: FeedRoot): string {
  if (isRss(root)) return 'rss'
  return root.name === 'rdf' ? 'rdf:rdf' : root.name
}

/**
 * What the root must say to be known. Feeds leave it out, or name namespaces that nobody knows; RSS has none.
 * The root element alone tells what a feed is.
 */
const rootAttributes: ReadonlyMap<string, Attributes> = new Map<string, Attributes>([
  ['rss', { version: '2.0', xmlns: '' }],
  ['feed', { xmlns: 'http://www.w3.org/2005/Atom' }],
  ['rdf:rdf', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }],
])

/** The root's opening tag; in RSS with that of the one channel. */
export function rootTag(root: FeedRoot, attributes: Attributes, base: string | undefined): string {
  const name = rootName(root)
  const all = { ...attributes, ...rootAttributes.get(name) }
  return `<${name}${writeAttributes(name, all, base)}>${isRss(root) ? '<channel>' : ''}`
}

/** What closes that. */
export function rootEnd(root: FeedRoot): string {
  return `${isRss(root) ? '</channel>' : ''}</${rootName(root)}>`
}

/** A name without the root's prefix; RDF's is kept, since its root is not of the vocabulary of what it holds. */
export function ownName({ name, prefix }: FeedRoot, written: string): string {
  return name !== 'rdf' && prefix !== '' && written.startsWith(prefix)
    ? written.slice(prefix.length)
    : written
}

/** The name under which an element is written. */
export function nameIn({ name }: FeedRoot, own: string, attributes: Attributes): string {
  // RDF's table of contents is left unknown: items that it forgets would be left out.
  if (name === 'rdf' && /(?:^|:)items$/.test(own)) return 'contents'
  // A link of RSS that has its address in an attribute is one of Atom's that lost its prefix.
  if (own === 'link' && name !== 'feed' && attributes.href !== undefined) return 'atom:link'
  return isName(own) ? own : 'unknown'
}

/**
 * Broken markup makes names of quotes and brackets; all names of feeds are plain. Names that every object has are none
 * of a feed's, and the library refuses some of them.
 */
function isName(name: string): boolean {
  return /^[a-z_][\w.:-]{0,200}$/.test(name) && !(name in {}) && name !== 'prototype'
}

/** The base of relative addresses within an element. */
export function baseOf(attributes: Attributes, outer: string | undefined): string | undefined {
  const own = attributes['xml:base']?.trim()
  return own ? (absoluteUrl(own, outer) ?? outer) : outer
}

/** Attributes as they stand in a tag, each after a space. Addresses of links, and bases, become absolute. */
export function writeAttributes(name: string, attributes: Attributes, base: string | undefined): string {
  return Object.entries(attributes)
    .filter(([key]) => isName(key))
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
