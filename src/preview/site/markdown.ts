import { parse } from 'discord-markdown-parser'
import type { Mark, Marks } from './wire.ts'

/** Finds what an id in a mention stands for; undefined where it is not known. */
export type NameOf = (kind: 'user' | 'role' | 'channel', id: string) => string | undefined

/** A node of the parser's tree: a kind, and what that kind has. */
interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/** A line of a list: its indentation, mark and text. */
const listLine = /^( *)([-*]|\d{1,9}\.) (.*)$/

/**
 * Reads Discord's markdown. Addresses that are not http, https or mailto become plain text; lists, which the parser
 * does not know, are taken out before.
 */
export function readMarks(text: string, nameOf: NameOf): Marks {
  return blocksOf(text).flatMap((block, index) =>
    typeof block === 'string'
      ? toMarks(parse(withoutEdges(block, index), 'extended'), nameOf)
      : [listOf(block, nameOf)],
  )
}

/** The words alone, as a person would read them out. */
export function plainText(marks: Marks): string {
  return marks.map(plainMark).join('')
}

function plainMark(mark: Mark): string {
  if (typeof mark === 'string') return mark
  switch (mark.kind) {
    case 'code':
    case 'codeBlock':
      return mark.text
    case 'list':
      return mark.items.map((item) => `• ${plainText(item)}\n`).join('')
    case 'time':
      return new Date(mark.at).toISOString()
    case 'mention':
      return mark.name
    case 'break':
      return '\n'
    case 'heading':
    case 'quote':
    case 'subtext':
      return `${plainText(mark.content)}\n`
    default:
      return plainText(mark.content)
  }
}

/**
 * Runs of list lines, and the texts between them; what stands in a code block is no list. A quote ends with its lines:
 * what follows begins a text of its own, as the parser knows small words and headings only at a beginning.
 */
function blocksOf(text: string): readonly (string | readonly string[])[] {
  const blocks: (string | string[])[] = []
  let fenced = false
  let before = ''
  for (const line of text.split('\n')) {
    if (line.split('```').length % 2 === 0) fenced = !fenced
    const kind = fenced ? 'text' : kindOf(line)
    const last = blocks.at(-1)
    if (kind === 'item' && Array.isArray(last)) last.push(line)
    else if (kind === 'item') blocks.push([line])
    else if (typeof last === 'string' && kind === before) blocks[blocks.length - 1] = `${last}\n${line}`
    else blocks.push(line)
    before = kind
  }
  return blocks
}

function kindOf(line: string): 'item' | 'quote' | 'text' {
  if (listLine.test(line)) return 'item'
  return line.startsWith('> ') ? 'quote' : 'text'
}

/** An empty line behind a list or a quote is the space that it has anyway. */
function withoutEdges(text: string, index: number): string {
  return index === 0 ? text : text.replace(/^\n/, '')
}

interface Item {
  text: string
  readonly below: string[]
}

function listOf(lines: readonly string[], nameOf: NameOf): Mark {
  const [, indent = '', mark = ''] = listLine.exec(lines[0] ?? '') ?? []
  const items: Item[] = []
  for (const line of lines) {
    const [, inner = '', , text = ''] = listLine.exec(line) ?? []
    const last = items.at(-1)
    if (last !== undefined && inner.length > indent.length) last.below.push(line)
    else items.push({ text, below: [] })
  }
  return {
    kind: 'list',
    ordered: mark.endsWith('.'),
    start: Number.parseInt(mark, 10) || 1,
    items: items.map(({ text, below }) => [
      ...toMarks(parse(text, 'extended'), nameOf),
      ...(below.length > 0 ? [listOf(below, nameOf)] : []),
    ]),
  }
}

function toMarks(nodes: unknown, nameOf: NameOf): Marks {
  if (!Array.isArray(nodes)) return [wordsOf(nodes)]
  const marks: Mark[] = []
  for (const node of nodes as readonly Node[]) {
    const mark = toMark(node, nameOf)
    const last = marks.at(-1)
    if (typeof mark === 'string' && typeof last === 'string') marks[marks.length - 1] = last + mark
    else marks.push(mark)
  }
  return marks
}

const styles = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  blockQuote: 'quote',
  subtext: 'subtext',
} as const

function toMark(node: Node, nameOf: NameOf): Mark {
  const content = (): Marks => toMarks(node.content, nameOf)
  switch (node.type) {
    case 'strong':
    case 'em':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'blockQuote':
    case 'subtext':
      return { kind: styles[node.type], content: content() }
    case 'heading':
      return { kind: 'heading', level: Number(node.level), content: content() }
    case 'link':
    case 'url':
    case 'autolink':
      return linkOf(wordsOf(node.target), content())
    case 'inlineCode':
      return { kind: 'code', text: wordsOf(node.content) }
    case 'codeBlock':
      return { kind: 'codeBlock', text: wordsOf(node.content) }
    case 'br':
    case 'newline':
      return { kind: 'break' }
    default:
      return mentionOf(node, nameOf)
  }
}

function linkOf(url: string, content: Marks): Mark {
  return isSafeAddress(url) ? { kind: 'link', url, content } : plainText(content)
}

/** Says whether an address may be linked to: http, https or mailto, and whole. */
export function isSafeAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol)
}

function mentionOf(node: Node, nameOf: NameOf): Mark {
  const id = wordsOf(node.id)
  switch (node.type) {
    case 'user':
      return { kind: 'mention', of: 'user', name: `@${nameOf('user', id) ?? 'unknown-user'}` }
    case 'role':
      return { kind: 'mention', of: 'role', name: `@${nameOf('role', id) ?? 'deleted-role'}` }
    case 'channel':
      return { kind: 'mention', of: 'channel', name: `#${nameOf('channel', id) ?? 'deleted-channel'}` }
    case 'slashCommand':
      return { kind: 'mention', of: 'command', name: `/${wordsOf(node.fullName)}` }
    case 'timestamp':
      return { kind: 'time', at: Number(node.timestamp) * 1000, style: wordsOf(node.format) || 'f' }
    case 'everyone':
    case 'here':
      return { kind: 'mention', of: 'role', name: `@${node.type}` }
    case 'emoji':
      return `:${wordsOf(node.name)}:`
    case 'twemoji':
      return wordsOf(node.name)
    default:
      return wordsOf(node.content)
  }
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
