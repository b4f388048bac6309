import { createRequire } from 'node:module'
import { findSentences } from '../../../src/analysis/sentences.ts'

/** Gives the three sentences that a summarizer chooses of a text. */
export type Summarizer = (text: string) => readonly string[] | Promise<readonly string[]>

const require = createRequire(import.meta.url)
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const budget = 3

/** The first three sentences as Intl.Segmenter cuts them, datelines included. */
export function leadPlain(text: string): readonly string[] {
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment.trim())
  return sentences.filter((sentence) => sentence !== '').slice(0, budget)
}

/** The first three whole sentences as we cut them, without datelines and headings: the harder one to beat. */
export function leadWhole(text: string): readonly string[] {
  const sentences = findSentences(text).map(({ start, end }) => text.slice(start, end))
  return sentences.filter(isWhole).slice(0, budget)
}

function isWhole(sentence: string): boolean {
  return sentence.split(/\s+/).length >= 4 && /[.!?…]["'”’)\]]*$/.test(sentence)
}

/** TextRank with Sørensen-Dice similarity, three sentences in reading order. */
export function tsTextRank(text: string): readonly string[] {
  const rank = require('ts-textrank')
  const config = new rank.AbsoluteSummarizerConfig(
    budget,
    new rank.SorensenDiceSimilarity(),
    new rank.DefaultTextParser(),
    0.85,
    rank.Summarizer.SORT_OCCURENCE,
  )
  return new rank.Summarizer(config, new rank.NullLogger()).summarize(text, 'en')
}

/** node-summarizer's TextRank; nothing where it fails. */
export async function nodeSummarizer(text: string): Promise<readonly string[]> {
  const { SummarizerManager } = require('node-summarizer')
  try {
    const { summary } = await new SummarizerManager(text, budget).getSummaryByRank()
    return typeof summary === 'string' ? [summary] : []
  } catch {
    return []
  }
}

/** LexRank; nothing where it fails. */
export function lexRank(text: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    require('lexrank').summarize(text, budget, (error: unknown, top: readonly { text: string }[]) => {
      resolve(error ? [] : top.map((line) => line.text))
    })
  })
}
