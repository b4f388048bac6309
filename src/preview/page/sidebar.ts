import type { ChannelView, SceneView } from '../site/wire.ts'
import { avatar } from './avatar.ts'
import { fill, h, type IconName, icon } from './dom.ts'
import { openMenu } from './menu.ts'
import type { Session } from './session.ts'

const icons = {
  text: 'hash',
  announcement: 'megaphone',
  forum: 'forum',
  thread: 'thread',
  direct: 'at',
} as const satisfies Record<ChannelView['kind'], IconName>

/** Languages in which Discord can be used here: those that the bot speaks, and one that it does not. */
const languages = [
  ['en-US', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es-ES', 'Español'],
  ['fi', 'Suomi'],
] as const

/** How many posts of a forum, and threads of a channel, stand below it. */
const threadsShown = 5

/** Servers, channels, and who one is. `onPicked` is called when a channel was chosen. */
export function createSidebar(session: Session, onPicked: () => void): HTMLElement {
  const rail = h('nav', { class: 'rail', 'aria-label': 'Servers' })
  const title = h('h2', { class: 'server-name', dir: 'auto' })
  const channels = h('div', { class: 'channels' })
  const person = h('div', { class: 'person' })
  const open = (id: string): void => {
    session.open(id)
    onPicked()
  }
  const show = (): void => {
    title.textContent = session.server?.name ?? 'Direct messages'
    keepFocus(rail, () => fill(rail, ...railOf(session, open)))
    keepFocus(channels, () => fill(channels, channelList(session, open)))
    keepFocus(person, () => fill(person, ...personPanel(session)))
  }
  session.onChange(show)
  show()
  return h(
    'div',
    { class: 'sidebar', id: 'sidebar' },
    rail,
    h('nav', { class: 'side', 'aria-label': 'Channels' }, title, channels, person),
  )
}

/** Draws a part anew; what had the focus in it has it again. */
function keepFocus(part: HTMLElement, draw: () => void): void {
  const key = part.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.key
    : undefined
  draw()
  if (key !== undefined) part.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus()
}

function railOf({ scene, server, unread }: Session, open: (id: string) => void): readonly HTMLElement[] {
  const direct = railButton({
    name: 'Direct messages',
    sign: avatar(scene.bot),
    isOpen: server === undefined,
    isUnread: unread.has(scene.direct.id),
    open: () => open(scene.direct.id),
  })
  const servers = scene.servers.map(({ id, name, channels }) =>
    railButton({
      name,
      sign: name.slice(0, 1),
      isOpen: server?.id === id,
      isUnread: channels.some((channel) => unread.has(channel.id)),
      open: () => open(channels[0]?.id ?? ''),
    }),
  )
  return [direct, ...servers]
}

interface RailButton {
  readonly name: string
  readonly sign: string | HTMLElement
  readonly isOpen: boolean
  readonly isUnread: boolean
  readonly open: () => void
}

function railButton({ name, sign, isOpen, isUnread, open }: RailButton): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: isUnread ? 'server unread' : 'server',
      'aria-label': isUnread ? `${name}, unread` : name,
      'aria-current': isOpen ? 'true' : undefined,
      'data-key': name,
      onclick: open,
    },
    sign,
  )
}

function channelList(session: Session, open: (id: string) => void): HTMLElement {
  const all = session.server?.channels ?? [session.scene.direct]
  const rows = all
    .filter(({ parentId }) => parentId === undefined)
    .flatMap((channel) => {
      const below = all
        .filter(
          ({ parentId, id, archived }) => parentId === channel.id && (!archived || id === session.channel.id),
        )
        .toSorted((a, b) => b.activeAt - a.activeAt)
        .slice(0, threadsShown)
      return [channel, ...below]
    })
  return h('ul', {}, ...rows.map((channel) => h('li', {}, channelButton(channel, session, open))))
}

function channelButton(channel: ChannelView, session: Session, open: (id: string) => void): HTMLElement {
  const { id, name, kind } = channel
  const count = session.unread.get(id) ?? 0
  const classes = ['channel', kind === 'thread' && 'below', count > 0 && 'unread']
  return h(
    'button',
    {
      type: 'button',
      class: classes.filter((one) => one !== false).join(' '),
      'aria-current': session.channel.id === id ? 'page' : undefined,
      'data-key': id,
      onclick: () => open(id),
    },
    icon(icons[kind]),
    h('span', { class: 'channel-name', dir: 'auto' }, name),
    h('span', { class: 'unseen' }, `, ${kind}`),
    count > 0 && h('span', { class: 'count' }, String(count), h('span', { class: 'unseen' }, ' unread')),
  )
}

function personPanel(session: Session): readonly HTMLElement[] {
  const { me } = session.scene
  const button = h(
    'button',
    {
      type: 'button',
      class: 'person-button',
      'aria-haspopup': 'menu',
      'data-key': 'person',
    },
    avatar(me),
    h('span', { class: 'unseen' }, 'You are '),
    h('span', { class: 'person-words' }, h('b', { dir: 'auto' }, me.name), ' ', h('small', {}, me.standing)),
    h('span', { class: 'unseen' }, ': be somebody else'),
    icon('people'),
  )
  button.addEventListener('click', () => openMenu(button, 'Use the preview as', peopleItems(session)))
  return [button]
}

function peopleItems(session: Session) {
  const { actors, me }: SceneView = session.scene
  return [
    { heading: 'Use the preview as' },
    ...actors.map(({ id, name, standing }) => ({
      label: name,
      detail: standing,
      checked: id === me.id,
      act: () => void session.become(id),
    })),
    { heading: 'Discord in' },
    ...languages.map(([locale, label]) => ({
      label,
      checked: me.locale.split('-')[0] === locale.split('-')[0],
      act: () => void session.speak(locale),
    })),
  ]
}
