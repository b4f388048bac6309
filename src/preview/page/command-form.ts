import type { CommandOptionView, CommandView } from '../site/wire.ts'
import { combobox } from './combobox.ts'
import { h } from './dom.ts'
import type { OptionValue } from './option-choices.ts'
import { createOptionField, type OptionField, type OptionFieldParts } from './option-field.ts'
import type { Popup, Suggestion } from './popup.ts'
import type { Session } from './session.ts'

/** What a command's form works with. */
export interface CommandFormParts {
  readonly session: Session
  readonly popup: Popup
  /** Back to plain words. */
  readonly leave: () => void
  readonly send: (options: Readonly<Record<string, OptionValue>>) => void
}

/** A command in a line: its name, a field for each option that is given, and one in which further ones are named. */
export class CommandForm {
  readonly element: HTMLElement
  readonly #command: CommandView
  readonly #parts: CommandFormParts
  readonly #adder: HTMLInputElement
  readonly #problem = h('span', { class: 'command-problem', role: 'status' })
  readonly #fields: OptionField[] = []

  constructor(command: CommandView, parts: CommandFormParts) {
    this.#command = command
    this.#parts = parts
    this.#adder = combobox({ class: 'adder', 'aria-label': `Add an option to /${command.name}`, size: 10 })
    this.element = h(
      'div',
      { class: 'command-line', role: 'group', 'aria-label': `Command /${command.name}` },
      h('span', { class: 'command-name' }, `/${command.name}`),
      this.#adder,
      this.#problem,
    )
    this.#listen()
  }

  /** Begins with what was typed behind the name, else with the options that must be given. */
  begin(typed = ''): void {
    const pieces = this.#piecesOf(typed)
    for (const { option, text } of pieces) this.#add(option, text)
    if (pieces.length > 0) return
    this.#adder.value = typed
    this.#adder.focus()
    const required = this.#left().filter((option) => option.required)
    for (const option of required) this.#add(option)
    this.#fields[0]?.focus()
  }

  /** Sends the command, or asks for what is missing. */
  submit(): void {
    const values = this.#values()
    const missing = this.#command.options.find(({ name, required }) => required && values[name] === undefined)
    if (missing === undefined) {
      this.#parts.send(values)
      return
    }
    this.#problem.textContent = `${missing.name} is required`
    const field = this.#fields.find(({ option }) => option === missing)
    if (field === undefined) this.#add(missing)
    else field.focus()
  }

  #listen(): void {
    const adder = this.#adder
    adder.addEventListener('input', () => this.#suggest())
    adder.addEventListener('focus', () => {
      adder.placeholder = this.#left().length > 0 ? `+${this.#left().length} more` : ''
      this.#suggest()
    })
    adder.addEventListener('blur', () => this.#parts.popup.hide())
    adder.addEventListener('keydown', (event) => {
      if (this.#parts.popup.handleKey(event)) return
      if (event.key === 'Enter') this.submit()
      else if (event.key === 'Backspace' && adder.value === '') this.#goBack()
      else if (event.key === 'Escape') this.#parts.leave()
      else return
      event.preventDefault()
    })
  }

  /** A colon behind an option's name begins it; else options are offered. */
  #suggest(): void {
    const typed = this.#adder.value.trim().toLowerCase()
    const exact = this.#left().find(({ name }) => typed === `${name}:`)
    if (exact !== undefined) this.#add(exact)
    else this.#offer(typed)
  }

  #offer(typed: string): void {
    const fitting = this.#left().filter(({ name }) => name.includes(typed))
    this.#parts.popup.show(
      this.#adder,
      fitting.map((option) => suggestionOf(option, () => this.#add(option))),
      { title: `Options of /${this.#command.name}`, active: typed !== '' },
    )
  }

  #add(option: CommandOptionView, text = ''): void {
    this.#adder.value = ''
    const field = createOptionField(
      option,
      this.#fieldParts(() => field),
    )
    this.#fields.push(field)
    this.#adder.before(field.element)
    field.focus(text)
  }

  #fieldParts(field: () => OptionField): OptionFieldParts {
    const { session, popup } = this.#parts
    return {
      session,
      popup,
      command: this.#command.name,
      given: () => this.#values(),
      done: () => this.#adder.focus(),
      submit: () => this.submit(),
      remove: () => {
        this.#fields.splice(this.#fields.indexOf(field()), 1)
        field().element.remove()
        this.#adder.focus()
      },
      next: (name) => {
        const following = this.#left().find((one) => one.name === name)
        if (following !== undefined) this.#add(following)
        return following !== undefined
      },
    }
  }

  #goBack(): void {
    const last = this.#fields.at(-1)
    if (last === undefined) this.#parts.leave()
    else last.focus()
  }

  #left(): readonly CommandOptionView[] {
    return this.#command.options.filter(
      ({ name }) => !this.#fields.some(({ option }) => option.name === name),
    )
  }

  /** What is given so far; what is empty is not. */
  #values(): Readonly<Record<string, OptionValue>> {
    return Object.fromEntries(
      this.#fields.flatMap(({ option, value }) => {
        const given = value()
        return given === undefined ? [] : [[option.name, given]]
      }),
    )
  }

  /** "about:sea wall count:3" as the options that it names, with their texts. */
  #piecesOf(typed: string): readonly { readonly option: CommandOptionView; readonly text: string }[] {
    const names = this.#command.options.map(({ name }) => name)
    const starts = [...typed.matchAll(/(?<=^|\s)([\p{L}\d_-]+):/gu)].filter(([, name = '']) =>
      names.includes(name),
    )
    return starts.flatMap((start, index) => {
      const option = this.#command.options.find(({ name }) => name === start[1])
      const text = typed.slice(start.index + start[0].length, starts[index + 1]?.index).trim()
      return option === undefined ? [] : [{ option, text }]
    })
  }
}

function suggestionOf({ name, description, required }: CommandOptionView, pick: () => void): Suggestion {
  return { label: name, detail: required ? `required · ${description}` : description, pick }
}
