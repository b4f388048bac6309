import { dropAbsent } from '../drop-absent.ts'
import { followTermsSchema } from '../follow-terms-schema.ts'
import type { Follow, Pause } from '../follows.ts'
import { number, optionalText, text } from './columns.ts'
import type { Row } from './row.ts'

/** A follow from its row. */
export function followFrom(row: Row): Follow {
  return dropAbsent({
    id: text(row, 'id'),
    owner: text(row, 'owner'),
    channel: text(row, 'channel'),
    about: optionalText(row, 'about'),
    speaker: optionalText(row, 'speaker'),
    publisher: optionalText(row, 'publisher'),
    exclude: optionalText(row, 'exclude'),
    mention: optionalText(row, 'mention'),
    ...dropAbsent(followTermsSchema.parse(JSON.parse(text(row, 'terms')))),
    createdBy: text(row, 'created_by'),
    createdAt: number(row, 'created_at'),
    paused: pauseFrom(row),
  })
}

function pauseFrom(row: Row): Pause | undefined {
  const reason = optionalText(row, 'paused')
  if (reason === undefined) return undefined
  const cause = text(row, 'pause_cause')
  if (cause !== 'asked' && cause !== 'closed' && cause !== 'left') {
    throw new TypeError(`Expected the cause of a pause, got ${cause}`)
  }
  return { cause, reason }
}
