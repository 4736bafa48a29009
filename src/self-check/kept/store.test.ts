import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'
import { newRecord } from '../record/record.ts'
import { changeKept, keep, readKept } from './access.ts'
import { replaceAnswers, saveSettings } from './store.ts'

const { db, release, clock } = await testApp()
const deps = { db, now: () => clock.time }
const record = {
  ...newRecord({ id: 'one', now: clock.time, release }),
  answers: { 'data-inventory': { given: { practice: 2 } } },
}
const other = { ...record, answers: { 'data-quality': { given: { practice: 1 } } } }

test('answers are not replaced on top of settings that changed in the meantime', async () => {
  const { token } = await keep(deps, 'en', record)
  const before = await readKept(deps, token)
  await changeKept(deps, token, (kept, tx) =>
    saveSettings(tx, kept.id, { record: { ...kept.record, hours: 9 }, version: kept.version }),
  )
  expect(await changeKept(deps, token, (_, tx) => replaceAnswers(tx, before, other, clock.time))).toBe(false)
  const after = await readKept(deps, token)
  expect(after.record).toMatchObject({ hours: 9, answers: record.answers })
})

test('two changes of one self-check at the same moment come one after the other, and none is lost', async () => {
  const { token } = await keep(deps, 'en', record)
  const add = (need: string) =>
    changeKept(deps, token, async (kept, tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const needs = [...kept.record.needs, need]
      return saveSettings(tx, kept.id, { record: { ...kept.record, needs }, version: kept.version })
    })
  expect(await Promise.all([add('data-inventory'), add('data-quality')])).toEqual([true, true])
  const { needs } = (await readKept(deps, token)).record
  expect(needs.sort()).toEqual(['data-inventory', 'data-quality'])
})
