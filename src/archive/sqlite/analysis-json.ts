import { z } from 'zod'
import type { Analysis } from '../../article.ts'

const span = z.object({ start: z.number(), end: z.number() })

const quote = z.object({
  statement: z.number(),
  span,
  content: span,
  kind: z.enum(['direct', 'mixed', 'indirect']),
  speaker: z.object({ name: z.string(), as: span, role: z.string().exactOptional() }).exactOptional(),
  cue: span.exactOptional(),
  confidence: z.number(),
  sentence: z.number(),
})

const analysis = z.object({
  sentences: z.array(span),
  ranking: z.array(z.number()),
  keywords: z.array(z.object({ term: z.string(), stem: z.string(), weight: z.number() })),
  people: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), mentions: z.number() })),
  quotes: z.array(quote),
}) satisfies z.ZodType<Analysis>

/**
 * The analysis as the database keeps it: always the same text for the same analysis, so that texts can be
 * compared. @throws if it is not one; nothing else could be read back.
 */
export function analysisToJson(value: Analysis): string {
  return JSON.stringify(analysis.parse(value))
}

/** @throws if the text is no analysis: an earlier version's, or damaged. */
export function analysisFromJson(json: string): Analysis {
  return analysis.parse(JSON.parse(json))
}
