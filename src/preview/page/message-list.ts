import type { MessageView } from '../site/wire.ts'
import { fill, h } from './dom.ts'
import { type MessageStage, renderMessage } from './message.ts'

/** Messages of one person stand together where they come within so many milliseconds. */
const joinMs = 7 * 60_000
/** How near the end, in pixels, the reader must be for new messages to be scrolled to. */
const nearEndPx = 120

/** Messages as articles, oldest first, in a box that scrolls. Each message has exactly one article. */
export class MessageList {
  /** The box that scrolls. */
  readonly element: HTMLElement
  readonly #list = h('div', { class: 'log-list', role: 'log' })
  readonly #messages = new Map<string, MessageView>()
  readonly #articles = new Map<string, HTMLElement>()
  readonly #stage: MessageStage
  #isAtEnd = true

  constructor(stage: MessageStage) {
    this.#stage = stage
    this.element = h('div', { class: 'log', tabindex: '0', role: 'region' }, this.#list)
    this.element.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = this.element
      this.#isAtEnd = scrollHeight - scrollTop - clientHeight < nearEndPx
    })
    // Whatever grows, a picture that comes late or a new message: who reads the end stays there.
    new ResizeObserver(() => {
      if (this.#isAtEnd) this.#toEnd()
    }).observe(this.#list)
  }

  /** Shows other messages, and what stands before the first. */
  reset(beginning: HTMLElement, messages: readonly MessageView[]): void {
    this.#messages.clear()
    this.#articles.clear()
    fill(this.#list, beginning)
    for (const message of messages) this.add(message)
    this.#isAtEnd = true
    this.#toEnd()
  }

  /** Adds a message at the end, unless it is there. */
  add(message: MessageView): void {
    if (this.#messages.has(message.id)) return
    const before = [...this.#messages.values()].at(-1)
    const article = renderMessage(message, this.#stage, isJoined(before, message))
    this.#messages.set(message.id, message)
    this.#articles.set(message.id, article)
    this.#list.append(article)
  }

  /** Adds what is no message. */
  append(note: HTMLElement): void {
    this.#list.append(note)
  }

  /** Shows a message as it stands now. What had the focus in it, or stands in its place, has it again. */
  replace(message: MessageView): void {
    const old = this.#articles.get(message.id)
    if (old === undefined) return
    const focused = usableParts(old).indexOf(document.activeElement as HTMLElement)
    const article = renderMessage(message, this.#stage, old.classList.contains('joined'))
    this.#messages.set(message.id, message)
    this.#articles.set(message.id, article)
    old.replaceWith(article)
    const parts = usableParts(article)
    if (focused >= 0) parts[Math.min(focused, parts.length - 1)]?.focus()
  }

  remove(id: string): void {
    this.#articles.get(id)?.remove()
    this.#articles.delete(id)
    this.#messages.delete(id)
  }

  #toEnd(): void {
    this.element.scrollTop = this.element.scrollHeight
  }
}

function isJoined(before: MessageView | undefined, message: MessageView): boolean {
  if (before === undefined || message.asked?.command !== undefined || message.replyTo !== undefined)
    return false
  return (
    before.author.id === message.author.id &&
    before.visibleTo === message.visibleTo &&
    message.at - before.at < joinMs
  )
}

function usableParts(article: HTMLElement): readonly HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('button:not(:disabled), a')]
}
