import { z } from 'zod'

/** What is kept in one column of a follow's row, as JSON: what no query asks for by itself. */
export const followTermsSchema = z.object({
  delivery: z.enum(['hourly', 'daily']).exactOptional(),
  at: z.string().exactOptional(),
  quiet: z.string().exactOptional(),
  most: z.number().exactOptional(),
  timezone: z.string().exactOptional(),
  crosspost: z.boolean().exactOptional(),
  language: z.string().exactOptional(),
})
