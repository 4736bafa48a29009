import { expect, test } from 'vitest'
import { changedByPlanSettings } from './plan-settings-form.ts'
import { newRecord } from './record.ts'

const record = {
  ...newRecord({ id: '1', now: new Date(0), release: 'r' }),
  answers: { 'asset-upkeep': { given: { practice: 1 }, importance: 1 } },
}

test('hours are cut to quarter hours and weeks are kept whole', () => {
  const changed = changedByPlanSettings(record, [
    ['hours', '12.4'],
    ['weeks', '8'],
  ])
  expect(changed).toMatchObject({ hours: 12.25, weeks: 8 })
})

test('an importance tried in the plan is the importance answered', () => {
  const changed = changedByPlanSettings(record, [['importance-asset-upkeep', '3']])
  expect(changed.answers['asset-upkeep']).toEqual({ given: { practice: 1 }, importance: 3 })
})

test.each([
  ['hours', ''],
  ['hours', '-2'],
  ['hours', '9999'],
  ['weeks', '2.5'],
  ['importance-asset-upkeep', ''],
  ['importance-asset-upkeep', '4'],
  ['importance-nowhere', '2'],
  ['something', '2'],
])('%s = "%s" changes nothing', (name, value) => {
  expect(changedByPlanSettings(record, [[name, value]])).toEqual(record)
})
