import type { Catalogue } from './catalogue.ts'
import { buttons, menus } from './fr/controls.ts'
import { descriptions } from './fr/descriptions.ts'
import { feedState, feeds } from './fr/feeds.ts'
import { follows, reasons } from './fr/follows.ts'
import { help } from './fr/help.ts'
import { lookups } from './fr/lookups.ts'
import { choices, names } from './fr/names.ts'
import { notices } from './fr/notices.ts'
import { posts, why } from './fr/posts.ts'
import { problems } from './fr/problems.ts'
import { settings } from './fr/settings.ts'
import { statements } from './fr/statements.ts'
import { trends } from './fr/trends.ts'
import { troubles } from './fr/troubles.ts'
import { speechOf } from './speech.ts'

/** All that the bot says in French. */
export const french: Catalogue = {
  ...speechOf('fr'),
  language: 'Français',
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
  wentWrong: 'Quelque chose s’est mal passé de mon côté. C’est dans le journal.',
  help,
}
