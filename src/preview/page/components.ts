import type { ComponentView, MessageView, OutcomeView } from '../site/wire.ts'
import { fill, h, icon } from './dom.ts'
import { renderMarks } from './marks.ts'
import { file, gallery, picture } from './media.ts'
import { openModal } from './modal.ts'
import { selectMenu } from './select-menu.ts'
import type { Act, Session } from './session.ts'

/** Discord's numbers of components. */
const kinds = {
  actionRow: 1,
  button: 2,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const

/** Discord's numbers of the styles of buttons. */
const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'] as const

/** What components act in. */
export interface ComponentStage {
  readonly session: Session
  readonly message: MessageView
  /** Tells below the message what went wrong; an empty text takes it back. */
  readonly tell: (words: string) => void
}

/** The components of a message, from top to bottom. */
export function renderComponents(
  components: readonly ComponentView[],
  stage: ComponentStage,
): readonly HTMLElement[] {
  return components.map((component) => renderComponent(component, stage))
}

function renderComponent(component: ComponentView, stage: ComponentStage): HTMLElement {
  switch (component.type) {
    case kinds.actionRow:
      return h('div', { class: 'row' }, ...renderComponents(component.components, stage))
    case kinds.button:
      return button(component, stage)
    case kinds.section:
      return section(component, stage)
    case kinds.textDisplay:
      return h('div', { class: 'text-display', dir: 'auto' }, ...renderMarks(component.marks))
    case kinds.thumbnail:
      return h('div', { class: 'thumbnail' }, ...component.pictures.map(picture))
    case kinds.mediaGallery:
      return gallery(component.pictures)
    case kinds.file:
      return component.file === undefined ? h('div', {}, 'A file that is gone') : file(component.file)
    case kinds.separator:
      return separator(component)
    case kinds.container:
      return container(component, stage)
    default:
      return select(component, stage)
  }
}

function section({ components, accessory }: ComponentView, stage: ComponentStage): HTMLElement {
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-texts' }, ...renderComponents(components, stage)),
    accessory && renderComponent(accessory, stage),
  )
}

function separator({ divider, large }: ComponentView): HTMLElement {
  const size = large ? 'separator large' : 'separator'
  return divider ? h('hr', { class: size }) : h('div', { class: size })
}

function container({ components, accent, spoiler }: ComponentView, stage: ComponentStage): HTMLElement {
  const element = h('div', { class: 'container' }, ...renderComponents(components, stage))
  if (accent !== undefined) element.style.setProperty('--accent', accent)
  if (!spoiler) return element
  const cover = h(
    'button',
    { type: 'button', class: 'picture-cover', onclick: () => cover.replaceWith(element) },
    'Spoiler: show',
  )
  return cover
}

function button(component: ComponentView, stage: ComponentStage): HTMLElement {
  const { label, emoji, url, customId, disabled } = component
  const style = `button ${buttonStyles[component.style] ?? 'secondary'}`
  const words = [emoji !== undefined && h('span', { class: 'emoji' }, emoji), label]
  if (url !== undefined) {
    const link = { href: url, target: '_blank', rel: 'noopener noreferrer', class: style }
    return h('a', link, ...words, icon('link'))
  }
  const pressed = h('button', { type: 'button', class: style, disabled }, ...words)
  pressed.addEventListener('click', () => {
    if (customId === undefined || pressed.ariaBusy === 'true') return
    void perform(stage, pressed, { kind: 'press', message: stage.message.id, customId })
  })
  return pressed
}

function select(component: ComponentView, stage: ComponentStage): HTMLElement {
  const { customId = '' } = component
  const control = selectMenu(component, stage.session, (values) => {
    void perform(stage, control.element, { kind: 'select', message: stage.message.id, customId, values })
  })
  return control.element
}

/** Acts while the component says that it waits; what Discord would say of a failure is said below the message. */
async function perform(stage: ComponentStage, element: HTMLElement, act: Act): Promise<void> {
  element.ariaBusy = 'true'
  stage.tell('')
  try {
    const outcome: OutcomeView = await stage.session.act(act)
    if (outcome.failure !== undefined) stage.tell('This interaction failed: the application did not respond.')
    if (outcome.modal !== undefined) openModal(outcome.modal, stage.session, stage.tell)
  } catch (error) {
    stage.tell(error instanceof Error ? error.message : String(error))
  } finally {
    element.ariaBusy = null
  }
}

/** A line that tells what went wrong, empty at first. */
export function trouble(): { readonly element: HTMLElement; readonly tell: (words: string) => void } {
  const element = h('p', { class: 'trouble', role: 'status' })
  return { element, tell: (words) => fill(element, words) }
}
