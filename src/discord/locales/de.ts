import type { Catalogue } from './catalogue.ts'
import { buttons, menus } from './de/controls.ts'
import { descriptions } from './de/descriptions.ts'
import { feedState, feeds } from './de/feeds.ts'
import { follows, reasons } from './de/follows.ts'
import { help } from './de/help.ts'
import { lookups } from './de/lookups.ts'
import { choices, names } from './de/names.ts'
import { notices } from './de/notices.ts'
import { posts, why } from './de/posts.ts'
import { problems } from './de/problems.ts'
import { settings } from './de/settings.ts'
import { statements } from './de/statements.ts'
import { trends } from './de/trends.ts'
import { troubles } from './de/troubles.ts'
import { speechOf } from './speech.ts'

/** All that the bot says in German. */
export const german: Catalogue = {
  ...speechOf('de'),
  language: 'Deutsch',
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
  wentWrong: 'Bei mir ist etwas schiefgegangen. Es steht im Log.',
  help,
}
