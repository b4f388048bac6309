import { freshId, h, icon } from './dom.ts'
import { createFaults } from './faults.ts'
import { createNewsroom } from './newsroom.ts'
import { createRequests } from './requests.ts'
import type { Session } from './session.ts'

/** The drawer at the right: the newsroom, the faults, and what the bot asks of Discord. */
export interface Drawer {
  readonly element: HTMLElement
  readonly toggle: () => void
  /** Calls back when it was opened or closed. */
  readonly onToggle: (listener: (isOpen: boolean) => void) => void
}

/** Whether it was open is remembered for as long as the tab lives. */
const openKey = 'crier-preview-drawer'

/** Makes the drawer; closed at first. */
export function createDrawer(session: Session): Drawer {
  const tabs = [
    tabOf('Newsroom', createNewsroom(session)),
    tabOf('Faults', createFaults()),
    tabOf('Requests', createRequests(session)),
  ]
  const listeners = new Set<(isOpen: boolean) => void>()
  const set = (isOpen: boolean): void => {
    element.hidden = !isOpen
    sessionStorage.setItem(openKey, String(isOpen))
    for (const listener of listeners) listener(isOpen)
  }
  const closing = {
    type: 'button',
    class: 'quiet',
    'aria-label': 'Close the drawer',
    onclick: () => set(false),
  }
  const head = h('div', { class: 'drawer-head' }, tabList(tabs), h('button', closing, icon('close')))
  const props = { class: 'drawer', id: 'drawer', 'aria-label': 'Behind the scenes' }
  const element = h('aside', props, head, ...tabs.map(({ panel }) => panel))
  set(sessionStorage.getItem(openKey) === 'true')
  return {
    element,
    toggle: () => set(element.hidden !== false),
    onToggle: (listener) => {
      listeners.add(listener)
      listener(!element.hidden)
    },
  }
}

interface Tab {
  readonly tab: HTMLElement
  readonly panel: HTMLElement
}

/** The tabs in a row, moved between with the arrow keys; the first is selected. */
function tabList(tabs: readonly Tab[]): HTMLElement {
  const select = (index: number): void => {
    for (const [at, { tab, panel }] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(at === index))
      tab.tabIndex = at === index ? 0 : -1
      panel.hidden = at !== index
    }
  }
  for (const [index, { tab }] of tabs.entries()) {
    tab.addEventListener('click', () => select(index))
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (step === undefined) return
      const next = (index + step + tabs.length) % tabs.length
      select(next)
      tabs[next]?.tab.focus()
    })
  }
  select(0)
  return h(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': 'Behind the scenes' },
    ...tabs.map(({ tab }) => tab),
  )
}

function tabOf(name: string, content: HTMLElement): Tab {
  const id = freshId('tab')
  const tab = h(
    'button',
    { type: 'button', role: 'tab', id, 'aria-controls': `${id}-panel`, class: 'tab' },
    name,
  )
  const panel = h(
    'div',
    { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': id, class: 'tab-panel', tabindex: '0' },
    content,
  )
  return { tab, panel }
}
