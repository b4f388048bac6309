import type { Mark, Marks } from '../site/wire.ts'
import { h } from './dom.ts'
import { styledTime } from './times.ts'

/** Formatted text as elements. Addresses were checked where the text was read. */
export function renderMarks(marks: Marks): readonly (Node | string)[] {
  return marks.map(renderMark)
}

function renderMark(mark: Mark): Node | string {
  if (typeof mark === 'string') return mark
  switch (mark.kind) {
    case 'strong':
    case 'em':
      return h(mark.kind, {}, ...renderMarks(mark.content))
    case 'underline':
      return h('u', {}, ...renderMarks(mark.content))
    case 'strike':
      return h('s', {}, ...renderMarks(mark.content))
    case 'quote':
      return h('blockquote', { dir: 'auto' }, ...renderMarks(withoutLastBreak(mark.content)))
    case 'subtext':
      return h('small', { class: 'subtext', dir: 'auto' }, ...renderMarks(mark.content))
    case 'spoiler':
      return renderSpoiler(mark.content)
    case 'heading':
      // Messages stand below the channel's own heading; how deep, Discord does not say either.
      return h('h3', { class: `size-${mark.level}`, dir: 'auto' }, ...renderMarks(mark.content))
    case 'link':
      return h(
        'a',
        { href: mark.url, target: '_blank', rel: 'noopener noreferrer' },
        ...renderMarks(mark.content),
      )
    case 'code':
      return h('code', {}, mark.text)
    case 'codeBlock':
      return h('pre', { tabindex: '0' }, h('code', {}, mark.text))
    default:
      return renderSpecial(mark)
  }
}

function renderSpecial(mark: Extract<Mark, { kind: 'list' | 'time' | 'mention' | 'break' }>): Node {
  switch (mark.kind) {
    case 'list': {
      const items = mark.items.map((item) => h('li', { dir: 'auto' }, ...renderMarks(item)))
      return mark.ordered ? h('ol', { start: mark.start }, ...items) : h('ul', {}, ...items)
    }
    case 'time': {
      const full = styledTime(mark.at, 'F')
      const relative = mark.style === 'R' && { 'data-relative': mark.at }
      return h(
        'time',
        { class: 'time', datetime: new Date(mark.at).toISOString(), title: full, ...relative },
        styledTime(mark.at, mark.style),
      )
    }
    case 'mention':
      return h('span', { class: 'mention' }, mark.name)
    case 'break':
      return h('br')
  }
}

function renderSpoiler(content: Marks): HTMLElement {
  const reveal = () => {
    spoiler.replaceWith(h('span', { class: 'revealed' }, ...renderMarks(content)))
  }
  const spoiler = h('button', {
    type: 'button',
    class: 'spoiler',
    'aria-label': 'Spoiler: show',
    onclick: reveal,
  })
  const hidden = h('span', { 'aria-hidden': 'true', inert: true }, ...renderMarks(content))
  spoiler.append(hidden)
  return spoiler
}

/** Markers of where a quote ends: a break there would be an empty line. */
function withoutLastBreak(marks: Marks): Marks {
  const last = marks.at(-1)
  return typeof last === 'object' && last.kind === 'break' ? marks.slice(0, -1) : marks
}

/** Keeps relative times true while the page is open. */
export function refreshTimes(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('time[data-relative]'))
    element.textContent = styledTime(Number(element.dataset.relative), 'R')
}
