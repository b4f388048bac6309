import { troubles } from '../troubles.ts'

/** Characters before the root element in which it is looked for; a warning or a licence may stand there. */
const maxProlog = 256 * 1024

/** Entities that a document may declare, and characters of one value. Real feeds declare a handful of short ones. */
const maxEntities = 300
const maxEntityLength = 2000

/** Where a feed's XML begins, and what stands before it. */
export interface FeedRoot {
  /** Offset of the root element's "<". */
  readonly start: number
  /** The root element's name in lower case without its prefix: "rss", "feed", "rdf", "channel", "opml". */
  readonly name: string
  /** The prefix before that name, in lower case with its colon ("atom:"); empty without one. */
  readonly prefix: string
  /** Entities that the document declares, by name. None of their values holds another entity declared there. */
  readonly entities: ReadonlyMap<string, string>
}

/**
 * Finds the root element of a feed, passing over white space, declarations, comments and stray text before it.
 * @param names the root elements looked for, in lower case without prefix
 * @throws Error that says what the text is instead: empty, a web page, another kind of XML, no XML at all
 */
export function findRoot(text: string, names: ReadonlySet<string>): FeedRoot {
  if (text.trim() === '') throw new Error('it is empty')
  const entities = declaredEntities(text)
  const head = text.slice(0, maxProlog)
  let first: string | undefined
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
    const [, prefix = '', name = ''] = rootTag.exec(head.slice(at, at + maxTagName))?.map(toLowerCase) ?? []
    if (names.has(name) && first !== 'html') return { start: at, name, prefix, entities }
    first ??= name || undefined
    at = endOfMarkup(text, at)
  }
  throw new Error(whatElse(head, first))
}

const maxTagName = 130
const rootTag = /^<((?:[\w.-]{1,60}:)?)([a-z][\w.-]{0,60})(?=[\s/>])/i

function toLowerCase(text: string | undefined): string | undefined {
  return text?.toLowerCase()
}

/** Where looking goes on after a "<": behind a comment, which may hold tags; one that never ends is none. */
function endOfMarkup(text: string, at: number): number {
  if (!text.startsWith('<!--', at)) return at + 1
  const end = text.indexOf('-->', at + 4)
  return end < 0 ? at + 1 : end + 3
}

function whatElse(head: string, first: string | undefined): string {
  if (first === 'html' || /^\s*<!doctype html/i.test(head)) return troubles.pageNotFeed
  if (first === undefined) return 'it is neither XML nor JSON'
  return `its root element is <${first}>, which is no feed’s`
}

/**
 * The entities of the document type declaration.
 * @throws Error if they are too many, too long, or made of one another (which grows without bounds)
 */
function declaredEntities(text: string): ReadonlyMap<string, string> {
  const start = text.slice(0, maxProlog).search(/<!DOCTYPE\s/i)
  const subset = start < 0 ? '' : internalSubset(text, start)
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of subset.matchAll(
    /<!ENTITY\s{1,9}([\w.-]{1,100})\s{1,9}(?:"([^"<]*)"|'([^'<]*)')/g,
  )) {
    const value = double ?? single ?? ''
    if (value.length > maxEntityLength) throw new Error(`its entity &${name}; is too long`)
    entities.set(name, value)
    if (entities.size > maxEntities) throw new Error(`it declares too many entities (over ${maxEntities})`)
  }
  refuseNested(entities)
  return entities
}

/** The part of a document type declaration in square brackets; empty without one. */
function internalSubset(text: string, start: number): string {
  const open = text.indexOf('[', start)
  const close = text.indexOf('>', start)
  if (open < 0 || close < open) return ''
  const end = text.indexOf(']', open)
  return text.slice(open, end < 0 ? open : end)
}

function refuseNested(entities: ReadonlyMap<string, string>): void {
  for (const [name, value] of entities) {
    const inner = [...value.matchAll(/&([\w.-]{1,100});/g)].find((match) => entities.has(match[1] ?? ''))
    if (inner)
      throw new Error(`its entity &${name}; is made of another (${inner[0]}), which may grow without end`)
  }
}
