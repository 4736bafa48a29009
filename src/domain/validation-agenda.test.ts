import { expect, test } from 'vitest'
import { aPack } from '../../test/builders/pack.ts'
import type { AnswerRow, AnswerSet } from './answers.ts'
import { communityView } from './community-view.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'
import { undecided, validationAgenda } from './validation-agenda.ts'

const pack = aPack({ components: ['a', 'b', 'c'] })
const [practice = '', knowledge = ''] = pack.facets.map(({ id }) => id)

/** Levels people gave by component, `dk` for don't know; knowledge is always 1. */
function cardOf(levels: Record<string, (number | 'dk' | 'na')[]>, wanted = 2, more: Partial<AnswerSet> = {}) {
  const rows = Object.entries(levels).flatMap(([component, given]) =>
    given.flatMap((level, index): AnswerRow[] => {
      const respondent = `r${index}`
      const answer = (value: number | 'dk' | 'na'): AnswerRow['given'] =>
        value === 'dk' ? { kind: 'dk' } : value === 'na' ? { kind: 'na', reason: 'x' } : { kind: 'level', level: value }
      return [
        { respondent, component, facet: practice, given: answer(level), wanted },
        { respondent, component, facet: knowledge, given: answer(1) },
      ]
    }),
  )
  const answers: AnswerSet = { rows, profile: {}, needs: [], agreed: {}, ...more }
  return reportCard({ pack, release: 'r', answers, basis: planBasis(pack, {}, { answeredComponents: [] }) })
}

const agendaOf = (
  card: ReturnType<typeof cardOf>,
  ratings: Record<string, Record<string, number>> = {},
  priorities: string[] = [],
) => validationAgenda({ whole: card, shown: communityView(card), ratings, priorities })

test('different views come first, then what nobody knows, then what else was found, priorities last', () => {
  const card = cardOf({ a: [0, 1, 1, 3, 3], b: ['dk', 'dk', 1, 1], c: ['na', 'na', 'na', 1, 1, 1] })
  const agenda = agendaOf(card, {}, ['b', 'a'])
  expect(agenda.map(({ id }) => id)).toEqual([
    `different-views:a:${practice}`,
    `do-not-know:b:${practice}`,
    'check-scope:c',
    'priority:b',
    'priority:a',
  ])
  expect(agenda[0]).toMatchObject({ split: true })
})

test('an advisor who is a level away goes on the agenda, one who is nearer does not', () => {
  const card = cardOf({ a: [2, 2, 2], b: [2, 2, 3] })
  const agenda = agendaOf(card, { a: { [practice]: 1 }, b: { [practice]: 3 } })
  expect(agenda.filter(({ kind }) => kind === 'advisor-differs').map(({ id }) => id)).toEqual([
    `advisor-differs:a:${practice}`,
  ])
})

test('of two people’s answers nothing is told, not even that an advisor is a level away', () => {
  const card = cardOf({ a: [0, 4] })
  expect(agendaOf(card, { a: { [practice]: 4 } })).toEqual([])
})

test('an agreed level does not take a finding off the agenda, since it is made from the answers alone', () => {
  const answers = { a: [0, 1, 3, 3] }
  const ids = agendaOf(cardOf(answers)).map(({ id }) => id)
  const after = agendaOf(cardOf(answers, 2, { agreed: { a: { [practice]: 2 } } })).map(({ id }) => id)
  expect(after).toEqual(expect.arrayContaining(ids.filter((id) => id.startsWith('different-views'))))
})

test('what was decided is no longer open', () => {
  const agenda = agendaOf(cardOf({ a: [0, 1, 3, 3] }), {}, ['a'])
  expect(undecided(agenda, new Set([`different-views:a:${practice}`])).map(({ id }) => id)).toEqual(['priority:a'])
})

test('a wanted level agreed at validation takes the place of the median, with its own trace', () => {
  const card = cardOf({ a: [1, 1, 1] }, 4, { agreedWanted: { a: 2 } })
  const first = card.components[0]?.facets[0]
  expect(first?.wanted).toBe(2)
  expect(first?.gap).toBe(1)
  expect(first?.trace.wanted).toEqual({ rule: '4.5 wanted agreed', from: { agreed: 2 }, value: 2 })
})
