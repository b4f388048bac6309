import { createInterface } from 'node:readline'
import { z } from 'zod'
import { analyse } from '../analysis/analyse.ts'
import type { Input } from '../analysis/reading.ts'
import { summarise } from '../analysis/summarise.ts'
import { articleLanguage } from '../analysis/tongues/article-language.ts'
import type { Analysis, Quote, Span } from '../article.ts'
import { SourceError } from '../errors.ts'
import { readArticleFileLazily } from '../sources/lazy-article-file.ts'
import { type Streams, writeLine } from './output.ts'
import { readBytes } from './read-bytes.ts'

/** What is analysed: the shape of a line of input. */
const given = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().optional(),
  text: z.string(),
  language: z.string().optional(),
})

type Given = z.infer<typeof given>

/** How much is told of each article. */
export interface AnalyzeOptions {
  /** Sentences of the summary. */
  readonly sentences: number
  /** Adds to each quote how its speaker was found. */
  readonly explain: boolean
}

/**
 * Analyses article files, or JSON lines {id, title?, text} from the input where none are named, to JSON lines in the
 * same order. Reads, analyses and writes one after the other, so that memory does not grow with their number. What
 * cannot be read is said on the error stream; the rest goes on.
 * @returns how many could not be read.
 */
export async function analyze(
  files: readonly string[],
  options: AnalyzeOptions,
  streams: Streams,
): Promise<number> {
  let failures = 0
  for await (const read of files.length > 0 ? readFiles(files) : readLines(streams.input)) {
    if (read instanceof SourceError) {
      failures += 1
      await writeLine(streams.errors, `crier analyze: ${read.message}`)
    } else await writeLine(streams.output, JSON.stringify(await describe(read, options)))
  }
  return failures
}

async function* readFiles(files: readonly string[]): AsyncGenerator<Given | SourceError> {
  for (const file of files) {
    try {
      const { title, text, language } = await readArticleFileLazily(file, await readBytes(file))
      yield { id: file, title, text, language }
    } catch (error) {
      yield error instanceof SourceError ? error : new SourceError(`Cannot read ${file}: ${reasonOf(error)}`)
    }
  }
}

async function* readLines(input: NodeJS.ReadableStream): AsyncGenerator<Given | SourceError> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() !== '') yield readLine(line, number)
  }
}

function readLine(line: string, number: number): Given | SourceError {
  try {
    return given.parse(JSON.parse(line))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replace(/\n\s*/g, ' ') : reasonOf(error)
    return new SourceError(`Cannot read line ${number} of the input as {"id", "title"?, "text"}: ${why}`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function describe(read: Given, { sentences, explain }: AnalyzeOptions): Promise<object> {
  const { id, title, text } = read
  const analysis = analyse(withLanguage(read))
  const reasons = explain ? await explanations(read, analysis) : []
  return {
    id,
    title,
    sentences: analysis.sentences.map(({ start, end }) => [start, end]),
    summary: summaryTexts(text, analysis, sentences),
    keywords: analysis.keywords.map(({ term, weight }) => ({ term, weight })),
    people: analysis.people.map(({ name, aliases }) => ({ name, aliases })),
    quotes: analysis.quotes.map((quote, index) => ({
      ...describeQuote(quote, text),
      ...(explain && { explained: reasons[index] }),
    })),
  }
}

/** What the text tells of its language goes before what is said of it. */
function withLanguage({ title = '', text, language }: Given): Input {
  const article = { title, text, ...(language !== undefined && { language }) }
  return { ...article, language: articleLanguage(article) }
}

/** For each quote, in the same order: how likely it is one, who may have said it, and what speaks for the first of them. */
async function explanations({ title = '', text }: Given, analysis: Analysis): Promise<readonly object[]> {
  const { explainQuotes } = await import('../analysis/quotes/explain.ts')
  const words = (span: Span | undefined): string | null =>
    span === undefined ? null : text.slice(span.start, span.end)
  return explainQuotes({ title, text }, analysis.sentences).map(({ isQuote, candidates, reasons }) => ({
    isQuote,
    candidates: candidates.map(({ name, as, chance }) => ({ name, as: words(as), chance })),
    reasons,
  }))
}

function summaryTexts(text: string, analysis: Analysis, count: number): readonly string[] {
  return summarise(analysis, count).flatMap((index) => {
    const sentence = analysis.sentences[index]
    return sentence === undefined ? [] : [text.slice(sentence.start, sentence.end)]
  })
}

function describeQuote({ statement, span, kind, speaker, cue, confidence }: Quote, text: string): object {
  return {
    statement,
    quote: text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    kind,
    speaker: speaker?.name ?? null,
    cue: cue === undefined ? null : text.slice(cue.start, cue.end),
    confidence,
  }
}
