import type { CommandsView, CommandView } from '../site/wire.ts'
import { get } from './api.ts'
import { combobox } from './combobox.ts'
import { CommandForm } from './command-form.ts'
import { fill, h, icon } from './dom.ts'
import { Popup, type Suggestion } from './popup.ts'
import type { Act, Session } from './session.ts'

/** Runs an act and shows what comes of it. */
export type Run = (act: Act, what: string) => Promise<void>

/** The field below the messages: words to write, or a command with its options. */
export class Composer {
  readonly element: HTMLFormElement
  readonly #session: Session
  readonly #run: Run
  readonly #popup = new Popup()
  readonly #place = h('div', { class: 'composer-place' })
  readonly #input = combobox({ class: 'composer-input', maxlength: 4000 })
  /** The command that is being written, if one is. */
  #command: CommandForm | undefined

  constructor(session: Session, run: Run) {
    this.#session = session
    this.#run = run
    const send = h('button', { type: 'submit', class: 'quiet', 'aria-label': 'Send' }, icon('send'))
    const box = h('div', { class: 'composer-box' }, this.#place, send)
    this.element = h('form', { class: 'composer', novalidate: true }, this.#popup.element, box)
    fill(this.#place, this.#input)
    this.#listen()
    session.onChange(() => this.#show())
    this.#show()
  }

  /** Begins a command with what was typed behind its name. */
  begin(command: CommandView, typed = ''): void {
    this.#command = new CommandForm(command, {
      session: this.#session,
      popup: this.#popup,
      leave: () => this.#toPlain(`/${command.name}`),
      send: (options) => {
        this.#toPlain('')
        void this.#run({ kind: 'command', name: command.name, options }, `/${command.name}`)
      },
    })
    fill(this.#place, this.#command.element)
    this.#command.begin(typed)
  }

  #toPlain(text: string): void {
    this.#command = undefined
    this.#input.value = text
    fill(this.#place, this.#input)
    this.#popup.hide()
    this.#input.focus()
    if (text !== '') void this.#suggest()
  }

  #listen(): void {
    const input = this.#input
    input.addEventListener('input', () => void this.#suggest())
    input.addEventListener('blur', () => this.#popup.hide())
    input.addEventListener('keydown', (event) => {
      if (this.#popup.handleKey(event)) return
      if (event.key === 'Escape') this.#toPlain('')
    })
    this.element.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#submit()
    })
    document.addEventListener('keydown', ({ key }) => {
      const { activeElement, body } = document
      // As in Discord, whatever is typed while nothing else takes it goes into the field.
      const isFree = activeElement === body || activeElement?.classList.contains('log')
      if (isFree && key === '/') input.focus()
    })
  }

  #submit(): void {
    const text = this.#input.value.trim()
    if (this.#command !== undefined) this.#command.submit()
    else if (text !== '') {
      this.#toPlain('')
      void this.#run(
        text.startsWith('/') ? { kind: 'line', line: text } : { kind: 'say', content: text },
        text,
      )
    }
  }

  /** Offers commands for what begins with a slash; a space behind a whole name begins the command. */
  async #suggest(): Promise<void> {
    if (!this.#input.value.startsWith('/')) {
      this.#popup.hide()
      return
    }
    const { slash } = await commandsHere(this.#session)
    const typed = this.#input.value.slice(1)
    const named = slash.find(({ name }) => typed.startsWith(`${name} `))
    // Meanwhile it may have been sent, or another command begun.
    if (this.#command !== undefined || !this.#input.value.startsWith('/')) return
    if (named !== undefined) this.begin(named, typed.slice(named.name.length + 1))
    else {
      const suggestions = fitting(slash, typed.trim(), (command) => this.begin(command))
      this.#popup.show(this.#input, suggestions, { title: 'Commands', active: true })
    }
  }

  #show(): void {
    const { channel } = this.#session
    const name = channel.kind === 'direct' ? channel.name : `#${channel.name}`
    const words = channel.writable ? `Message ${name}, or / for commands` : 'You may not write here'
    this.element.hidden = channel.kind === 'forum'
    this.#input.disabled = !channel.writable
    this.#input.placeholder = words
    this.#input.setAttribute('aria-label', words)
  }
}

/** The commands that this person sees here; asked anew each time, since permissions change. */
export function commandsHere({ scene, channel }: Session): Promise<CommandsView> {
  return get<CommandsView>('commands', { user: scene.me.id, channel: channel.id })
}

/** Commands whose names begin with what was typed, then those that have it elsewhere. */
function fitting(
  commands: readonly CommandView[],
  typed: string,
  pick: (command: CommandView) => void,
): readonly Suggestion[] {
  const wanted = typed.toLowerCase()
  const rank = ({ name }: CommandView): number =>
    name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : 2
  return commands
    .filter((command) => rank(command) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((command) => ({ label: `/${command.name}`, detail: command.description, pick: () => pick(command) }))
}
