import { analyse } from 'scslre'
import { expect, it } from 'vitest'
import { allTongues } from '../../../src/analysis/tongues/tongue.ts'
import { wordPattern } from '../../../src/analysis/tongues/word-patterns.ts'

// They are made when a language is first read, so that the test of all expressions does not see them.
it.each(allTongues)('takes linear time in %s, with ideographs and without', (tongue) => {
  for (const text of ['', '東']) {
    const { source, flags } = wordPattern(text, tongue)
    expect(analyse({ source, flags }).reports).toEqual([])
  }
})
