import type { RequestView } from '../site/wire.ts'
import { h } from './dom.ts'
import type { Session } from './session.ts'

/** How many requests are shown; older ones go. */
const maxShown = 200

/** What the bot asks of Discord, newest first, as it was answered. */
export function createRequests(session: Session): HTMLElement {
  const list = h('ol', { class: 'requests', 'aria-label': 'Requests, newest first' })
  session.onEvent((event) => {
    if (event.kind !== 'request') return
    list.prepend(rowOf(event.request))
    if (list.childElementCount > maxShown) list.lastElementChild?.remove()
  })
  return h(
    'div',
    {},
    h('p', { class: 'about' }, 'What the bot asks of Discord, and what Discord answers.'),
    list,
  )
}

function rowOf({ method, path, status, at }: RequestView): HTMLElement {
  const kind = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'refused' : 'good'
  const time = new Date(at).toISOString().slice(11, 19)
  const shown = path.replace(/interaction-\d+/g, '…')
  return h(
    'li',
    {},
    h('span', { class: `status ${kind}` }, status === 0 ? 'cut' : String(status)),
    h('b', {}, method),
    h('span', { class: 'request-path' }, shown),
    h('time', {}, time),
  )
}
