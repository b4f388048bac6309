import { createHash } from 'node:crypto'
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'
import type { Card } from './cards/card.ts'

/** Most characters of a custom_id. */
export const maxCustomId = 100
/** Stands before a key under which an over-long id is kept. */
const keyMark = '~'
const keyLength = 24

/** Where ids over 100 characters are kept; forgotten after 30 days. */
export interface ComponentStore {
  readonly get: (key: string) => Promise<string | undefined>
  readonly set: (key: string, id: string) => Promise<void>
}

/**
 * The custom_id of a component: the command that answers, what it shall do, and everything it needs for that. Whole
 * state in the id means that buttons work after a restart and for ever.
 * @example componentId('latest', 'page', '2', 'rates') // => 'latest:page:2:rates'
 */
export function componentId(
  command: string,
  action: string,
  ...args: readonly (string | number | undefined)[]
): string {
  return [command, action, ...args.map((arg) => escapePart(String(arg ?? '')))]
    .join(':')
    .replace(/(?<!:):+$/, '')
}

/** What a component asks for; the reverse of `componentId`. A missing argument is the empty string. */
export interface Pressed {
  readonly command: string
  readonly action: string
  readonly args: readonly string[]
}

/** Takes an id apart. Any string gives something; unknown commands are the caller's to refuse. */
export function parseComponentId(id: string): Pressed {
  const [command = '', action = '', ...args] = id.split(':')
  return { command, action, args: args.map(unescapePart) }
}

/** Replaces every id that is too long for Discord by a key under which the store keeps it. */
export async function sealCard(card: Card, store: ComponentStore): Promise<Card> {
  const kept: Promise<void>[] = []
  const seal = (id: string): string => {
    if (id.length <= maxCustomId) return id
    const key = createHash('sha256').update(id).digest('base64url').slice(0, keyLength)
    kept.push(store.set(key, id))
    return `${keyMark}${key}`
  }
  const components = card.components.map(
    (component) => mapIds(component, seal) as APIMessageTopLevelComponent,
  )
  await Promise.all(kept)
  return { ...card, components }
}

/** The whole id behind a component's custom_id; undefined if it was kept and is forgotten by now. */
export async function unsealId(customId: string, store: ComponentStore): Promise<string | undefined> {
  return customId.startsWith(keyMark) ? store.get(customId.slice(keyMark.length)) : customId
}

function mapIds(node: unknown, seal: (id: string) => string): unknown {
  if (Array.isArray(node)) return node.map((child) => mapIds(child, seal))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === 'custom_id' && typeof value === 'string' ? seal(value) : mapIds(value, seal),
    ]),
  )
}

function escapePart(part: string): string {
  return part.replace(/%/g, '%25').replace(/:/g, '%3A')
}

function unescapePart(part: string): string {
  return part.replace(/%3A/g, ':').replace(/%25/g, '%')
}
