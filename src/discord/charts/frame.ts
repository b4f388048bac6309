import { element, svgText } from './svg.ts'

/** Lengths in units of the SVG, which is as wide as Discord shows a picture. */
export const width = 640
/** Between the frame and what it holds. */
export const margin = 28

/** Discord's themes are dark and light: the chart brings its own ground, on which all of this is legible. */
export const colours = {
  ground: '#1e1f26',
  frame: '#3a3c48',
  title: '#ffffff',
  name: '#f2f3f5',
  quiet: '#b0b4c0',
  past: '#787f96',
  now: '#f0a04b',
  begun: '#a97f55',
} as const

/** A chart of that height: its ground, and what stands on it. */
export function frame(height: number, ...content: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'Inter',
    },
    element('rect', {
      ...{ x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 14 },
      ...{ fill: colours.ground, stroke: colours.frame },
    }),
    ...content,
  )
}

/** Where and how words stand. */
export interface Writing {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly weight?: number
  readonly anchor?: 'end'
}

/** Words on a chart, whatever they hold. */
export function write(words: string, { x, y, size, fill, weight = 400, anchor }: Writing): string {
  return element(
    'text',
    {
      ...{ x, y, fill, 'font-size': size, 'font-weight': weight },
      ...(anchor !== undefined && { 'text-anchor': anchor }),
    },
    svgText(words),
  )
}
