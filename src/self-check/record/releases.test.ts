import { expect, test } from 'vitest'
import { aPack } from '../../../test/builders/pack.ts'
import type { Pack } from '../../content/schema.ts'
import { compareRounds } from '../../domain/compare.ts'
import { reportCardOf } from '../results/report-card-of.ts'
import { toAnswerSet } from './answer-set.ts'
import { fitted } from './fitted.ts'
import { newRecord, type SelfCheckRecord } from './record.ts'
import { type Content, scoredWith, underToday, wordingChangedSince } from './releases.ts'

const content = (name: string, parts: Parameters<typeof aPack>[0]): Content => ({
  pack: aPack(parts) as Pack,
  release: name.repeat(64),
})
const before = content('a', { components: ['asset-upkeep', 'data-sharing'] })
const today = content('b', { components: [{ id: 'asset-upkeep', rubricVersion: 2 }, 'data-sharing'] })

const answered: SelfCheckRecord = {
  ...newRecord({ id: 'one', now: new Date(0), release: before.release, pack: before.pack.id }),
  answers: {
    'asset-upkeep': { given: { practice: 2, knowledge: 1 }, rubricVersion: 1 },
    'data-sharing': { given: { practice: 3, knowledge: 3 }, rubricVersion: 1 },
  },
}

test('a round is scored with the release that was answered, where it can be had', () => {
  expect(scoredWith(answered, today, before)).toEqual({ ...before, record: answered, standing: 'earlier' })
  expect(reportCardOf(scoredWith(answered, today, before)).release).toBe(before.release)
})

test('a release that nobody published gives results of today, with today’s hash', () => {
  const scored = scoredWith({ ...answered, release: 'f'.repeat(64) }, today, undefined)
  expect(scored.standing).toBe('unknown')
  expect(reportCardOf(scored).release).toBe(today.release)
})

test('under today’s questions an answer keeps the version of its wording, or is of unknown version', () => {
  const unsaid = { ...answered, answers: { ...answered.answers, 'data-sharing': { given: { practice: 1 } } } }
  const moved = underToday(unsaid, today)
  expect(moved).toMatchObject({ release: today.release, pack: today.pack.id })
  expect(moved.answers['asset-upkeep']?.rubricVersion).toBe(1)
  expect(moved.answers['data-sharing']?.rubricVersion).toBeNull()
  expect(wordingChangedSince(moved, today.pack.components)).toEqual(['asset-upkeep', 'data-sharing'])
  expect(toAnswerSet(moved, today.pack).rubricVersions).toEqual({ 'asset-upkeep': 1, 'data-sharing': null })
})

test('a comparison notices a bumped wording, in both ways of scoring the earlier round', () => {
  const later = underToday(answered, today)
  later.answers['asset-upkeep'] = { given: { practice: 4, knowledge: 2 }, rubricVersion: 2 }
  const after = reportCardOf(scoredWith(later, today, undefined))
  for (const found of [before, undefined]) {
    const comparison = compareRounds(reportCardOf(scoredWith(answered, today, found)), after)
    if (!comparison.ok) throw new Error(comparison.reason)
    const [changed, same] = comparison.components
    expect(changed).toMatchObject({ component: 'asset-upkeep', wordingChanged: true })
    expect(changed?.facets[0]).not.toHaveProperty('difference')
    expect(same).toMatchObject({ component: 'data-sharing', wordingChanged: false })
  }
})

test('an answer that was not given again since the wording changed is not compared with itself in another wording', () => {
  const kept = reportCardOf(scoredWith(underToday(answered, today), today, undefined))
  const comparison = compareRounds(reportCardOf(scoredWith(answered, today, before)), kept)
  // Both are answers to version 1, however the later round is scored.
  expect(comparison.ok && comparison.components[0]).toMatchObject({ wordingChanged: false })
})

test('what the pack does not know is left out: components, facets, levels, wordings, profile options', () => {
  const pack = aPack({ components: ['asset-upkeep'], levels: 4, facets: ['practice'] }) as Pack
  const record: SelfCheckRecord = {
    ...answered,
    variant: 'gone',
    profile: { gone: 'x' },
    needs: ['gone', 'asset-upkeep'],
    answers: {
      'asset-upkeep': { given: { practice: 4, knowledge: 1 }, wanted: 4, importance: 2, note: 'stays' },
      gone: { given: { practice: 1 } },
    },
    carried: { agreed: { gone: { practice: 1 }, 'asset-upkeep': { practice: 4 } }, rows: { gone: {} } },
  }
  expect(fitted(record, pack)).toEqual({
    ...newRecord({ id: 'one', now: new Date(0), release: before.release, pack: before.pack.id }),
    needs: ['asset-upkeep'],
    answers: { 'asset-upkeep': { given: {}, importance: 2, note: 'stays' } },
    carried: { agreed: { 'asset-upkeep': {} }, rows: {} },
  })
  expect(() => reportCardOf({ pack, release: 'c', record, standing: 'present' })).not.toThrow()
})
