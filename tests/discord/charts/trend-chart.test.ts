import { describe, expect, it } from 'vitest'
import { toPng } from '../../../src/discord/charts/png.ts'
import { trendChart } from '../../../src/discord/charts/trend-chart.ts'
import { english } from '../../../src/discord/locales/en.ts'
import type { Trend, Trending } from '../../../src/queries/trending.ts'

function trend(name: string, kind: Trend['kind'] = 'person', daily: readonly number[] = []): Trend {
  return { kind, key: name, name, articles: 9, past: 2, times: 14.9, daily }
}

function found(...trends: readonly Trend[]): Trending {
  const daily = new Array<number>(36).fill(4)
  return { window: '7d', articles: 28, past: 112, daily, trends }
}

/** Attributes of every element of a kind. */
function elements(svg: string, name: string): readonly Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${name}( [^>]*?)/?>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  )
}

/** WCAG 2's relative luminance of #rrggbb. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('trendChart', () => {
  it('draws a row for each subject under its kind, with a bar for each day', () => {
    const svg = trendChart(found(trend('Ada Quell'), trend('sea wall', 'topic')), english)
    expect(svg).toMatch(/PEOPLE.*Ada Quell.*9 now · 2 before.*×15.*TOPICS.*sea wall/s)
    expect(elements(svg, 'rect')).toHaveLength(1 + 2 * 36)
  })

  it('makes bars as high as the share of the day’s articles, the window’s in a colour of their own', () => {
    const daily = new Array<number>(36).fill(0)
    daily.splice(33, 3, 1, 2, 4)
    const bars = elements(trendChart(found(trend('Ada Quell', 'person', daily)), english), 'rect').slice(1)
    expect(bars.slice(33).map(({ height }) => Number(height))).toEqual([9.5, 19, 38])
    const colours = bars.map(({ fill }) => fill)
    expect(new Set(colours.slice(0, 28)).size).toBe(1)
    expect(new Set(colours.slice(29)).size).toBe(1)
    expect(new Set(colours).size).toBe(3)
  })

  it('is legible on its own ground: WCAG’s 4.5 for words, 3 for bars', () => {
    const svg = trendChart(found(trend('Ada Quell')), english)
    const [panel, ...bars] = elements(svg, 'rect')
    for (const { fill = '' } of elements(svg, 'text'))
      expect(contrast(fill, panel?.fill ?? '')).toBeGreaterThan(4.5)
    for (const { fill = '' } of bars) expect(contrast(fill, panel?.fill ?? '')).toBeGreaterThan(3)
  })

  it('takes names of any kind and length', async () => {
    const names = ['<b>&"', '\u0000\ud800\u0007', 'x'.repeat(900), '北京', '']
    const svg = trendChart(found(...names.map((name) => trend(name))), english)
    expect(svg).toContain('&lt;b&gt;&amp;&quot;')
    const png = await toPng(svg)
    const [width, height] = [16, 20].map((at) => new DataView(png.buffer, png.byteOffset).getUint32(at))
    expect(width).toBe(1280)
    expect(height).toBe(2 * Number(elements(svg, 'svg')[0]?.height))
  })

  it('puts days together where there are too many to be seen', () => {
    const days = new Array<number>(121).fill(1)
    const svg = trendChart(
      { ...found(trend('Ada Quell', 'person', days)), window: '30d', daily: days },
      english,
    )
    expect(elements(svg, 'rect')).toHaveLength(1 + 41)
  })
})
