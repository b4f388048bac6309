import type { EmbedView, MessageView } from '../site/wire.ts'
import { avatar } from './avatar.ts'
import { renderComponents, trouble } from './components.ts'
import { h, icon } from './dom.ts'
import { renderMarks } from './marks.ts'
import { file, picture } from './media.ts'
import { type MenuPlace, openMenu } from './menu.ts'
import type { Session } from './session.ts'
import { messageTime } from './times.ts'

/** What messages act with. */
export interface MessageStage {
  readonly session: Session
  /** Opens the menu of a message. */
  readonly openActions: (message: MessageView, place: MenuPlace) => void
  /** Takes a message that only this person sees out of their view. */
  readonly dismiss: (message: MessageView) => void
}

/** A message as an article. `joined`: it follows one of the same person's, whose head stands for both. */
export function renderMessage(message: MessageView, stage: MessageStage, joined: boolean): HTMLElement {
  const { author, at, calls, visibleTo } = message
  const me = stage.session.scene.me.id
  const isCalled = calls.everyone || calls.ids.includes(me)
  const classes = [
    'message',
    joined && 'joined',
    isCalled && 'called',
    visibleTo !== undefined && 'ephemeral',
  ]
  const { element: problem, tell } = trouble()
  const more = h(
    'button',
    { type: 'button', class: 'more', 'aria-label': 'More', 'aria-haspopup': 'menu' },
    icon('more'),
  )
  more.addEventListener('click', () => stage.openActions(message, more))
  const article = h(
    'article',
    {
      class: classes.filter((name) => name !== false).join(' '),
      'aria-label': `${author.name}, ${messageTime(at)}`,
      'data-message': message.id,
      oncontextmenu: (event: MouseEvent) => openAtPointer(event, message, stage),
    },
    context(message),
    h('div', { class: 'gutter' }, joined ? shortTime(at) : avatar(author)),
    h(
      'div',
      { class: 'message-main' },
      !joined && head(message),
      ...body(message),
      ...renderComponents(message.components, { session: stage.session, message, tell }),
      problem,
      visibleTo !== undefined && ephemeralNote(message, stage),
    ),
    more,
  )
  return article
}

/** A right press on a link or in a field is the browser's own. */
function openAtPointer(event: MouseEvent, message: MessageView, stage: MessageStage): void {
  if ((event.target as Element).closest('a, input, textarea') !== null) return
  event.preventDefault()
  stage.openActions(message, { x: event.clientX, y: event.clientY })
}

/** What the message answers: a command, another message. */
function context({ asked, replyTo }: MessageView): HTMLElement | undefined {
  if (asked?.command !== undefined)
    return h(
      'p',
      { class: 'context' },
      h('b', {}, asked.by),
      ' used ',
      h('span', { class: 'mention' }, asked.command),
    )
  if (replyTo !== undefined) return h('p', { class: 'context', dir: 'auto' }, `In reply to ${replyTo}`)
  return undefined
}

function head({ author, at, crossposted }: MessageView): HTMLElement {
  return h(
    'header',
    { class: 'message-head' },
    h('span', { class: author.bot ? 'author bot' : 'author', dir: 'auto' }, author.name),
    author.bot && h('span', { class: 'tag' }, 'APP'),
    h('time', { class: 'sent', datetime: new Date(at).toISOString() }, messageTime(at)),
    crossposted && h('span', { class: 'sent' }, 'published'),
  )
}

function shortTime(at: number): HTMLElement {
  return h(
    'time',
    { class: 'sent short', datetime: new Date(at).toISOString() },
    messageTime(at).split(' ').at(-1),
  )
}

function body(message: MessageView): readonly (Node | false)[] {
  const { content, embeds, attachments, editedAt, loading, forwarded, components } = message
  if (loading)
    return [h('p', { class: 'thinking' }, `${message.author.name} is thinking`, h('span', { class: 'dots' }))]
  const edited =
    editedAt !== undefined && h('small', { class: 'edited', title: messageTime(editedAt) }, '(edited)')
  // Files that components show are not listed a second time.
  const listed = components.length > 0 ? [] : attachments
  return [
    forwarded !== undefined && forward(forwarded),
    content.length > 0 && h('div', { class: 'content', dir: 'auto' }, ...renderMarks(content), edited),
    ...embeds.map(embed),
    ...listed.map(file),
    content.length === 0 && edited,
  ]
}

function forward(message: MessageView): HTMLElement {
  return h(
    'blockquote',
    { class: 'forwarded' },
    h('p', { class: 'context' }, 'Forwarded'),
    ...body(message).filter((part) => part !== false),
  )
}

function embed(view: EmbedView): HTMLElement {
  const { title, url, author, footer, fields, image, thumbnail, accent, at } = view
  const words = renderMarks(title)
  const time = at === undefined ? undefined : messageTime(at)
  const foot = [footer, time].filter((part) => part !== undefined).join(' · ')
  const element = h(
    'div',
    { class: 'container embed' },
    author !== undefined && h('p', { class: 'embed-author' }, author),
    title.length > 0 &&
      h(
        'h3',
        { dir: 'auto' },
        ...(url === undefined
          ? words
          : [h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...words)]),
      ),
    h('div', { class: 'text-display', dir: 'auto' }, ...renderMarks(view.description)),
    fields.length > 0 && h('div', { class: 'embed-fields' }, ...fields.map(field)),
    thumbnail && picture(thumbnail),
    image && picture(image),
    foot !== '' && h('p', { class: 'subtext' }, foot),
  )
  if (accent !== undefined) element.style.setProperty('--accent', accent)
  return element
}

function field({ name, value, inline }: EmbedView['fields'][number]): HTMLElement {
  return h(
    'div',
    { class: inline ? 'embed-field inline' : 'embed-field', dir: 'auto' },
    h('b', {}, ...renderMarks(name)),
    h('div', {}, ...renderMarks(value)),
  )
}

function ephemeralNote(message: MessageView, { dismiss }: MessageStage): HTMLElement {
  return h(
    'p',
    { class: 'ephemeral-note' },
    icon('eye'),
    'Only you can see this · ',
    h('button', { type: 'button', class: 'textual', onclick: () => dismiss(message) }, 'Dismiss message'),
  )
}

/** Offers what can be done with a message: the bot's commands for it, and copying its words. */
export function openMessageMenu(
  message: MessageView,
  place: MenuPlace,
  stage: { readonly menu: readonly string[]; readonly run: (name: string) => void },
): void {
  openMenu(place, `Message of ${message.author.name}`, [
    ...(stage.menu.length > 0 ? [{ heading: 'Apps' }] : []),
    ...stage.menu.map((name) => ({ label: name, detail: 'Crier', act: () => stage.run(name) })),
    { heading: 'Message' },
    { label: 'Copy text', act: () => void navigator.clipboard.writeText(message.plain) },
  ])
}
