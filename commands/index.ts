import type { Command, MessageCommand } from '../src/discord/command.ts'
import { alertsCommand } from './alerts.ts'
import { feedsCommand } from './feeds.ts'
import { followCommand } from './follow.ts'
import { helpCommand } from './help.ts'
import { latestCommand } from './latest.ts'
import { searchCommand } from './search.ts'
import { settingsCommand } from './settings.ts'
import { similarCommand } from './similar.ts'
import { summarizeCommand } from './summarize.ts'
import { summaryCommand } from './summary.ts'
import { trendingCommand } from './trending.ts'
import { whosaidCommand } from './whosaid.ts'

/** Every slash command, in the order in which /help tells of them. */
export const commands: readonly Command[] = [
  latestCommand,
  summaryCommand,
  whosaidCommand,
  searchCommand,
  similarCommand,
  trendingCommand,
  followCommand,
  alertsCommand,
  feedsCommand,
  settingsCommand,
  helpCommand,
]

/** Every command in the menu of a message. */
export const messageCommands: readonly MessageCommand[] = [summarizeCommand]
