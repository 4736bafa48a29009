import { expect, test } from 'vitest'
import { aPack } from '../../../test/builders/pack.ts'
import { compareRounds } from '../../domain/compare.ts'
import { reportCard } from '../../domain/report-card.ts'
import { toAnswerSet } from '../record/answer-set.ts'
import { basisOf } from '../record/basis.ts'
import { type ComponentAnswer, newRecord } from '../record/record.ts'
import { changeRows, countChanges } from './change-table.ts'

const release = 'a'.repeat(64)
const ids = ['upkeep', 'sharing', 'privacy', 'reach', 'skills']
const pack = aPack({ components: ids.map((id) => ({ id })) })

function cardOf(answers: Record<string, ComponentAnswer>) {
  const record = { ...newRecord({ id: 'one', now: new Date('2030-01-01T12:00:00Z'), release }), answers }
  return reportCard({ pack, release, answers: toAnswerSet(record, pack), basis: basisOf(pack, record) })
}

const before = cardOf({
  upkeep: { given: { practice: 1, knowledge: 1 } },
  sharing: { given: { practice: 3, knowledge: 2 } },
  privacy: { given: { practice: 2, knowledge: 'dk' } },
  reach: { given: { practice: 'na' }, reasons: { practice: 'None here' } },
})
const after = cardOf({
  upkeep: { given: { practice: 2, knowledge: 1 } },
  sharing: { given: { practice: 1, knowledge: 3 } },
  privacy: { given: { practice: 2, knowledge: 2 } },
  reach: { given: { practice: 1, knowledge: 1 } },
})
const compared = compareRounds(before, after)
if (!compared.ok) throw new Error(compared.reason)

test('what changed comes first, the largest change at the top', () => {
  const { changed } = changeRows(compared.components, before, after)
  expect(changed.map(({ component, facet, difference }) => [component, facet, difference])).toEqual([
    ['sharing', 'practice', -2],
    ['upkeep', 'practice', 1],
    ['sharing', 'knowledge', 1],
  ])
})

test('where there is no figure the reason stands', () => {
  const { others } = changeRows(compared.components, before, after)
  const row = (component: string, facet: string) =>
    others.find((one) => one.component === component && one.facet === facet)
  expect(row('privacy', 'knowledge')).toMatchObject({ before: 'dont-know', after: 2 })
  expect(row('reach', 'practice')).toMatchObject({ before: 'does-not-apply', after: 1 })
  expect(row('skills', 'practice')).toMatchObject({ before: 'no-answer', after: 'no-answer' })
})

test('components are counted by the way they went, and every component is in one count', () => {
  expect(countChanges(compared.components)).toEqual({ up: 1, down: 0, both: 1, same: 1, notCompared: 2 })
})
