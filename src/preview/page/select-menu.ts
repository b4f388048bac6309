import type { ComponentView, OptionView } from '../site/wire.ts'
import { ChoiceList } from './choice-list.ts'
import { h, icon } from './dom.ts'
import type { Session } from './session.ts'
import { channelsIn } from './session.ts'

/** Discord's numbers of the kinds of select menus that name people, roles and channels. */
const kinds = { user: 5, role: 6, mentionable: 7, channel: 8 } as const

/** What a select menu offers: its own options, or the people, roles and channels of the server. */
export function optionsOf(select: ComponentView, session: Session): readonly OptionView[] {
  const plain = (label: string, value: string): OptionView => ({ label, value, chosen: false })
  const people = (session.server?.members ?? [session.scene.me]).map(({ name, id }) => plain(`@${name}`, id))
  const roles = (session.server?.roles ?? []).map(({ name, id }) => plain(`@${name.replace(/^@/, '')}`, id))
  const channels = (session.server?.channels ?? channelsIn(session.scene))
    .filter(({ type }) => select.channelTypes.length === 0 || select.channelTypes.includes(type))
    .map(({ name, id }) => plain(`#${name}`, id))
  if (select.type === kinds.user) return people
  if (select.type === kinds.role) return roles
  if (select.type === kinds.mentionable) return [...people, ...roles]
  return select.type === kinds.channel ? channels : select.options
}

/** A select menu as it works on the page. */
export interface SelectControl {
  readonly element: HTMLElement
  readonly values: () => readonly string[]
}

/** A select menu: a button that opens a list. `onChosen` is called when that closes with another choice than before. */
export function selectMenu(
  select: ComponentView,
  session: Session,
  onChosen: (values: readonly string[]) => void = () => undefined,
): SelectControl {
  const options = optionsOf(select, session)
  const chosen = new Set(options.filter((option) => option.chosen).map(({ value }) => value))
  const label = select.label || select.placeholder || 'Make a selection'
  const shown = h('span', { class: 'select-shown', dir: 'auto' })
  const props = { type: 'button', class: 'select', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' }
  const button = h('button', { ...props, disabled: select.disabled }, shown, icon('down'))
  const show = (): void => {
    const names = options.filter(({ value }) => chosen.has(value)).map((option) => option.label)
    shown.textContent = names.join(', ') || (select.placeholder ?? 'Make a selection')
    shown.classList.toggle('placeholder', names.length === 0)
    button.setAttribute('aria-label', names.length === 0 ? label : `${label}: ${names.join(', ')}`)
  }
  const open = (): void => {
    const before = [...chosen].join()
    new ChoiceList({ button, options, chosen, label, most: select.most }, () => {
      show()
      if ([...chosen].join() !== before && chosen.size >= select.least) onChosen([...chosen])
    }).open()
  }
  button.addEventListener('click', open)
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open()
  })
  show()
  return { element: button, values: () => [...chosen] }
}
