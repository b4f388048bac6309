import { fill, freshId, h } from './dom.ts'

/** One thing to choose. */
export interface Suggestion {
  readonly label: string
  /** Said beside the label, smaller. */
  readonly detail?: string
  readonly pick: () => void
}

/** A list of suggestions for an input, which keeps the focus. One list serves one input at a time. */
export class Popup {
  /** Where the list is shown. */
  readonly element: HTMLElement
  readonly #title: HTMLElement
  readonly #list: HTMLElement
  #shown: readonly Suggestion[] = []
  #owner: HTMLElement | undefined
  /** Index of the marked suggestion; -1: none. */
  #active = -1

  constructor() {
    const id = freshId('suggestions')
    this.#title = h('p', { class: 'popup-title', id: `${id}-title` })
    this.#list = h('div', { role: 'listbox', id, 'aria-labelledby': this.#title.id, class: 'popup-list' })
    this.element = h('div', { class: 'popup', hidden: true }, this.#title, this.#list)
  }

  /** Shows suggestions; none hides the list. `active`: the first is marked, so that Enter takes it. */
  show(
    owner: HTMLElement,
    suggestions: readonly Suggestion[],
    { title, active }: { readonly title: string; readonly active: boolean },
  ): void {
    if (this.#owner !== owner) this.hide()
    this.#owner = owner
    if (suggestions.length === 0) {
      this.hide()
      return
    }
    this.#shown = suggestions
    this.#title.textContent = title
    fill(
      this.#list,
      ...suggestions.map((suggestion, index) => rowOf(suggestion, `${this.#list.id}-${index}`)),
    )
    this.#list.scrollTop = 0
    this.element.hidden = false
    owner.setAttribute('aria-expanded', 'true')
    owner.setAttribute('aria-controls', this.#list.id)
    this.#mark(active ? 0 : -1)
  }

  hide(): void {
    this.element.hidden = true
    this.#shown = []
    this.#owner?.setAttribute('aria-expanded', 'false')
    this.#owner?.removeAttribute('aria-activedescendant')
  }

  /** Moves the mark, takes the marked one or hides the list; says whether the key was meant for the list. */
  handleKey(event: KeyboardEvent): boolean {
    if (this.#shown.length === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const takes = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)
    if (step !== undefined) this.#mark(around(this.#active + step, this.#shown.length))
    else if (event.key === 'Escape') this.hide()
    else if (takes && this.#active >= 0) this.#shown[this.#active]?.pick()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  #mark(index: number): void {
    this.#active = index
    const rows = [...this.#list.children]
    for (const [at, row] of rows.entries()) row.setAttribute('aria-selected', String(at === index))
    const row = rows[index]
    if (row === undefined) this.#owner?.removeAttribute('aria-activedescendant')
    else {
      this.#owner?.setAttribute('aria-activedescendant', row.id)
      row.scrollIntoView({ block: 'nearest' })
    }
  }
}

/** Beyond the last comes the first, and the other way round. */
function around(index: number, count: number): number {
  if (index >= count) return 0
  return index < 0 ? count - 1 : index
}

function rowOf({ label, detail, pick }: Suggestion, id: string): HTMLElement {
  return h(
    'div',
    {
      role: 'option',
      id,
      class: 'popup-row',
      'aria-selected': 'false',
      // Before the input loses the focus to it.
      onmousedown: (event: MouseEvent) => {
        event.preventDefault()
        pick()
      },
    },
    h('span', { class: 'popup-label', dir: 'auto' }, label),
    detail !== undefined && h('span', { class: 'popup-detail', dir: 'auto' }, detail),
  )
}
