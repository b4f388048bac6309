import { fill, h, icon } from './dom.ts'
import type { Drawer } from './drawer.ts'
import type { Session } from './session.ts'
import { createThemeButton } from './theme.ts'

/** The line above the messages: where one is, and what can be opened beside it. */
export function createChannelHead(session: Session, drawer: Drawer, toggleSidebar: () => void): HTMLElement {
  const title = h('h1', { dir: 'auto' })
  const show = (): void => {
    const { name, kind } = session.channel
    fill(title, kind === 'direct' || kind === 'thread' ? name : `# ${name}`)
  }
  session.onChange(show)
  show()
  return h(
    'header',
    { class: 'channel-head' },
    sidebarButton(toggleSidebar),
    title,
    h('span', { class: 'spring' }),
    createThemeButton(),
    drawerButton(drawer),
  )
}

function sidebarButton(toggle: () => void): HTMLElement {
  const props = {
    type: 'button',
    class: 'quiet sidebar-toggle',
    'aria-label': 'Channels',
    'aria-controls': 'sidebar',
  }
  return h('button', { ...props, onclick: toggle }, icon('menu'))
}

function drawerButton({ toggle, onToggle }: Drawer): HTMLElement {
  const label = 'Newsroom, faults and requests'
  const props = {
    type: 'button',
    class: 'quiet',
    'aria-label': label,
    'aria-controls': 'drawer',
    onclick: toggle,
  }
  const button = h('button', props, icon('panel'), h('span', { class: 'wide-only' }, 'Newsroom'))
  onToggle((isOpen) => button.setAttribute('aria-expanded', String(isOpen)))
  return button
}
