import type { Trend, Trending } from '../../queries/trending.ts'
import { trendWindows } from '../../queries/trending.ts'
import { clipPlain } from '../cards/text.ts'
import { spanOf, times } from '../cards/trend-words.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { colours, frame, margin, width, write } from './frame.ts'
import { element } from './svg.ts'

const headHeight = 84
const rowHeight = 62
const labelHeight = 34
const footHeight = 18
const barsLeft = 286
const barsWidth = 236
const barsHeight = 38
/** A day without any shows as so little. */
const stubHeight = 2
/** Longest name that fits beside the bars. */
const maxName = 23
/** More bars than this are too thin to be seen: days are put together. */
const maxBars = 42

/** What rose, as an SVG: a row for each subject with its share of each day's articles. */
export function trendChart(found: Trending, say: Catalogue): string {
  const rows = rowsOf(found, say)
  const height = rows.reduce((sum, row) => sum + row.height, headHeight + footHeight)
  let top = headHeight
  const drawn = rows.map(({ draw, height: own }) => {
    const part = draw(top)
    top += own
    return part
  })
  return frame(height, ...headOf(found, say), ...drawn)
}

interface ChartRow {
  readonly height: number
  readonly draw: (top: number) => string
}

function rowsOf(found: Trending, say: Catalogue): readonly ChartRow[] {
  const kinds = [
    ['person', say.trends.people],
    ['topic', say.trends.topics],
  ] as const
  return kinds.flatMap(([kind, label]): readonly ChartRow[] => {
    const trends = found.trends.filter((trend) => trend.kind === kind)
    if (trends.length === 0) return []
    return [
      { height: labelHeight, draw: (top) => labelAt(label, top) },
      ...trends.map((trend) => ({
        height: rowHeight,
        draw: (top: number) => rowAt(trend, found, { top, say }),
      })),
    ]
  })
}

function headOf({ window, articles, past }: Trending, say: Catalogue): readonly string[] {
  const { pastDays } = trendWindows[window]
  return [
    write(say.trends.rose(spanOf(window, say)), {
      x: margin,
      y: 42,
      size: 22,
      fill: colours.title,
      weight: 600,
    }),
    write(say.trends.chartBasis({ articles, past, pastDays }), {
      ...{ x: margin, y: 66, size: 13, fill: colours.quiet },
    }),
  ]
}

function labelAt(label: string, top: number): string {
  return write(label.toUpperCase(), { x: margin, y: top + 22, size: 12, fill: colours.quiet, weight: 600 })
}

function rowAt(
  trend: Trend,
  found: Trending,
  { top, say }: { readonly top: number; readonly say: Catalogue },
): string {
  const { name, articles, past } = trend
  return [
    write(clipPlain(name, maxName), { x: margin, y: top + 24, size: 17, fill: colours.name, weight: 600 }),
    write(say.trends.nowAndBefore(articles, past), { x: margin, y: top + 44, size: 13, fill: colours.quiet }),
    ...barsAt(trend, found, top + 10),
    write(times(trend.times, say), {
      ...{ x: width - margin, y: top + 37, size: 20, fill: colours.now, weight: 600, anchor: 'end' },
    }),
  ].join('')
}

/** How a day, or days put together, belong to the window. */
type Part = 'past' | 'begun' | 'now'

function barsAt(trend: Trend, { window, daily }: Trending, top: number): readonly string[] {
  const { days } = trendWindows[window]
  const together = Math.ceil(daily.length / maxBars)
  const bars = inGroups(daily.length, together).map((places) => {
    const all = sum(places.map((place) => daily[place] ?? 0))
    const own = sum(places.map((place) => trend.daily[place] ?? 0))
    return { share: all === 0 ? 0 : own / all, part: partOf(places, daily.length - days) }
  })
  const most = Math.max(...bars.map(({ share }) => share)) || 1
  const step = barsWidth / bars.length
  return bars.map(({ share, part }, index) => {
    const height = Math.max(stubHeight, barsHeight * (share / most))
    return element('rect', {
      ...{ x: round(barsLeft + index * step), y: round(top + barsHeight - height) },
      ...{ width: round(Math.max(step * 0.72, 1)), height: round(height), rx: 1.2 },
      fill: colours[part],
    })
  })
}

/** Indexes of the days in groups, the last of which is whole. */
function inGroups(days: number, size: number): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (let end = days; end > 0; end -= size)
    groups.unshift(Array.from({ length: Math.min(size, end) }, (_, index) => Math.max(0, end - size) + index))
  return groups
}

/** The window begins within the day before its first whole one. */
function partOf(places: readonly number[], firstWhole: number): Part {
  if (places.every((place) => place >= firstWhole)) return 'now'
  return places.some((place) => place >= firstWhole - 1) ? 'begun' : 'past'
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
