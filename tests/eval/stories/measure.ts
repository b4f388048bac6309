import { hasSet, readSet } from '../evaluation-data.ts'
import { type Figure, say, sayTable } from '../report.ts'
import { bCubed } from './b-cubed.ts'
import { type Grouped, groupStories } from './group-stories.ts'
import { type Labelled, labelledStories } from './labelled.ts'

/** Sets of real articles, in which little belongs together: `dated` ones arrive on their days, the others all at once. */
const realSets = [
  { name: 'quotes/polnear.dev.jsonl', what: 'PolNeAR' },
  { name: 'summaries/cnn.dev.jsonl', what: 'CNN' },
]
/** Articles without a date come at one moment: the hardest case, since nothing is kept apart by time. */
const oneMoment = Date.UTC(2016, 0, 1)

/** Stories: our own labelled articles, and how many articles of real news are joined. */
export async function measureStories(): Promise<readonly Figure[]> {
  say('\n## Stories\n')
  const labelled = labelledStories()
  const grouped = await groupStories(labelled.map(({ draft }) => draft))
  const { precision, recall, f1 } = bCubed(
    grouped.map(({ story }) => story),
    labelled.map(({ story }) => story),
  )
  const copies = shareOfCopies(labelled, grouped)
  const stories = new Set(labelled.map(({ story }) => story)).size
  say(`${labelled.length} invented articles in ${stories} stories`)
  say(`B-cubed precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`)
  say(`pairs of one story rightly told as copies or reports ${percent(copies)}`)
  await measureReal()
  return [{ name: 'stories B-cubed F1', value: 100 * f1 }]
}

async function measureReal(): Promise<void> {
  const rows = [['real articles', 'all', 'joined', 'stories', 'largest']]
  for (const { name, what } of realSets) {
    if (!hasSet(name)) {
      say(`skipped: ${name} is absent`)
      continue
    }
    const found = await groupStories(
      readSet(name)
        .map(draftOf)
        .sort((a, b) => a.publishedAt - b.publishedAt),
    )
    const sizes = [...Map.groupBy(found, ({ story }) => story).values()]
      .map((members) => members.length)
      .filter((size) => size > 1)
    const joined = sizes.reduce((sum, size) => sum + size, 0)
    rows.push([what, ...[found.length, joined, sizes.length, Math.max(0, ...sizes)].map(String)])
  }
  if (rows.length > 1) sayTable(rows)
}

function draftOf({ text, title = '', date }: { text: string; title?: string; date?: string }) {
  const publishedAt = date === undefined ? oneMoment : Date.parse(date)
  return { title: title === '' ? text.slice(0, 80) : title, publisher: '', text, language: 'en', publishedAt }
}

/** Of all pairs of one story: the share that is rightly said to be one text, or not. */
export function shareOfCopies(labelled: readonly Labelled[], grouped: readonly Grouped[]): number {
  const pairs = labelled.flatMap(({ story, original }, index) =>
    labelled
      .slice(0, index)
      .map((other, before) => ({ other, before }))
      .filter(({ other }) => other.story === story)
      .map(({ other, before }) => {
        const isSame = original === other.original
        return isSame === (grouped[index]?.sameTexts.includes(before) ?? false)
      }),
  )
  return pairs.filter((right) => right).length / pairs.length
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
