import type { FaultView } from '../site/wire.ts'
import { get, post } from './api.ts'
import { fill, freshId, h } from './dom.ts'

/** Switches for all that can go wrong between the bot and Discord. */
export function createFaults(): HTMLElement {
  const list = h('div', { class: 'faults' })
  const show = (faults: readonly FaultView[]): void => {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.fault
    fill(list, ...faults.map((fault) => rowOf(fault, set)))
    if (focused !== undefined) list.querySelector<HTMLElement>(`[data-fault="${focused}"]`)?.focus()
  }
  const set = async (name: string, on: boolean): Promise<void> => {
    show(await post<readonly FaultView[]>('faults', { name, on }))
  }
  void get<readonly FaultView[]>('faults').then(show)
  return h(
    'div',
    {},
    h(
      'p',
      { class: 'about' },
      'Let Discord misbehave, and see what the bot does. “Requests” shows what it asks.',
    ),
    list,
  )
}

function rowOf(
  { name, title, about, on }: FaultView,
  set: (name: string, on: boolean) => Promise<void>,
): HTMLElement {
  const id = freshId('fault')
  const button =
    on === undefined
      ? h(
          'button',
          { type: 'button', class: 'button secondary', onclick: () => void set(name, true) },
          'Do it',
        )
      : h('button', {
          type: 'button',
          role: 'switch',
          class: 'switch',
          'aria-checked': String(on),
          onclick: () => void set(name, !on),
        })
  button.dataset.fault = name
  button.setAttribute('aria-label', on === undefined ? `${title}: do it` : title)
  button.setAttribute('aria-describedby', id)
  return h(
    'div',
    { class: 'fault' },
    h('div', {}, h('b', {}, title), h('p', { id, class: 'subtext' }, about)),
    button,
  )
}
