import { z } from 'zod'
import type { FeedWishes } from './feeds.ts'

/** A publisher's wishes as a database keeps them. */
export const feedWishesSchema = z.object({
  ttlMs: z.number().exactOptional(),
  skipHours: z.array(z.number()).exactOptional(),
  skipDays: z.array(z.number()).exactOptional(),
}) satisfies z.ZodType<FeedWishes>
