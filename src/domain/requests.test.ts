import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeRequest,
  isOpen,
  type RequestAct,
  type RequestState,
  rankAdvisors,
  requestActs,
  requestStates,
} from './requests.ts'

test.each([
  ['received', 'accept', 'accepted'],
  ['received', 'ask-back', 'asked-back'],
  ['received', 'decline', 'declined'],
  ['received', 'answer', undefined],
  ['asked-back', 'answer', 'answered'],
  ['asked-back', 'ask-back', undefined],
  ['asked-back', 'accept', 'accepted'],
  ['asked-back', 'decline', 'declined'],
  ['answered', 'ask-back', 'asked-back'],
  ['answered', 'accept', 'accepted'],
  ['answered', 'decline', 'declined'],
] as const)('from %s, %s gives %s', (state, act, after) => {
  expect(changeRequest(state, act)).toBe(after)
})

test('a decision is made once: nothing leads out of accepted or declined', () => {
  for (const state of ['accepted', 'declined'] as const) {
    expect(isOpen(state)).toBe(false)
    for (const act of Object.keys(requestActs) as RequestAct[]) expect(changeRequest(state, act)).toBe(undefined)
  }
})

test('however a request goes, it stays in a known state', () => {
  const acts = fc.array(fc.constantFrom(...(Object.keys(requestActs) as RequestAct[])))
  fc.assert(
    fc.property(acts, (list) => {
      const end = list.reduce((state, act) => changeRequest(state, act) ?? state, 'received' as RequestState)
      expect(requestStates).toContain(end)
    }),
  )
})

const advisor = (name: string, given: Partial<Parameters<typeof rankAdvisors>[0][number]> = {}) => ({
  personId: name,
  name,
  languages: ['en'],
  disciplines: [],
  mostJourneys: 8,
  load: 0,
  ...given,
})

test('the language counts before room, room before disciplines, disciplines before load', () => {
  const list = rankAdvisors(
    [
      advisor('Speaks no French', { disciplines: ['data', 'people'] }),
      advisor('Full', { languages: ['fr'], disciplines: ['data', 'people'], load: 8 }),
      advisor('Busy', { languages: ['fr'], disciplines: ['data'], load: 6 }),
      advisor('Free', { languages: ['fr'], disciplines: ['data'], load: 1 }),
      advisor('Both', { languages: ['en', 'fr'], disciplines: ['people', 'data'], load: 7 }),
    ],
    { language: 'fr', disciplines: ['data', 'people'] },
  )
  expect(list.map(({ name }) => name)).toEqual(['Both', 'Free', 'Busy', 'Full', 'Speaks no French'])
  expect(list[0]).toMatchObject({ speaks: true, brings: ['data', 'people'], room: 1 })
  expect(list[3]).toMatchObject({ speaks: true, room: 0 })
})
