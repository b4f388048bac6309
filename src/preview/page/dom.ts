/** Anything that can stand in an element; texts become text, never markup. */
export type Child = Node | string | undefined | false

/** Attributes by name, and listeners by "on" and their event's name. `undefined` and `false` leave one out. */
export type Props = Readonly<Record<string, string | number | boolean | ((event: never) => void) | undefined>>

/** Makes an element with attributes, listeners and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...present(children))
  return element
}

/** Puts other children in the place of an element's. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...present(children))
}

function present(children: readonly Child[]): readonly (Node | string)[] {
  return children.filter((child) => child !== undefined && child !== false)
}

/** Shapes of the icons, on a field of 24 by 24. */
const shapes = {
  hash: 'M9.5 4 8 20M16 4l-1.500 16M4.500 9h16M3.500 15h16',
  megaphone: 'M4 10v4h3l8 4V6l-8 4H4zM8 14.500 9 20h3M18 9.500a3.500 3.500 0 0 1 0 5',
  forum: 'M5 5h14v10h-8l-4 4v-4H5z',
  thread: 'M7 4v7a3 3 0 0 0 3 3h9M15 10l4 4-4 4',
  at: 'M15.500 12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a8.500 8.500 0 1 0-3.500 6.900',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M5 19l1.500-1.500M17.500 6.500 19 5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  panel: 'M4 5h16v14H4zM14.500 5v14',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  send: 'M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  link: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  check: 'M5 12.500 10 17.500 19 7',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.200a6.500 6.500 0 0 1 3.500 5.800',
} as const

/** The name of an icon. */
export type IconName = keyof typeof shapes

const svgNamespace = 'http://www.w3.org/2000/svg'

/** An icon, hidden from screen readers: whatever it stands in has a name of its own. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svgNamespace, 'path')
  path.setAttribute('d', shapes[name])
  svg.append(path)
  return svg
}

let lastId = 0

/** An id that no other element of the page has. */
export function freshId(what: string): string {
  lastId += 1
  return `${what}-${lastId}`
}
