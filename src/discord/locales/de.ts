import type { Catalogue } from './catalogue.ts'
import { buttons, menus } from './de/controls.ts'
import { help } from './de/help.ts'
import { lookups } from './de/lookups.ts'
import { statements } from './de/statements.ts'
import { trends } from './de/trends.ts'
import { speechOf } from './speech.ts'

/** All that the bot says in German. */
export const german: Catalogue = {
  ...speechOf('de'),
  buttons,
  menus,
  lookups,
  statements,
  trends,
  help,
}
