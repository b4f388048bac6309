import { existsSync, readFileSync } from 'node:fs'

/** One annotated attribution, as the evaluation files have it. */
export interface GoldQuote {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly type: 'direct' | 'mixed' | 'indirect'
  readonly speech: boolean
  readonly cue: string
  readonly group?: string
  readonly parts?: readonly (readonly [number, number])[]
  readonly speaker: string | null
  readonly speaker_start?: number
  readonly speaker_end?: number
  readonly speaker_kind: 'person' | 'entity' | 'nominal' | 'pronoun' | 'none'
  readonly speaker_name?: string
  readonly speaker_resolved?: string
  readonly speaker_coref_auto?: string
}

/** An annotated article. */
export interface GoldArticle {
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly quotes: readonly GoldQuote[]
}

const folder = new URL('../../../../shared/eval/quotes/', import.meta.url)

/** Reads one of the evaluation files; undefined where the evaluation material is absent. */
export function readGold(name: string): readonly GoldArticle[] | undefined {
  const file = new URL(name, folder)
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as GoldArticle)
}

/** What the scorer counts; its field names. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly byType: Readonly<Record<string, { readonly gold: number; readonly tp: number }>>
  readonly spk: Readonly<Record<string, { readonly n: number; readonly ok: number }>>
  readonly spkN: number
  readonly empty: number
  readonly wrong: number
  readonly speakerAcc: number
  readonly speakerAccStrict: number
  /** Predictions right and wrong in words and speaker. */
  readonly jPredTP: number
  readonly jPredFP: number
  readonly jointP: number
  readonly jointR: number
  readonly jointF1: number
}

/** The evaluation material's own scorer. */
export interface Scorer {
  scoreDocs(gold: readonly GoldArticle[], predicted: ReadonlyMap<string, object>, options: object): Score
}

/** Loads the scorer that came with the evaluation material. */
export async function loadScorer(): Promise<Scorer> {
  return (await import(new URL('score.mjs', folder).href)) as Scorer
}
