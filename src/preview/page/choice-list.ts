import type { OptionView } from '../site/wire.ts'
import { freshId, h, icon } from './dom.ts'
import { layerOf, placeNear } from './place.ts'

/** What the list of a select menu works with. */
export interface ChoiceListParts {
  /** The button that opens it. */
  readonly button: HTMLElement
  readonly options: readonly OptionView[]
  /** Values chosen so far; the list changes them. */
  readonly chosen: Set<string>
  readonly label: string
  /** How many may be chosen. */
  readonly most: number
}

/**
 * The list of a select menu while it is open. Where only one can be chosen, choosing closes it; else it closes with
 * Escape, Tab or a press elsewhere.
 */
export class ChoiceList {
  readonly #parts: ChoiceListParts
  readonly #onClose: () => void
  readonly #list: HTMLElement
  readonly #rows: readonly HTMLElement[]
  readonly #closing = new AbortController()
  #active = 0

  constructor(parts: ChoiceListParts, onClose: () => void) {
    const { options, label, most } = parts
    const id = freshId('choices')
    this.#parts = parts
    this.#onClose = onClose
    this.#rows = options.map((option, index) =>
      optionRow(option, `${id}-${index}`, () => this.#choose(option.value)),
    )
    const props = { role: 'listbox', id, class: 'choices', tabindex: '-1', 'aria-label': label }
    this.#list = h('div', { ...props, 'aria-multiselectable': most > 1 ? 'true' : undefined }, ...this.#rows)
    this.#list.addEventListener('keydown', (event) => this.#heed(event))
  }

  open(): void {
    const { button, options, chosen } = this.#parts
    layerOf(button).append(this.#list)
    this.#list.style.setProperty('min-width', `${button.getBoundingClientRect().width}px`)
    placeNear(this.#list, button)
    button.setAttribute('aria-expanded', 'true')
    this.#mark(
      Math.max(
        0,
        options.findIndex(({ value }) => chosen.has(value)),
      ),
    )
    this.#list.focus()
    const onPress = (event: Event): void => {
      if (!this.#list.contains(event.target as Node)) this.#close(false)
    }
    document.addEventListener('pointerdown', onPress, { signal: this.#closing.signal })
  }

  #close(isBack = true): void {
    if (this.#closing.signal.aborted) return
    this.#closing.abort()
    this.#list.remove()
    this.#parts.button.setAttribute('aria-expanded', 'false')
    if (isBack) this.#parts.button.focus()
    this.#onClose()
  }

  #mark(index: number): void {
    const rows = this.#rows
    this.#active = (index + rows.length) % rows.length
    for (const [at, row] of rows.entries()) {
      row.classList.toggle('active', at === this.#active)
      row.setAttribute('aria-selected', String(this.#parts.chosen.has(this.#parts.options[at]?.value ?? '')))
    }
    this.#list.setAttribute('aria-activedescendant', rows[this.#active]?.id ?? '')
    rows[this.#active]?.scrollIntoView({ block: 'nearest' })
  }

  #choose(value: string): void {
    const { chosen, most } = this.#parts
    if (most === 1) {
      chosen.clear()
      chosen.add(value)
      this.#close()
      return
    }
    if (chosen.has(value)) chosen.delete(value)
    else if (chosen.size < most) chosen.add(value)
    this.#mark(this.#active)
  }

  #heed(event: KeyboardEvent): void {
    const { options } = this.#parts
    const moves = new Map([
      ['ArrowDown', this.#active + 1],
      ['ArrowUp', this.#active - 1],
      ['Home', 0],
      ['End', options.length - 1],
    ])
    const next = moves.get(event.key) ?? beginningWith(options, event.key)
    if (event.key === 'Enter' || event.key === ' ') this.#choose(options[this.#active]?.value ?? '')
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close()
    else if (next !== undefined) this.#mark(next)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** The first option that begins with a letter. */
function beginningWith(options: readonly OptionView[], letter: string): number | undefined {
  const found = options.findIndex(({ label }) => label.toLowerCase().startsWith(letter.toLowerCase()))
  return found < 0 ? undefined : found
}

function optionRow(option: OptionView, id: string, choose: () => void): HTMLElement {
  const { label, description, emoji } = option
  return h(
    'div',
    { role: 'option', id, class: 'choice', 'aria-selected': 'false', onclick: choose },
    emoji !== undefined && h('span', { class: 'emoji' }, emoji),
    h(
      'span',
      { class: 'choice-words' },
      h('span', { dir: 'auto' }, label),
      description !== undefined && h('span', { class: 'choice-detail', dir: 'auto' }, description),
    ),
    icon('check'),
  )
}
