import { h, type Props } from './dom.ts'

/** A text input that suggestions belong to. It says so to screen readers; the list is a Popup's. */
export function combobox(props: Props): HTMLInputElement {
  return h('input', {
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    autocomplete: 'off',
    dir: 'auto',
    ...props,
  })
}
