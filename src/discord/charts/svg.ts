/** Characters that XML cannot hold, and halves of characters. */
const unwritable = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Text that stands for itself in an SVG, whatever it holds. */
export function svgText(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"]/g, (character) => entities.get(character) ?? '')
}

/** An SVG element. Attributes are ours: numbers and names, which need no escaping. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
  return content.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content.join('')}</${name}>`
}
