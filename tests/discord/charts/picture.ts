import { writeFileSync } from 'node:fs'
import { toPng } from '../../../src/discord/charts/png.ts'
import { trendChart } from '../../../src/discord/charts/trend-chart.ts'
import { english } from '../../../src/discord/locales/en.ts'
import { riseOf } from '../../../src/queries/rise.ts'
import type { Trend } from '../../../src/queries/trending.ts'
import { repeatable } from '../../bench/repeatable.ts'

/* Draws the chart of made-up counts that the README shows: node tests/discord/charts/picture.ts docs/trending.png */

const [days, pastDays] = [7, 28]
const random = repeatable(11)
const daily = Array.from({ length: days + 1 + pastDays }, () => 9 + Math.floor(random() * 8))
const isNow = (day: number): boolean => day > pastDays
const sum = (counts: readonly number[], from: number, to?: number): number =>
  counts.slice(from, to).reduce((total, count) => total + count, 0)
const all = { now: sum(daily, pastDays + 1), before: sum(daily, 0, pastDays) }

/** A subject that so large a share of the articles is about now, and before. */
function risen(kind: Trend['kind'], name: string, [now, before]: readonly [number, number]): Trend {
  const counts = daily.map((most, day) => Math.round(most * (isNow(day) ? now : before) * 2 * random()))
  const count = { now: sum(counts, pastDays + 1), before: sum(counts, 0, pastDays) }
  const times = riseOf(count, all)?.times ?? 1
  return { kind, key: name, name, articles: count.now, past: count.before, times, daily: counts }
}

const trends = [
  risen('person', 'Łukasz Wieczorek', [0.3, 0.03]),
  risen('person', 'Amara Diallo', [0.2, 0.04]),
  risen('person', 'Piet van der Hoek', [0.12, 0.03]),
  risen('topic', 'sea wall', [0.35, 0.04]),
  risen('topic', 'night shifts', [0.18, 0.03]),
  risen('topic', 'Storm Barnabas', [0.15, 0.02]),
]
const [, , path = 'trending.png'] = process.argv
const found = { window: '7d', articles: all.now, past: all.before, daily, trends } as const
writeFileSync(path, await toPng(trendChart(found, english)))
