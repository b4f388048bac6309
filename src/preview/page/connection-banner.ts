import { h } from './dom.ts'

/** A line that says when the bot, or the preview itself, is not there. */
export interface ConnectionBanner {
  readonly element: HTMLElement
  readonly connected: (isConnected: boolean) => void
  readonly ended: () => void
}

/** Makes the line; empty as long as all is well. */
export function createConnectionBanner(): ConnectionBanner {
  const element = h('p', { class: 'banner', role: 'status', hidden: true })
  let isOver = false
  const say = (words: string): void => {
    element.textContent = words
    element.hidden = words === ''
  }
  return {
    element,
    connected: (isConnected) => {
      if (!isOver) say(isConnected ? '' : 'Crier is connecting to the gateway …')
    },
    ended: () => {
      isOver = true
      say('The preview has ended. This page comes back when it is started again.')
    },
  }
}
