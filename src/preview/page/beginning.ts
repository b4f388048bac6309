import type { CommandView } from '../site/wire.ts'
import { commandsHere } from './composer.ts'
import { fill, h, icon } from './dom.ts'
import type { Session } from './session.ts'

/** How many commands are offered where a channel begins. */
const startersShown = 4

/** What stands where a channel begins: its name, and the first commands as soon as the bot has some. */
export function createBeginning(session: Session, onStart: (command: CommandView) => void): HTMLElement {
  const { channel } = session
  const isDirect = channel.kind === 'direct'
  const starters = h('div', { class: 'row' })
  const offer = async (): Promise<void> => {
    const { slash } = await commandsHere(session)
    if (session.channel.id === channel.id)
      fill(starters, ...slash.slice(0, startersShown).map((command) => starter(command, onStart)))
  }
  if (channel.writable) {
    void offer()
    // Commands are there once the bot is, and others for somebody else.
    const stop = session.onChange(() => {
      if (starters.isConnected) void offer()
      else stop()
    })
  }
  return h(
    'div',
    { class: 'beginning' },
    h('span', { class: 'beginning-icon' }, icon(isDirect ? 'at' : 'hash')),
    h('h2', { dir: 'auto' }, isDirect ? channel.name : `Welcome to #${channel.name}`),
    h(
      'p',
      {},
      isDirect ? 'Your direct messages with the bot. ' : 'This is where the channel begins. ',
      channel.writable && 'Type / below to see what Crier can do, or begin here:',
    ),
    starters,
  )
}

function starter(command: CommandView, begin: (command: CommandView) => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'button secondary', title: command.description, onclick: () => begin(command) },
    `/${command.name}`,
  )
}
