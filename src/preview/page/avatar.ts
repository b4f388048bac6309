import type { PersonView } from '../site/wire.ts'
import { h } from './dom.ts'

/** How many colours people have. */
const colours = 6

/** A person's picture: the bot's bell, or the first letter of a name. The name stands beside it. */
export function avatar({ id, name, bot }: PersonView): HTMLElement {
  if (bot) return h('img', { class: 'avatar', src: '/page/crier.svg', alt: '' })
  const colour = Number(BigInt(/^\d+$/.test(id) ? id : '0') % BigInt(colours))
  return h('span', { class: `avatar letter colour-${colour}`, 'aria-hidden': 'true' }, name.slice(0, 1))
}
