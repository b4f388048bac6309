import type { Catalogue } from './catalogue.ts'
import { buttons, menus } from './es/controls.ts'
import { descriptions } from './es/descriptions.ts'
import { help } from './es/help.ts'
import { lookups } from './es/lookups.ts'
import { choices, names } from './es/names.ts'
import { statements } from './es/statements.ts'
import { trends } from './es/trends.ts'
import { speechOf } from './speech.ts'

/** All that the bot says in Spanish. */
export const spanish: Catalogue = {
  ...speechOf('es'),
  names,
  choices,
  descriptions,
  buttons,
  menus,
  lookups,
  statements,
  trends,
  help,
}
