import { describe } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { describeArticles } from './contract/articles.ts'
import { describeDeliveries } from './contract/deliveries.ts'
import { describeDigests } from './contract/digests.ts'
import { describeExpressions } from './contract/expressions.ts'
import { describeFeeds } from './contract/feeds.ts'
import { describeFiles } from './contract/files.ts'
import { describeFollows } from './contract/follows.ts'
import { describeHidden } from './contract/hidden.ts'
import { describeKeep } from './contract/keep.ts'
import { describeKeyValues } from './contract/key-values.ts'
import { describeLongLists } from './contract/long-lists.ts'
import { describePeople } from './contract/people.ts'
import { describeRetention } from './contract/retention.ts'
import { describeSearch } from './contract/search.ts'
import { describeStatements } from './contract/statements.ts'
import { describeStories } from './contract/stories.ts'
import { describeSubjects } from './contract/subjects.ts'
import { describeSuggestions } from './contract/suggestions.ts'
import { describeTimeline } from './contract/timeline.ts'
import { describeUtterances } from './contract/utterances.ts'
import { describeViewers } from './contract/viewers.ts'
import { describeVocabulary } from './contract/vocabulary.ts'

/** What every archive does, whatever it keeps its rows in. `open` gives a new, empty one each time. */
export function describeArchive(name: string, open: () => Promise<Archive>): void {
  describe(name, () => {
    describe('keep and withdraw', () => describeKeep(open))
    describe('articles', () => describeArticles(open))
    describe('expressions', () => describeExpressions(open))
    describe('searches', () => describeSearch(open))
    describe('statements', () => describeStatements(open))
    describe('long lists', () => describeLongLists(open))
    describe('utterances', () => describeUtterances(open))
    describe('timeline', () => describeTimeline(open))
    describe('stories', () => describeStories(open))
    describe('people', () => describePeople(open))
    describe('suggestions', () => describeSuggestions(open))
    describe('spelling', () => describeVocabulary(open))
    describe('subjects', () => describeSubjects(open))
    describe('viewers', () => describeViewers(open))
    describe('what others have', () => describeHidden(open))
    describe('files and marks', () => describeFiles(open))
    describe('feeds', () => describeFeeds(open))
    describe('follows', () => describeFollows(open))
    describe('deliveries', () => describeDeliveries(open))
    describe('retention', () => describeRetention(open))
    describe('digests', () => describeDigests(open))
    describe('key values', () => describeKeyValues(open))
  })
}
