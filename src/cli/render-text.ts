import { componentKinds } from '../discord/cards/component-kinds.ts'

/** How a card is written for a terminal. */
export interface TextStyle {
  /** Whether the terminal shows bold and dim. */
  readonly colour: boolean
  /** The name of a channel or role by its id, where it is known. */
  readonly nameOf?: (id: string) => string | undefined
}

/** What Discord shows of a component, as far as text goes. Loose on purpose: it comes back from a server too. */
interface Shown {
  readonly type?: number
  readonly content?: string
  readonly components?: readonly Shown[]
  readonly label?: string
  readonly url?: string
  readonly file?: { readonly url?: string }
  readonly placeholder?: string
  readonly options?: readonly { readonly label: string }[]
  readonly disabled?: boolean
}

/** Writes a card's components as plain text, from top to bottom, without a line break at the end. */
export function renderText(components: readonly unknown[], style: TextStyle = { colour: false }): string {
  return components
    .map((component) => renderComponent(component as Shown, style))
    .filter((part) => part !== undefined)
    .join('\n')
    .trimEnd()
}

/** An empty line for a divider; nothing for what has no text. */
function renderComponent(component: Shown, style: TextStyle): string | undefined {
  switch (component.type) {
    case componentKinds.textDisplay:
      return renderMarkdown(component.content ?? '', style)
    case componentKinds.file:
      return `[${component.file?.url?.replace(/^.*\//, '') ?? 'file'}]`
    case componentKinds.separator:
      return ''
    case componentKinds.actionRow:
      return renderRow(component.components ?? [])
    default:
      return component.components && renderText(component.components, style)
  }
}

function renderRow(parts: readonly Shown[]): string | undefined {
  const shown = parts
    .filter(({ disabled }) => disabled !== true)
    .map(({ type, label, url }) => {
      if (type === componentKinds.stringSelect) return ''
      return url === undefined ? `[${label}]` : `[${label}] ${url}`
    })
    .filter((part) => part !== '')
  return shown.length === 0 ? undefined : shown.join('  ')
}

// Everything that the cards' markdown can hold, longest marks first; an escaped character stands for itself.
const inline =
  /\\([^0-9A-Za-z\s])|\*\*|\*|`|\[((?:[^\\[\]]|\\.)*)\]\(([^()\s]*)\)|<t:(\d+):[a-zA-Z]>|<(#|@&|@)(\d+)>/g

/**
 * Discord's markdown as plain text: marks away, times in UTC, addresses behind their labels. Links into an article
 * (text fragments) are left out: the article's own link stands beside them.
 */
export function renderMarkdown(markdown: string, style: TextStyle): string {
  return markdown
    .split('\n')
    .map((line) => renderLine(line, style))
    .join('\n')
}

function renderLine(line: string, style: TextStyle): string {
  const { colour } = style
  const [, mark = '', rest = line] = /^(\s*(?:### |-# ))?(.*)$/.exec(line) ?? []
  const plain = renderInline(rest, style)
  if (!colour || mark === '') return plain
  return mark.trim() === '###' ? `\x1b[1m${plain}\x1b[22m` : `\x1b[2m${plain}\x1b[22m`
}

function renderInline(text: string, style: TextStyle): string {
  return text.replace(inline, (whole, escaped, label, url, time, kind, id) => {
    if (escaped !== undefined) return escaped
    if (url !== undefined) return renderLink(renderInline(label, style), url)
    if (time !== undefined) return renderTime(Number(time))
    if (kind !== undefined) return `${kind === '#' ? '#' : '@'}${style.nameOf?.(id) ?? id}`
    return whole === '`' ? '`' : ''
  })
}

function renderLink(label: string, url: string): string {
  if (!url.includes('#:~:text=')) return `${label} (${url})`
  return label === '↗' ? '' : label
}

function renderTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
