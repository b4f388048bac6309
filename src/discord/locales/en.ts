import { problems } from '../../problems.ts'
import { troubles } from '../../troubles.ts'
import { buttons, menus } from './en/controls.ts'
import { descriptions } from './en/descriptions.ts'
import { feedState, feeds } from './en/feeds.ts'
import { follows, reasons } from './en/follows.ts'
import { help } from './en/help.ts'
import { lookups } from './en/lookups.ts'
import { choices, names } from './en/names.ts'
import { notices } from './en/notices.ts'
import { posts, why } from './en/posts.ts'
import { settings } from './en/settings.ts'
import { statements } from './en/statements.ts'
import { trends } from './en/trends.ts'
import { speechOf } from './speech.ts'

/** All that the bot says in English. What other languages have to say is what this says. */
export const english = {
  ...speechOf('en-GB'),
  language: 'English',
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
  wentWrong: 'Something went wrong on my side. It is in the log.',
  help,
}
