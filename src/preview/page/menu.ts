import { h } from './dom.ts'
import { layerOf, placeNear } from './place.ts'

/** A line of a menu, or a heading over the lines that follow. */
export type MenuItem =
  | { readonly heading: string }
  | { readonly label: string; readonly detail?: string; readonly checked?: boolean; readonly act: () => void }

/** Where a menu opens: beside an element, or where the pointer is. */
export type MenuPlace = Element | { readonly x: number; readonly y: number }

/** Opens a menu. It closes on a choice, Escape, or a press elsewhere; the focus goes back to where it was. */
export function openMenu(place: MenuPlace, title: string, items: readonly MenuItem[]): void {
  const before = document.activeElement
  const rows = items.map((item) => rowOf(item, () => close()))
  const menu = h(
    'div',
    { role: 'menu', class: 'menu', 'aria-label': title, tabindex: '-1', onkeydown: onKey },
    ...rows,
  )
  const choices = rows.filter((row) => row.getAttribute('role') !== 'presentation')
  const away = new AbortController()
  layerOf(before).append(menu)
  placeNear(menu, place)
  choices[0]?.focus()
  const onPress = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close(false)
  }
  document.addEventListener('pointerdown', onPress, { signal: away.signal })
  window.addEventListener('blur', () => close(false), { signal: away.signal })

  function close(isBack = true): void {
    away.abort()
    menu.remove()
    if (isBack && before instanceof HTMLElement) before.focus()
  }
  function onKey(event: KeyboardEvent): void {
    const at = choices.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key]
    if (next !== undefined) choices[(next + choices.length) % choices.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function rowOf(item: MenuItem, close: () => void): HTMLElement {
  if ('heading' in item) return h('div', { role: 'presentation', class: 'menu-heading' }, item.heading)
  const { label, detail, checked, act } = item
  return h(
    'button',
    {
      type: 'button',
      role: checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': checked === undefined ? undefined : String(checked),
      tabindex: '-1',
      class: 'menu-row',
      onclick: () => {
        close()
        act()
      },
    },
    h('span', {}, label),
    detail !== undefined && h('span', { class: 'menu-detail' }, detail),
  )
}
