import { describe, expect, it } from 'vitest'
import { toPng } from '../../../src/discord/charts/png.ts'
import { isWorthDrawing, quotedChart } from '../../../src/discord/charts/quoted-chart.ts'
import { english } from '../../../src/discord/locales/en.ts'

const people = [
  { name: 'Ilse <Brandt> & "Co"', statements: 4 },
  { name: 'T'.repeat(500), statements: 3 },
  { name: '\u0000\ud800👩‍🚀', statements: 2 },
]

describe('the picture of who is quoted', () => {
  it('is drawn where it says more than a line of names', () => {
    expect(isWorthDrawing({ people })).toBe(true)
    expect(isWorthDrawing({ people: people.slice(0, 2) })).toBe(false)
    expect(isWorthDrawing({ people: people.map((one) => ({ ...one, statements: 3 })) })).toBe(false)
  })

  it('has a bar for each person, as long as there are statements, whatever the names hold', async () => {
    const svg = quotedChart({ people }, english)
    expect(svg).toContain('Ilse &lt;Brandt&gt;')
    expect([...svg.matchAll(/width="(\d+)" height="20"/g)].map(([, width]) => Number(width))).toEqual([
      320, 240, 160,
    ])
    const png = await toPng(svg)
    expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
  })
})
