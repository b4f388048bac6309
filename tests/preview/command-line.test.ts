import { expect, it } from 'vitest'
import { commandUsage, parseCommandLine } from '../../src/preview/command-line.ts'
import type { Command } from '../../src/preview/world.ts'

const commands: readonly Command[] = [
  {
    id: '1',
    type: 1,
    name: 'whosaid',
    options: [
      { type: 3, name: 'speaker' },
      { type: 3, name: 'about' },
      { type: 3, name: 'kind', choices: [{ name: 'Quoted', value: 'quoted' }] },
      { type: 4, name: 'count', min_value: 1, max_value: 25 },
      { type: 5, name: 'private' },
    ],
  },
  { id: '2', type: 1, name: 'search', options: [{ type: 3, name: 'query', required: true }] },
  {
    id: '3',
    type: 1,
    name: 'follow',
    options: [
      {
        type: 1,
        name: 'add',
        options: [
          { type: 7, name: 'channel' },
          { type: 3, name: 'about' },
        ],
      },
      { type: 1, name: 'list' },
    ],
  },
  { id: '4', type: 3, name: 'Summarize' },
]

it.each([
  ['/whosaid', {}],
  ['/whosaid speaker:Rubio', { speaker: 'Rubio' }],
  ['whosaid   speaker: Marco Rubio   about:peace', { speaker: 'Marco Rubio', about: 'peace' }],
  [
    '/whosaid speaker:"Marco Rubio" about:"peace talks"',
    { speaker: '"Marco Rubio"', about: '"peace talks"' },
  ],
  [
    '/whosaid about:"peace talks" OR "cease fire" kind:QUOTED',
    { about: '"peace talks" OR "cease fire"', kind: 'quoted' },
  ],
  ['/whosaid about:"kind: yes" and more', { about: '"kind: yes" and more' }],
  ['/whosaid about:"speaker:Rubio" count:3', { about: '"speaker:Rubio"', count: 3 }],
  ['/whosaid about:"not closed speaker:Rubio', { about: '"not closed', speaker: 'Rubio' }],
  [
    '/whosaid about:https://example.org/a at 7:30 private:yes',
    { about: 'https://example.org/a at 7:30', private: true },
  ],
  ['/whosaid about:"exact words" -not', { about: '"exact words" -not' }],
  ["/whosaid about:'tis the season", { about: "'tis the season" }],
  ['/whosaid about:Breaking: ships sink', { about: 'Breaking: ships sink' }],
])('reads %s', (line, options) => {
  expect(parseCommandLine(line, commands)).toEqual({ name: 'whosaid', options })
})

it('reads subcommands, and names of channels where they are known', () => {
  const findId = (kind: string, name: string) => (kind === 'channel' && name === 'news' ? '42' : undefined)
  expect(parseCommandLine('/follow add channel:#news about:ships', commands, findId)).toEqual({
    name: 'follow add',
    options: { channel: '42', about: 'ships' },
  })
})

it.each([
  ['/who speaker:Rubio', 'Unknown command "/who"; there are: /whosaid, /search, /follow'],
  ['/Summarize', 'Unknown command "/Summarize"; there are: /whosaid, /search, /follow'],
  ['/follow', '/follow needs a subcommand; there are: add, list'],
  ['/follow drop about:x', '/follow has no subcommand "drop"; there are: add, list'],
  ['/search', 'Option "query" is required; there are: query (required)'],
  ['/search trade talks', '"trade" stands before any option\'s name; there are: query (required)'],
  ['/follow list about:x', 'Unknown option "about"; there are: none'],
  [
    '/whosaid speaker:Rubio abuot:peace',
    'Unknown option "abuot"; there are: speaker, about, kind, count, private',
  ],
  ['/whosaid speaker:A speaker:B', 'Option "speaker" is given twice'],
  ['/whosaid kind:loud', 'Option "kind" takes one of Quoted, not "loud"'],
  ['/whosaid count:many', 'Option "count" takes a number, not "many"'],
  ['/whosaid count:1.5', 'Option "count" takes a whole number, not 1.5'],
  ['/whosaid count:26', 'Option "count" takes 25 at most, not 26'],
  ['/whosaid private:maybe', 'Option "private" takes true or false, not "maybe"'],
  ['/whosaid speaker:', 'Option "speaker" takes a text, not ""'],
])('refuses %s and says what there is', (line, message) => {
  expect(() => parseCommandLine(line, commands)).toThrow(new Error(message))
})

it('shows how a command is used, a line for each subcommand', () => {
  expect(commands.flatMap(commandUsage)).toEqual([
    '/whosaid speaker? about? kind? count? private?',
    '/search query',
    '/follow add channel? about?',
    '/follow list',
  ])
})
