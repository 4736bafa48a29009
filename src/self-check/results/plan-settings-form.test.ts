import { expect, test } from 'vitest'
import { newRecord } from '../record/record.ts'
import { readPlanForm, withPlanFields } from './plan-settings-form.ts'

const record = {
  ...newRecord({ id: '1', now: new Date(0), release: 'r' }),
  answers: { 'asset-upkeep': { given: { practice: 1 }, importance: 1 } },
}
const basis = { hours: 20, weeks: 12 }
const read = (fields: Record<string, string>, saved = record, now = basis) =>
  readPlanForm(new Map(Object.entries(fields)), saved, now)

test('hours are cut to quarter hours and weeks are kept whole', () => {
  const { changes } = read({ hours: '12.4', 'was-hours': '20', weeks: '8', 'was-weeks': '12' })
  expect(withPlanFields(record, changes)).toMatchObject({ hours: 12.25, weeks: 8 })
})

test('an importance tried in the plan is the importance answered', () => {
  const { changes } = read({ 'importance-asset-upkeep': '3', 'was-importance-asset-upkeep': '1' })
  expect(withPlanFields(record, changes).answers['asset-upkeep']).toEqual({ given: { practice: 1 }, importance: 3 })
})

test('what the person did not touch is left alone, though another window changed it since the page was drawn', () => {
  const elsewhere = { ...record, answers: { 'asset-upkeep': { given: { practice: 1 }, importance: 3 } } }
  const sent = { 'importance-asset-upkeep': '1', 'was-importance-asset-upkeep': '1', hours: '6', 'was-hours': '20' }
  expect(read(sent, elsewhere)).toEqual({ changes: [{ name: 'hours', value: '6' }], conflicts: [], errors: [] })
})

test('what both windows changed is for the person to decide, unless both say the same', () => {
  const elsewhere = { ...record, answers: { 'asset-upkeep': { given: { practice: 1 }, importance: 3 } } }
  const sent = (value: string) => ({ 'importance-asset-upkeep': value, 'was-importance-asset-upkeep': '1' })
  expect(read(sent('0'), elsewhere).conflicts).toEqual([{ name: 'importance-asset-upkeep', value: '0', saved: '3' }])
  expect(read(sent('3'), elsewhere)).toEqual({ changes: [], conflicts: [], errors: [] })
  expect(read({ hours: '6', 'was-hours': '20' }, record, { hours: 9, weeks: 12 }).conflicts).toEqual([
    { name: 'hours', value: '6', saved: '9' },
  ])
  expect(read({ chosen: 'A', 'was-chosen': '' }, { ...record, chosen: 'B' } as typeof record).conflicts).toHaveLength(1)
})

test('a pathway is chosen and let go of', () => {
  const chosen = withPlanFields(record, read({ chosen: 'B', 'was-chosen': '' }).changes)
  expect(chosen.chosen).toBe('B')
  expect(withPlanFields(chosen, [{ name: 'chosen', value: '' }])).not.toHaveProperty('chosen')
})

test.each([
  ['hours', ''],
  ['hours', '-2'],
  ['hours', '0'],
  ['hours', '2001'],
  ['hours', 'many'],
  ['weeks', '2.5'],
  ['weeks', '0'],
  ['weeks', '105'],
  ['importance-asset-upkeep', ''],
  ['importance-asset-upkeep', '4'],
  ['chosen', 'C'],
])('%s = "%s" is an error, never dropped unseen', (name, value) => {
  expect(read({ [name]: value })).toEqual({ changes: [], conflicts: [], errors: [{ name, value }] })
})

test('fields that do not exist are passed over', () => {
  expect(read({ 'importance-nowhere': '2', something: '2' })).toEqual({ changes: [], conflicts: [], errors: [] })
})
