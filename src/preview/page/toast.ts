import type { MessageView } from '../site/wire.ts'
import { fill, h } from './dom.ts'
import { channelsIn, type Session } from './session.ts'

/** How long news of another channel is shown; its channel stays marked as unread. */
const shownMs = 9000
const longestWords = 90

/** Tells of messages that come into channels that are not open. */
export function createToast(session: Session): HTMLElement {
  const element = h('div', { class: 'toast-place', role: 'status' })
  let hiding: ReturnType<typeof setTimeout> | undefined
  session.onEvent((event) => {
    if (event.kind !== 'message' || event.message.channelId === session.channel.id) return
    clearTimeout(hiding)
    fill(
      element,
      toastOf(event.message, session, () => fill(element)),
    )
    hiding = setTimeout(() => fill(element), shownMs)
  })
  return element
}

function toastOf(message: MessageView, session: Session, hide: () => void): HTMLElement {
  const channel = channelsIn(session.scene).find(({ id }) => id === message.channelId)
  const words = message.plain.split('\n').find((line) => line.trim() !== '') ?? 'A message'
  return h(
    'button',
    {
      type: 'button',
      class: 'toast',
      onclick: () => {
        hide()
        session.open(message.channelId)
      },
    },
    h('b', {}, `New in ${channel?.kind === 'direct' ? 'your direct messages' : `#${channel?.name ?? ''}`}`),
    h('span', { dir: 'auto' }, words.length > longestWords ? `${words.slice(0, longestWords)}…` : words),
  )
}
