import { z } from 'zod'
import type { Analysis } from '../article.ts'

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

/** An analysis as it is written down: what an earlier version wrote, or what is damaged, does not pass. */
export const analysisSchema = z.object({
  sentences: z.array(span),
  ranking: z.array(z.number()),
  keywords: z.array(z.object({ term: z.string(), stem: z.string(), weight: z.number() })),
  people: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), mentions: z.number() })),
  quotes: z.array(quote),
}) satisfies z.ZodType<Analysis>
