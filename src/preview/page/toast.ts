import type { MessageView } from '../site/wire.ts'
import { fill, h } from './dom.ts'
import { channelsIn, type Session } from './session.ts'

/** How long news of another channel is shown; its channel stays marked as unread. */
const shownMs = 9000
const longestWords = 90

/** Tells of messages that come into channels that are not open. */
export function createToast(session: Session): HTMLElement {
  const element = h('div', { class: 'toast-place', role: 'status' })
  let shownFor = ''
  let hiding: ReturnType<typeof setTimeout> | undefined
  const hide = (): void => {
    shownFor = ''
    fill(element)
  }
  session.onEvent((event) => {
    if (event.kind !== 'message' || event.message.channelId === session.channel.id) return
    shownFor = event.message.channelId
    clearTimeout(hiding)
    fill(element, toastOf(event.message, session))
    hiding = setTimeout(hide, shownMs)
  })
  session.onChange(() => {
    // It has been followed, or is somebody else's.
    if (session.channel.id === shownFor || !channelsIn(session.scene).some(({ id }) => id === shownFor))
      hide()
  })
  return element
}

function toastOf(message: MessageView, session: Session): HTMLElement {
  const channel = channelsIn(session.scene).find(({ id }) => id === message.channelId)
  const words = message.plain.split('\n').find((line) => line.trim() !== '') ?? 'A message'
  return h(
    'button',
    {
      type: 'button',
      class: 'toast',
      onclick: () => session.open(message.channelId),
    },
    h('b', {}, `New in ${channel?.kind === 'direct' ? 'your direct messages' : `#${channel?.name ?? ''}`}`),
    h('span', { dir: 'auto' }, words.length > longestWords ? `${words.slice(0, longestWords)}…` : words),
  )
}
