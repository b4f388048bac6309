import { readFileSync } from 'node:fs'

/** A measured figure with the floor that it must not fall under, by its name in floors.json. */
export interface Figure {
  readonly name: string
  readonly value: number
}

const floors = new Map<string, number>(
  Object.entries(
    JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Record<string, number>,
  ),
)

/** Prints one line of the report. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Prints rows as columns: the first column left, the others right. */
export function sayTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    say(cells.join('  ').trimEnd())
  }
}

/**
 * Says which figures lie under their floors; names ending in "(most)" are ceilings.
 * @returns whether all are kept.
 */
export function keepFloors(figures: readonly Figure[]): boolean {
  const broken = figures.filter(({ name, value }) => {
    const floor = floors.get(name)
    return floor !== undefined && (name.endsWith('(most)') ? value > floor : value < floor)
  })
  const held = figures.filter(({ name }) => floors.has(name)).length
  for (const { name, value } of broken)
    say(`FLOOR BROKEN  ${name}: ${value.toFixed(2)}, floor ${floors.get(name)}`)
  say(`${held} of ${floors.size} floors measured, ${broken.length} broken`)
  return broken.length === 0
}
