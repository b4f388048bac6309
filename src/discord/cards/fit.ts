import type { APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10'
import { type Card, maxCardText } from './card.ts'
import { componentKinds } from './component-kinds.ts'

/** A link that `link` made: article text never holds an unescaped "](". Addresses hold no parenthesis. */
const madeLink = /(?<!\\)\[((?:[^\\[\]]|\\.)*)\]\([^()\s]*\)/g

/**
 * Keeps a card within Discord's limit of text. The parts of every card are cut so that they fit without their
 * links; where many long addresses come together, links are taken away from the end on until they do. What is still too
 * long loses lines from its end on.
 */
export function fitCard(card: Card): Card {
  let over = textLength(card.components) - maxCardText
  if (over <= 0) return card
  const shorten = (content: string): string => {
    if (over <= 0) return content
    const shorter = content.replace(madeLink, '$1')
    over -= content.length - shorter.length
    return shorter
  }
  const shortened = mapTextsFromEnd(card.components, shorten)
  return { ...card, components: over <= 0 ? shortened : cutLines(shortened, over) }
}

const moreMark = '\n-# …'

/** The last resort: takes lines away from the end on, all but the first of each text. */
function cutLines(
  components: readonly APIMessageTopLevelComponent[],
  tooMuch: number,
): readonly APIMessageTopLevelComponent[] {
  let over = tooMuch
  return mapTextsFromEnd(components, (content) => {
    const lines = content.split('\n')
    if (over <= 0 || lines.length === 1) return content
    over += moreMark.length
    while (over > 0 && lines.length > 1) over -= (lines.pop()?.length ?? 0) + 1
    return `${lines.join('\n')}${moreMark}`
  })
}

/** Characters of all texts together, as Discord counts them at most (UTF-16 units). */
export function textLength(components: readonly unknown[]): number {
  return components.reduce<number>((sum, component) => sum + lengthOf(component), 0)
}

function lengthOf(component: unknown): number {
  if (typeof component !== 'object' || component === null) return 0
  if ('content' in component && typeof component.content === 'string') return component.content.length
  return 'components' in component && Array.isArray(component.components)
    ? textLength(component.components)
    : 0
}

function mapTextsFromEnd(
  components: readonly APIMessageTopLevelComponent[],
  change: (content: string) => string,
): readonly APIMessageTopLevelComponent[] {
  return components
    .toReversed()
    .map((component) => mapText(component, change))
    .toReversed()
}

function mapText<Component extends { type: ComponentType }>(
  component: Component,
  change: (content: string) => string,
): Component {
  if (component.type === componentKinds.textDisplay && 'content' in component) {
    return { ...component, content: change(String(component.content)) }
  }
  if (component.type !== componentKinds.container || !('components' in component)) return component
  const parts = component.components as { type: ComponentType }[]
  return {
    ...component,
    components: parts
      .toReversed()
      .map((part) => mapText(part, change))
      .toReversed(),
  }
}
