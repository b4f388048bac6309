import { fill, h } from './dom.ts'
import type { Session } from './session.ts'
import { relativeTime } from './times.ts'

/** The posts of a forum, newest first. Shown in the place of messages while a forum is open. */
export function createForum(session: Session): HTMLElement {
  const element = h('div', { class: 'forum', tabindex: '-1' })
  const show = (): void => {
    const { channel, server } = session
    if (channel.kind !== 'forum') return
    const posts = (server?.channels ?? [])
      .filter(({ parentId }) => parentId === channel.id)
      .toSorted((a, b) => b.activeAt - a.activeAt)
    fill(
      element,
      h(
        'h2',
        {},
        posts.length === 0 ? 'No posts yet' : `${posts.length} ${posts.length === 1 ? 'post' : 'posts'}`,
      ),
      posts.length === 0 &&
        h('p', { class: 'subtext' }, 'What the bot posts here becomes a post of its own.'),
      ...posts.map(({ id, name, tags, activeAt, archived }) =>
        h(
          'button',
          { type: 'button', class: 'post', onclick: () => session.open(id) },
          h('b', { dir: 'auto' }, name),
          h(
            'span',
            { class: 'subtext' },
            [...tags, relativeTime(activeAt), archived && 'closed']
              .filter((part) => part !== false)
              .join(' · '),
          ),
        ),
      ),
    )
  }
  session.onChange(show)
  show()
  return element
}
