import type { CommandOptionView } from '../site/wire.ts'
import { toBase64 } from './api.ts'
import { combobox } from './combobox.ts'
import { freshId, h } from './dom.ts'
import {
  choicesFor,
  type OptionChoice,
  type OptionPlace,
  type OptionValue,
  typedValue,
} from './option-choices.ts'
import type { Popup } from './popup.ts'

/** What a field works with. */
export interface OptionFieldParts extends OptionPlace {
  readonly popup: Popup
  /** A value was chosen: on to what comes next. */
  readonly done: () => void
  readonly submit: () => void
  readonly remove: () => void
  /** Begins another option whose name was typed; says whether there is one. */
  readonly next: (name: string) => boolean
}

/** A field for the value of one option. */
export interface OptionField {
  readonly option: CommandOptionView
  readonly element: HTMLElement
  /** Undefined where nothing is given. */
  readonly value: () => OptionValue | undefined
  /** Focuses the field; a text is put into it. */
  readonly focus: (text?: string) => void
}

/** Fewest and most characters that a field is wide. */
const [narrowest, widest] = [6, 40]

/** A label with a field; where values are to be chosen, they are offered while typing. */
export function createOptionField(option: CommandOptionView, parts: OptionFieldParts): OptionField {
  if (option.kind === 'file') return fileField(option, parts)
  const input = combobox({
    id: freshId(option.name),
    'aria-required': String(option.required),
    inputmode: option.kind === 'whole' || option.kind === 'number' ? 'numeric' : undefined,
    size: narrowest,
  })
  const chosen = completeWhileTyping(input, option, parts)
  input.addEventListener('keydown', (event) => {
    if (parts.popup.handleKey(event)) return
    if (event.key === 'Enter') parts.submit()
    else if (event.key === 'Backspace' && input.value === '') parts.remove()
    else if (event.key === 'Escape') parts.done()
    else return
    event.preventDefault()
  })
  return {
    option,
    element: framed(option, input, parts),
    value: () => chosen()?.value ?? typedValue(option, input.value, parts),
    focus: (text = input.value) => {
      input.value = text
      widen(input)
      input.focus()
    },
  }
}

/** Offers values for what is typed. @returns what was chosen; typing on takes it back. */
function completeWhileTyping(
  input: HTMLInputElement,
  option: CommandOptionView,
  parts: OptionFieldParts,
): () => OptionChoice | undefined {
  let chosen: OptionChoice | undefined
  let asked = 0
  const pick = (choice: OptionChoice): void => {
    chosen = choice
    input.value = choice.label
    widen(input)
    parts.popup.hide()
    parts.done()
  }
  const suggest = async (): Promise<void> => {
    asked += 1
    const question = asked
    const choices = await choicesFor(option, input.value, parts)
    // Somebody who types on has asked anew.
    if (question !== asked || document.activeElement !== input) return
    const suggestions = choices.map((choice) => ({ label: choice.label, pick: () => pick(choice) }))
    const active = input.value !== '' || !option.autocomplete
    parts.popup.show(input, suggestions, { title: `${option.name} – ${option.description}`, active })
  }
  input.addEventListener('focus', () => void suggest())
  input.addEventListener('blur', () => parts.popup.hide())
  input.addEventListener('input', () => {
    chosen = undefined
    beginNext(input, parts)
    widen(input)
    void suggest()
  })
  return () => chosen
}

/** "speaker:Roe publisher:" typed in one go begins the next option. */
function beginNext(input: HTMLInputElement, parts: OptionFieldParts): void {
  const [, before, name] = /^(.*) ([\p{L}\d_-]+):$/su.exec(input.value) ?? []
  if (before !== undefined && name !== undefined && parts.next(name)) input.value = before
}

function widen(input: HTMLInputElement): void {
  input.size = Math.min(widest, Math.max(narrowest, input.value.length))
}

function fileField(option: CommandOptionView, parts: OptionFieldParts): OptionField {
  const input = h('input', {
    id: freshId(option.name),
    type: 'file',
    'aria-required': String(option.required),
  })
  let given: OptionValue | undefined
  input.addEventListener('change', async () => {
    const file = input.files?.[0]
    if (file === undefined) return
    const base64 = await toBase64(file)
    given = { filename: file.name, base64, ...(file.type !== '' && { contentType: file.type }) }
    parts.done()
  })
  return { option, element: framed(option, input, parts), value: () => given, focus: () => input.focus() }
}

function framed(
  { name }: CommandOptionView,
  input: HTMLInputElement,
  { remove }: OptionFieldParts,
): HTMLElement {
  const removal = {
    type: 'button',
    class: 'option-remove',
    'aria-label': `Remove ${name}`,
    tabindex: '-1',
    onclick: remove,
  }
  return h('span', { class: 'option' }, h('label', { for: input.id }, name), input, h('button', removal, '×'))
}
