import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPack } from '../../../test/builders/pack.ts'
import { arbitraryAnswers } from '../../../test/builders/random-answers.ts'
import { reportCard } from '../../domain/report-card.ts'
import { fromAnswerSet, setAside, toAnswerSet } from './answer-set.ts'
import { basisOf } from './basis.ts'
import { answerState, type ComponentAnswer, isRecord, newRecord } from './record.ts'

const now = new Date('2030-01-01T12:00:00Z')
const given = { id: 'one', now, release: 'a'.repeat(64) }
const pack = aPack({
  components: [{ id: 'asset-upkeep' }, { id: 'data-sharing' }, { id: 'open-data', core: false }],
  variants: ['municipal', { id: 'indigenous-government', ownGovernment: true }],
})
const rowOf = (answers: Record<string, ComponentAnswer>, component: string, facet: string, rest = {}) =>
  toAnswerSet({ ...newRecord(given), answers, ...rest }, pack).rows.find(
    (row) => row.component === component && row.facet === facet,
  )

test('a self-check without answers asks the short form, and every blank is a row', () => {
  const { rows } = toAnswerSet(newRecord(given), pack)
  expect(rows.map((row) => row.component)).toEqual(['asset-upkeep', 'asset-upkeep', 'data-sharing', 'data-sharing'])
  expect(rows.every((row) => row.given.kind === 'blank')).toBe(true)
})

test('a component beyond the form is asked once it has an answer', () => {
  expect(rowOf({ 'open-data': { given: {} } }, 'open-data', 'practice')).toBeUndefined()
  expect(rowOf({ 'open-data': { given: { practice: 0 } } }, 'open-data', 'practice')?.given).toEqual({
    kind: 'level',
    level: 0,
  })
})

test('"does not apply" on practice hides the rest, and counts only with its reason', () => {
  const answer: ComponentAnswer = { given: { practice: 'na', knowledge: 3 }, wanted: 2, importance: 1 }
  expect(rowOf({ 'asset-upkeep': answer }, 'asset-upkeep', 'practice')?.given).toEqual({ kind: 'blank' })
  const withReason = { 'asset-upkeep': { ...answer, reasons: { practice: 'We own none.' } } }
  expect(rowOf(withReason, 'asset-upkeep', 'practice')).toMatchObject({ given: { kind: 'na', reason: 'We own none.' } })
  expect(rowOf(withReason, 'asset-upkeep', 'practice')).not.toHaveProperty('wanted')
  expect(rowOf(withReason, 'asset-upkeep', 'knowledge')?.given).toEqual({ kind: 'blank' })
})

test('an Indigenous government may set a component aside without a reason', () => {
  const answer: ComponentAnswer = { given: { practice: 'na' } }
  const row = rowOf({ 'asset-upkeep': answer }, 'asset-upkeep', 'practice', { variant: 'indigenous-government' })
  expect(row?.given).toEqual({ kind: 'na', reason: setAside })
  expect(answerState(answer, ['practice', 'knowledge'], false)).toBe('na')
  expect(answerState(answer, ['practice', 'knowledge'], true)).toBe('reason-missing')
})

test.each<[ComponentAnswer | undefined, string]>([
  [undefined, 'blank'],
  [{ given: { practice: null } }, 'blank'],
  [{ given: {}, note: '  ' }, 'blank'],
  [{ given: {}, wanted: 0 }, 'started'],
  [{ given: { practice: 0 } }, 'started'],
  [{ given: { practice: 0, knowledge: 'dk' } }, 'answered'],
  [{ given: { practice: 'dk', knowledge: 'dk' } }, 'dk'],
  [{ given: { practice: 2, knowledge: 'na' } }, 'reason-missing'],
  [{ given: { practice: 2, knowledge: 'na' }, reasons: { knowledge: 'x' } }, 'answered'],
])('%j is %s', (answer, state) => {
  expect(answerState(answer, ['practice', 'knowledge'], true)).toBe(state)
})

test('what the person chose stands over what the profile suggests; an unknown wording is passed over', () => {
  const record = { ...newRecord(given), form: 'full', variant: 'indigenous-government', hours: 7.3, weeks: 3 } as const
  expect(basisOf(pack, record)).toMatchObject({ form: 'full', variant: 'indigenous-government', hours: 7.25, weeks: 3 })
  expect(basisOf(pack, { ...record, variant: 'gone' }).variant).toBe('municipal')
})

test('an answers file of one person becomes a self-check and comes out again, nothing lost', () => {
  fc.assert(
    fc.property(arbitraryAnswers(pack, 1), (answers) => {
      const outcome = fromAnswerSet({ ...answers, release: given.release }, pack, given)
      if (!outcome.ok) throw new Error('refused')
      const out = toAnswerSet(outcome.record, pack)
      const key = (row: { component: string; facet: string }) => `${row.component} ${row.facet}`
      const before = new Map(answers.rows.map((row) => [key(row), row]))
      const hidden = new Set(
        answers.rows.flatMap((row) => (row.facet === 'practice' && row.given.kind === 'na' ? [row.component] : [])),
      )
      for (const row of out.rows) {
        const was = before.get(key(row))
        if (was === undefined) expect(row.given.kind).toBe('blank')
        else if (!hidden.has(row.component)) expect(row).toEqual(was)
      }
      expect(out.needs).toEqual(pack.components.map(({ id }) => id).filter((id) => answers.needs.includes(id)))
      expect(out.agreed).toEqual(answers.agreed)
      const shown = new Set(out.rows.map(key))
      const lost = answers.rows.filter((row) => row.given.kind !== 'blank' && !shown.has(key(row)))
      expect(lost).toEqual([])
    }),
  )
})

test('a self-check scores the same as the answers file it came from', () => {
  const all = aPack({ components: ['asset-upkeep', 'data-sharing'] })
  fc.assert(
    fc.property(arbitraryAnswers(all, 1), (answers) => {
      const outcome = fromAnswerSet(answers, all, given)
      if (!outcome.ok) throw new Error('refused')
      const basis = basisOf(all, outcome.record)
      const scoresOf = (set: typeof answers) => {
        const card = reportCard({ pack: all, release: given.release, answers: set, basis })
        const cells = card.components.flatMap((component) =>
          Object.entries(component.facets).map(([facet, result]) => [component.component, facet, result.planScore]),
        )
        return cells.filter(([, , score]) => score !== undefined)
      }
      expect(scoresOf(toAnswerSet(outcome.record, all))).toEqual(scoresOf(answers))
    }),
  )
})

test('a file of several people is not one self-check', () => {
  const row = { component: 'asset-upkeep', facet: 'practice', given: { kind: 'dk' } as const }
  const answers = {
    rows: [
      { ...row, respondent: 'a' },
      { ...row, respondent: 'b' },
    ],
    profile: {},
    needs: [],
    agreed: {},
  }
  expect(fromAnswerSet(answers, pack, given)).toEqual({ ok: false, respondents: 2 })
})

test('only a self-check of this schema is taken from the device', () => {
  expect(isRecord(newRecord(given))).toBe(true)
  for (const other of [null, 3, [], {}, { ...newRecord(given), schema: 2 }, { ...newRecord(given), answers: [] }]) {
    expect(isRecord(other)).toBe(false)
  }
})
