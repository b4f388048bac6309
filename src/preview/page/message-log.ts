import type { CommandsView, CommandView, MessageView, ModalView, PageEvent } from '../site/wire.ts'
import { get } from './api.ts'
import { createBeginning } from './beginning.ts'
import { h } from './dom.ts'
import { refreshTimes } from './marks.ts'
import type { MenuPlace } from './menu.ts'
import { openMessageMenu } from './message.ts'
import { MessageList } from './message-list.ts'
import type { Act, Session } from './session.ts'

const minuteMs = 60_000
/** A command that is answered sooner than this, in milliseconds, is not said to be on its way. */
const waitShownMs = 400

/** What the log hands on. */
export interface LogParts {
  /** A form was opened. */
  readonly onModal: (modal: ModalView) => void
  /** A command was picked where the channel begins. */
  readonly onStart: (command: CommandView) => void
}

/** The open channel's messages, and what changes in them. */
export class MessageLog {
  readonly element: HTMLElement
  readonly #session: Session
  readonly #parts: LogParts
  readonly #list: MessageList
  /** Ids of messages that their one reader has put away. */
  readonly #dismissed = new Set<string>()
  /** Person and channel whose messages are shown. */
  #shown = ''

  constructor(session: Session, parts: LogParts) {
    this.#session = session
    this.#parts = parts
    this.#list = new MessageList({
      session,
      openActions: (message, place) => void this.#openActions(message, place),
      dismiss: (message) => this.#dismiss(message),
    })
    this.element = this.#list.element
    session.onChange(() => void this.#load())
    session.onEvent((event) => this.#heed(event))
    setInterval(() => refreshTimes(this.element), minuteMs)
    void this.#load()
  }

  /** Runs a command and shows what comes of it: that it is on its way, and what went wrong. */
  async run(act: Act, what: string): Promise<void> {
    const note = h('p', { class: 'note', role: 'status' }, `${what} …`)
    const showing = setTimeout(() => this.#list.append(note), waitShownMs)
    try {
      const { failure, modal } = await this.#session.act(act)
      if (failure !== undefined) this.#list.append(failureNote(what, failure))
      if (modal !== undefined) this.#parts.onModal(modal)
    } catch (error) {
      this.#list.append(failureNote(what, error instanceof Error ? error.message : String(error)))
    } finally {
      clearTimeout(showing)
      note.remove()
    }
  }

  async #load(): Promise<void> {
    const { scene, channel } = this.#session
    const key = `${scene.me.id} ${channel.id}`
    this.element.setAttribute('aria-label', `Messages in ${channel.name}`)
    if (key === this.#shown) return
    this.#shown = key
    const found = await get<readonly MessageView[]>('messages', { user: scene.me.id, channel: channel.id })
    if (key !== this.#shown) return
    const wanted = found.filter(({ id }) => !this.#dismissed.has(id))
    this.#list.reset(createBeginning(this.#session, this.#parts.onStart), wanted)
  }

  #heed(event: PageEvent): void {
    if (event.kind === 'delete') this.#list.remove(event.id)
    if (event.kind !== 'message' && event.kind !== 'edit') return
    if (event.message.channelId !== this.#session.channel.id) return
    if (event.kind === 'message') this.#list.add(event.message)
    else this.#list.replace(event.message)
  }

  #dismiss({ id }: MessageView): void {
    this.#dismissed.add(id)
    this.#list.remove(id)
    this.element.focus()
  }

  async #openActions(message: MessageView, place: MenuPlace): Promise<void> {
    const where = { user: this.#session.scene.me.id, channel: message.channelId }
    const { menu } = await get<CommandsView>('commands', where).catch(() => ({ menu: [] }))
    openMessageMenu(message, place, {
      menu,
      run: (name) => void this.run({ kind: 'menu', name, message: message.id }, name),
    })
  }
}

function failureNote(what: string, why: string): HTMLElement {
  const dismiss = h('button', { type: 'button', class: 'textual', onclick: () => note.remove() }, 'Dismiss')
  const note = h('p', { class: 'note failed', role: 'status' }, h('b', {}, what), ` – ${why}`, dismiss)
  return note
}
