import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { SubjectKind } from '../src/archive/subjects.ts'
import type { Viewer } from '../src/archive/viewer.ts'
import type { Card, CardFile } from '../src/discord/cards/card.ts'
import { alternativeText } from '../src/discord/cards/trend-words.ts'
import { trendingCard } from '../src/discord/cards/trending-card.ts'
import { toPng } from '../src/discord/charts/png.ts'
import { trendChart } from '../src/discord/charts/trend-chart.ts'
import { type Command, type Context, viewerOf } from '../src/discord/command.ts'
import type { Catalogue } from '../src/discord/locales/catalogue.ts'
import { choiceOption, described, everywhere, named, privateOption } from '../src/discord/options.ts'
import { type Trending, type TrendWindow, trending, trendWindows } from '../src/queries/trending.ts'

const kinds: ReadonlyMap<string, SubjectKind> = new Map([
  ['people', 'person'],
  ['topics', 'topic'],
])

/** /trending: what rose against its own past, with a chart. */
export const trendingCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('trending'),
    ...described('trending'),
    ...everywhere,
    options: [
      choiceOption('window', 'window', ['24h', '7d', '30d']),
      choiceOption('kind', 'kindTrend', ['people', 'topics']),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const { options } = interaction
    const kind = kinds.get(options.getString('kind') ?? '')
    return show(context, { viewer: viewerOf(interaction), kind, window: options.getString('window') })
  },
  component: async ({ interaction, args }, context) => {
    const [window = '', typed] = args
    const kind = typed === 'person' || typed === 'topic' ? typed : undefined
    return show(context, { viewer: viewerOf(interaction), kind, window })
  },
  inPlace: ['window'],
}

interface Asked {
  readonly viewer: Viewer
  readonly kind: SubjectKind | undefined
  readonly window: string | null
}

async function show({ archive, clock, say }: Context, { viewer, kind, window }: Asked): Promise<Card> {
  const question = { viewer, window: readWindow(window), ...dropAbsent({ kind }) }
  const found = await trending(archive, question, clock.now())
  return trendingCard(found, { say, kind, chart: await chartOf(found, say) })
}

function readWindow(value: string | null): TrendWindow {
  return value !== null && value in trendWindows ? (value as TrendWindow) : '24h'
}

/** None where nothing rose. */
async function chartOf(found: Trending, say: Catalogue): Promise<CardFile | undefined> {
  if (found.trends.length === 0) return undefined
  return {
    name: 'trending.png',
    data: await toPng(trendChart(found, say)),
    description: alternativeText(found, say),
  }
}
