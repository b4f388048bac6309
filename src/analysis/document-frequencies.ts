import table from './document-frequencies.json' with { type: 'json' }
import { tongueOfStem } from './tongues/stem-marks.ts'
import type { Tongue } from './tongues/tongue.ts'
import { tongueWords } from './tongues/tongue-words.ts'
import { stem as stemOf } from './words.ts'

const frequencies: ReadonlyMap<string, number> = new Map(
  Object.entries(table.stems).flatMap(([count, stems]) =>
    stems.split(' ').map((stem) => [stem, Number(count)] as const),
  ),
)

/** How rare the content words of a text are, most of them: there is no table for other languages than English. */
const usualRarity = 3

/**
 * How rare a stem is in English news: ln(N / (1 + documents that hold it)), at least 0. A stem that the table does not
 * know stands in fewer than `table.least` documents and counts as rare as those. Of other languages, function words count 0
 * and all other words alike.
 *
 * `natural`'s TfIdf has the same measure over documents held in memory and scans all of them for each term; the
 * table is what remains of such documents.
 */
export function inverseFrequency(stem: string): number {
  const tongue = tongueOfStem(stem)
  if (tongue !== 'en') return functionStems(tongue).has(stem) ? 0 : usualRarity
  const documents = frequencies.get(stem) ?? table.least / 2
  return Math.max(0, Math.log(table.documents / (1 + documents)))
}

const stemsOfGrammar = new Map<Tongue, ReadonlySet<string>>()

function functionStems(tongue: Tongue): ReadonlySet<string> {
  const known = stemsOfGrammar.get(tongue)
  if (known !== undefined) return known
  const made = new Set(Array.from(tongueWords(tongue).functionWords, (word) => stemOf(word, tongue)))
  stemsOfGrammar.set(tongue, made)
  return made
}
