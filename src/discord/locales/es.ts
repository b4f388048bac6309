import type { Catalogue } from './catalogue.ts'
import { buttons, menus } from './es/controls.ts'
import { descriptions } from './es/descriptions.ts'
import { feedState, feeds } from './es/feeds.ts'
import { follows, reasons } from './es/follows.ts'
import { help } from './es/help.ts'
import { lookups } from './es/lookups.ts'
import { choices, names } from './es/names.ts'
import { notices } from './es/notices.ts'
import { posts, why } from './es/posts.ts'
import { problems } from './es/problems.ts'
import { settings } from './es/settings.ts'
import { statements } from './es/statements.ts'
import { trends } from './es/trends.ts'
import { troubles } from './es/troubles.ts'
import { speechOf } from './speech.ts'

/** All that the bot says in Spanish. */
export const spanish: Catalogue = {
  ...speechOf('es'),
  language: 'Español',
  names,
  choices,
  descriptions,
  buttons,
  menus,
  lookups,
  statements,
  trends,
  troubles,
  feeds,
  feedState,
  follows,
  reasons,
  posts,
  why,
  notices,
  settings,
  problems,
  wentWrong: 'Algo ha ido mal por mi parte. Está en el registro.',
  help,
}
