import { pointsBack } from '../../../src/analysis/dangling.ts'
import { type SummaryModel, shippedModel } from '../../../src/analysis/expected-words.ts'
import { readArticle } from '../../../src/analysis/reading.ts'
import { rankSentences } from '../../../src/analysis/summary.ts'
import { type Document, hasSet, loadScorer, readSet } from '../evaluation-data.ts'
import { foldOf, folds } from '../folds.ts'
import { type Figure, say, sayTable } from '../report.ts'
import { leadPlain, leadWhole, lexRank, nodeSummarizer, type Summarizer, tsTextRank } from './systems.ts'
import { type Lesson, prepare, train } from './training.ts'

const trained = ['cnn', 'cnn-extra', 'dm']
const metrics = ['r1', 'r2', 'rLsum'] as const

interface Scored {
  readonly set: string
  readonly scores: Readonly<Record<(typeof metrics)[number], number>>
}

interface RougeScorer {
  scoreDoc(document: Document, summary: readonly string[]): Scored['scores']
  bootstrap(differences: readonly number[]): {
    readonly mean: number
    readonly lo: number
    readonly hi: number
  }
}

/**
 * Measures summaries of three sentences against human ones: ours (cross-validated by document on the sets that it is
 * trained on) beside the first three sentences and other summarizers, and how many sentences point back at what the
 * summary leaves out.
 */
export async function measureSummaries(): Promise<readonly Figure[]> {
  say('\n## Summaries of three sentences (ROUGE-1/2/Lsum F1)\n')
  const present = [...trained, 'bbc'].filter((name) => hasSet(fileOf(name)))
  if (present.length < trained.length + 1) {
    say('skipped: summaries/*.dev.jsonl are absent')
    return []
  }
  const scorer = await loadScorer<RougeScorer>('summaries/rouge.mjs')
  const documents = present.flatMap((set) => readSet(fileOf(set)).map((document) => ({ set, document })))
  const ours = ourSummaries(documents)
  const systems: readonly (readonly [string, Summarizer])[] = [
    ['ours', (text) => ours.get(text) ?? []],
    ['lead-3 plain', leadPlain],
    ['lead-3 whole', leadWhole],
    ['ts-textrank', tsTextRank],
    ['node-summarizer', nodeSummarizer],
    ['lexrank', lexRank],
  ]
  const results = new Map<string, readonly Scored[]>()
  for (const [name, summarize] of systems) results.set(name, await scoreAll(documents, summarize, scorer))
  sayScores(results)
  return [...compare(results, scorer), ...(await countDangling(documents, ours))]
}

const fileOf = (set: string): string => `summaries/${set}.dev.jsonl`

type Documents = readonly { readonly set: string; readonly document: Document }[]

async function scoreAll(
  documents: Documents,
  summarize: Summarizer,
  scorer: RougeScorer,
): Promise<readonly Scored[]> {
  const scored: Scored[] = []
  for (const { set, document } of documents) {
    scored.push({ set, scores: scorer.scoreDoc(document, await summarize(document.text)) })
  }
  return scored
}

/** Our summaries by text: each by a model that has not seen the document. The BBC set trains nothing. */
function ourSummaries(documents: Documents): ReadonlyMap<string, readonly string[]> {
  const lessons = prepare(documents.filter(({ set }) => set !== 'bbc').map(({ document }) => document))
  const summaries = new Map<string, readonly string[]>()
  for (let fold = 0; fold < folds; fold += 1) {
    const model = train(lessons.filter(({ document }) => foldOf(document.id) !== fold))
    const unseen = lessons.filter(({ document }) => foldOf(document.id) === fold)
    for (const lesson of unseen) summaries.set(lesson.document.text, summaryOf(lesson, model))
  }
  for (const { set, document } of documents) {
    if (set === 'bbc')
      summaries.set(
        document.text,
        summaryOf({ reading: readArticle({ title: '', text: document.text }) }, shippedModel),
      )
  }
  return summaries
}

function summaryOf({ reading }: Pick<Lesson, 'reading'>, model: SummaryModel): readonly string[] {
  const chosen = rankSentences(reading, model)
    .slice(0, 3)
    .sort((a, b) => a - b)
  return chosen.map((index) => {
    const { start, end } = reading.sentences[index] ?? { start: 0, end: 0 }
    return reading.text.slice(start, end)
  })
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, next) => total + next, 0) / numbers.length

const groups: readonly (readonly [string, (set: string) => boolean])[] = [
  ['cnn + cnn-extra + dm', (set) => set !== 'bbc'],
  ...[...trained, 'bbc'].map((name) => [name, (set: string) => set === name] as const),
]

function sayScores(results: ReadonlyMap<string, readonly Scored[]>): void {
  const cells = (scored: readonly Scored[], within: (set: string) => boolean): string => {
    const chosen = scored.filter(({ set }) => within(set))
    return metrics
      .map((metric) => (100 * mean(chosen.map(({ scores }) => scores[metric]))).toFixed(2))
      .join('/')
  }
  sayTable([
    ['', ...groups.map(([name]) => name)],
    ...[...results].map(([name, scored]) => [name, ...groups.map(([, within]) => cells(scored, within))]),
  ])
}

/** Paired bootstrap of ours over the two leads; the figures are those over the harder one of each measure. */
function compare(results: ReadonlyMap<string, readonly Scored[]>, scorer: RougeScorer): readonly Figure[] {
  say('\nours over lead-3, paired bootstrap, with 95 % interval\n')
  const rows: string[][] = [['', 'over', ...metrics]]
  const figures: Figure[] = []
  for (const [group, within] of groups) {
    for (const lead of ['lead-3 plain', 'lead-3 whole']) {
      const gains = metrics.map((metric) => scorer.bootstrap(differences(results, { lead, metric, within })))
      rows.push([
        group,
        lead,
        ...gains.map(({ mean: gain, lo, hi }) => `${signed(gain)} [${signed(lo)}, ${signed(hi)}]`),
      ])
      for (const [index, metric] of metrics.entries()) {
        figures.push({
          name: `summaries ${group} ${metric} over ${lead}`,
          value: 100 * (gains[index]?.mean ?? 0),
        })
      }
    }
  }
  sayTable(rows)
  return figures
}

const signed = (share: number): string => `${share < 0 ? '' : '+'}${(100 * share).toFixed(2)}`

function differences(
  results: ReadonlyMap<string, readonly Scored[]>,
  {
    lead,
    metric,
    within,
  }: { lead: string; metric: (typeof metrics)[number]; within: (set: string) => boolean },
): readonly number[] {
  const theirs = results.get(lead) ?? []
  return (results.get('ours') ?? []).flatMap(({ set, scores }, index) =>
    within(set) ? [scores[metric] - (theirs[index]?.scores[metric] ?? 0)] : [],
  )
}

/**
 * Counts sentences that begin with a pronoun or connective while their predecessor is not in the summary, per hundred
 * summaries. By our own rules, and by a plain list of first words that is independent of them.
 */
async function countDangling(
  documents: Documents,
  ours: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Figure[]> {
  const rows = [['set', 'ours', 'lead-3 whole', 'ours, plain list', 'lead-3 whole, plain list']]
  const figures: Figure[] = []
  for (const [group, within] of groups) {
    const texts = documents.filter(({ set }) => within(set)).map(({ document }) => document.text)
    const count = (
      summarize: (text: string) => readonly string[],
      judge: (sentence: string) => boolean,
    ): number =>
      (100 * texts.reduce((total, text) => total + dangling(text, summarize(text), judge), 0)) / texts.length
    const own = (text: string): readonly string[] => ours.get(text) ?? []
    const counts = [
      count(own, pointsBack),
      count(leadWhole, pointsBack),
      count(own, listed),
      count(leadWhole, listed),
    ]
    rows.push([group, ...counts.map((number) => number.toFixed(1))])
    figures.push({ name: `dangling ${group} (most)`, value: counts[0] ?? 0 })
  }
  say('\nsentences that point back at what is left out, per 100 summaries\n')
  sayTable(rows)
  return figures
}

const firstWords =
  /^["“'‘(\s]*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|or|so|yet|however|also|then|meanwhile|instead|still|therefore|moreover|another|others|both)\b/i

function listed(sentence: string): boolean {
  return firstWords.test(sentence)
}

/** The first sentence of a text has no predecessor; any other must directly follow the sentence shown before it. */
function dangling(text: string, summary: readonly string[], judge: (sentence: string) => boolean): number {
  return summary.filter((sentence, index) => {
    if (!judge(sentence)) return false
    const before = summary[index - 1]
    if (before === undefined) return true
    const end = text.indexOf(before) + before.length
    return text.slice(end, text.indexOf(sentence, end)).trim() !== ''
  }).length
}
