import { expect, it } from 'vitest'
import { parseMenuLine } from '../../src/preview/menu-line.ts'

const commands = [
  { id: '1', type: 1, name: 'summary' },
  { id: '2', type: 3, name: 'Summarize' },
  { id: '3', type: 3, name: 'Who said it' },
]

it.each([
  ['Summarize', { name: 'Summarize', message: '' }],
  [' summarize  https://quay.example/ferry ', { name: 'Summarize', message: 'https://quay.example/ferry' }],
  ['who said it 123456789012345678', { name: 'Who said it', message: '123456789012345678' }],
  ['Summarizes https://quay.example', undefined],
  ['/summary article:Summarize', undefined],
  ['/Summarize', undefined],
  ['', undefined],
])('reads %j', (line, expected) => {
  expect(parseMenuLine(line, commands)).toEqual(expected)
})
