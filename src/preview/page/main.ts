import { createChannelHead } from './channel-head.ts'
import { Composer } from './composer.ts'
import { createConnectionBanner } from './connection-banner.ts'
import { h } from './dom.ts'
import { createDrawer } from './drawer.ts'
import { createForum } from './forum.ts'
import { MessageLog } from './message-log.ts'
import { openModal } from './modal.ts'
import { type Session, startSession } from './session.ts'
import { createSidebar } from './sidebar.ts'
import { createToast } from './toast.ts'

/** The person as whom the page begins. */
const firstUser = document.querySelector<HTMLMetaElement>('meta[name=first-user]')?.content ?? ''

const banner = createConnectionBanner()
const session = await startSession(firstUser, banner.ended)
document.body.append(pageOf(session))

function pageOf(session: Session): HTMLElement {
  const drawer = createDrawer(session)
  const log = new MessageLog(session, {
    onModal: (modal) => openModal(modal, session, () => undefined),
    onStart: (command) => composer.begin(command),
  })
  const composer = new Composer(session, (act, what) => log.run(act, what))
  const forum = createForum(session)
  const sidebar = createSidebar(session, () => app.classList.remove('sidebar-open'))
  const main = h(
    'main',
    { class: 'main' },
    createChannelHead(session, drawer, () => app.classList.toggle('sidebar-open')),
    banner.element,
    forum,
    log.element,
    composer.element,
    createToast(session),
  )
  const app = h('div', { class: 'app' }, sidebar, main, drawer.element)
  const show = (): void => {
    const isForum = session.channel.kind === 'forum'
    forum.hidden = !isForum
    log.element.hidden = isForum
    const unread = [...session.unread.values()].reduce((sum, count) => sum + count, 0)
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${session.channel.name} · Crier preview`
    banner.connected(session.connected)
  }
  session.onChange(show)
  show()
  main.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('.sidebar-toggle') === null) app.classList.remove('sidebar-open')
  })
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') app.classList.remove('sidebar-open')
  })
  return app
}
