import table from './document-frequencies.json' with { type: 'json' }

const frequencies: ReadonlyMap<string, number> = new Map(
  Object.entries(table.stems).flatMap(([count, stems]) =>
    stems.split(' ').map((stem) => [stem, Number(count)] as const),
  ),
)

/**
 * How rare a stem is in English news: ln(N / (1 + documents that hold it)), at least 0. A stem that the table does not
 * know stands in fewer than `table.least` documents and counts as rare as those.
 *
 * `natural`'s TfIdf has the same measure over documents held in memory and scans all of them for each term; the
 * table is what remains of such documents.
 */
export function inverseFrequency(stem: string): number {
  const documents = frequencies.get(stem) ?? table.least / 2
  return Math.max(0, Math.log(table.documents / (1 + documents)))
}
