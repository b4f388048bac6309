import type { ComponentView, ModalView } from '../site/wire.ts'
import { freshId, h, icon } from './dom.ts'
import { renderMarks } from './marks.ts'
import { selectMenu } from './select-menu.ts'
import type { Session } from './session.ts'

/** Discord's numbers of what forms are made of. */
const kinds = {
  actionRow: 1,
  textInput: 4,
  textDisplay: 10,
  label: 18,
  radio: 21,
  checkboxes: 22,
  checkbox: 23,
} as const
const paragraphStyle = 2

/** A part of the form: what is shown, and what was entered, by custom_id. */
interface Part {
  readonly element: HTMLElement
  readonly entry?: () => readonly [string, string | readonly string[]]
}

/** Opens a form of the bot's. `tell` says what went wrong after it was sent. */
export function openModal(modal: ModalView, session: Session, tell: (words: string) => void): void {
  const parts = modal.components.map((component) => partOf(component, session))
  const problem = h('p', { class: 'trouble', role: 'alert' })
  const dialog = dialogOf(modal.title, [
    h('div', { class: 'modal-parts' }, ...parts.map(({ element }) => element)),
    problem,
  ])
  const send = async (): Promise<void> => {
    const entries = Object.fromEntries(parts.flatMap(({ entry }) => (entry === undefined ? [] : [entry()])))
    try {
      const outcome = await session.act({ kind: 'submit', modal: modal.key, entries })
      dialog.close()
      if (outcome.failure !== undefined) tell('Something went wrong: the application did not respond.')
      if (outcome.modal !== undefined) openModal(outcome.modal, session, tell)
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error)
    }
  }
  dialog.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  document.body.append(dialog)
  dialog.showModal()
  dialog.querySelector<HTMLElement>('.modal-parts :is(input, textarea, button)')?.focus()
}

function dialogOf(title: string, content: readonly HTMLElement[]): HTMLDialogElement {
  const id = freshId('modal-title')
  const close = (): void => dialog.close()
  const cancel = h('button', { type: 'button', class: 'button link', onclick: close }, 'Cancel')
  const submit = h('button', { type: 'submit', class: 'button primary' }, 'Submit')
  const head = h('header', {}, h('h2', { id, dir: 'auto' }, title), closeButton(close))
  const form = h(
    'form',
    { method: 'dialog', novalidate: true },
    head,
    ...content,
    h('footer', {}, cancel, submit),
  )
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': id, onclose: () => dialog.remove() }, form)
  return dialog
}

function closeButton(close: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: close }, icon('close'))
}

function partOf(component: ComponentView, session: Session): Part {
  if (component.type === kinds.textDisplay)
    return { element: h('div', { class: 'text-display', dir: 'auto' }, ...renderMarks(component.marks)) }
  const inner = component.accessory ?? component.components[0]
  if (inner === undefined) return { element: h('div') }
  const label = component.type === kinds.label ? component.label : inner.label
  return labelled(inner, session, {
    label,
    ...(component.description && { description: component.description }),
  })
}

function labelled(
  input: ComponentView,
  session: Session,
  words: { readonly label: string; readonly description?: string },
): Part {
  const id = freshId('input')
  const { customId = '' } = input
  const control = controlOf({ ...input, label: words.label }, session, id)
  if (words.description !== undefined) control.element.setAttribute('aria-describedby', `${id}-about`)
  const element = h(
    'div',
    { class: 'field' },
    h(
      'label',
      { for: id, dir: 'auto' },
      words.label,
      input.required && h('span', { class: 'required' }, ' (required)'),
    ),
    words.description !== undefined &&
      h('p', { id: `${id}-about`, class: 'subtext', dir: 'auto' }, words.description),
    control.element,
  )
  return { element, entry: () => [customId, control.value()] }
}

interface Control {
  readonly element: HTMLElement
  readonly value: () => string | readonly string[]
}

function controlOf(input: ComponentView, session: Session, id: string): Control {
  if (input.type === kinds.textInput) return textControl(input, id)
  if (input.type === kinds.radio || input.type === kinds.checkboxes) return choiceControl(input, id)
  if (input.type === kinds.checkbox) {
    const box = h('input', { type: 'checkbox', id })
    return { element: box, value: () => [String(box.checked)] }
  }
  const select = selectMenu(input, session)
  select.element.id = id
  return { element: select.element, value: select.values }
}

function textControl(input: ComponentView, id: string): Control {
  const props = {
    id,
    placeholder: input.placeholder,
    maxlength: input.most,
    dir: 'auto',
    'aria-required': String(input.required),
  }
  const field =
    input.style === paragraphStyle
      ? h('textarea', { ...props, rows: 4 })
      : h('input', { ...props, type: 'text' })
  field.value = input.value
  return { element: field, value: () => field.value }
}

function choiceControl(input: ComponentView, id: string): Control {
  const type = input.type === kinds.radio ? 'radio' : 'checkbox'
  const boxes = input.options.map((option) =>
    h('input', { type, name: id, value: option.value, checked: option.chosen }),
  )
  const rows = input.options.map(({ label, description }, index) =>
    h(
      'label',
      { class: 'check' },
      boxes[index],
      h('span', { dir: 'auto' }, label, description && ` – ${description}`),
    ),
  )
  return {
    element: h('div', { id, role: type === 'radio' ? 'radiogroup' : 'group' }, ...rows),
    value: () => boxes.filter(({ checked }) => checked).map(({ value }) => value),
  }
}
