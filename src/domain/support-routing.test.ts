import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseHelper, type Helper, rankHelpers, type Wanted } from './support-routing.ts'
import { mayPublish, stateAfter } from './support-thread.ts'

const helper = (personId: string, given: Partial<Helper> = {}): Helper => ({
  personId,
  languages: ['en'],
  disciplines: ['data'],
  takesQuestions: true,
  mostQuestions: 5,
  openQuestions: 0,
  assigned: false,
  lastAskedAt: undefined,
  ...given,
})
const wanted: Wanted = { language: 'en', discipline: 'data', insideOnly: false }
const order = (helpers: Helper[], what: Wanted = wanted) => rankHelpers(helpers, what).map((one) => one.helper.personId)

test('the community’s own people come first, then the fewest open questions, then who waited longest', () => {
  const early = new Date('2030-01-01')
  const late = new Date('2030-02-01')
  expect(
    order([
      helper('busy', { openQuestions: 2 }),
      helper('recent', { lastAskedAt: late }),
      helper('waited', { lastAskedAt: early }),
      helper('assigned', { assigned: true, openQuestions: 4, lastAskedAt: late }),
      helper('never'),
    ]),
  ).toEqual(['assigned', 'never', 'waited', 'recent', 'busy'])
})

test('who does not know the discipline or the language, is full or takes none, gets nothing by itself, and the list says why', () => {
  const others = [
    helper('other', { disciplines: ['people'] }),
    helper('french', { languages: ['fr'] }),
    helper('full', { openQuestions: 5 }),
    helper('away', { takesQuestions: false }),
  ]
  expect(chooseHelper(others, wanted)).toBeUndefined()
  const against = Object.fromEntries(rankHelpers(others, wanted).map((one) => [one.helper.personId, one.against]))
  expect(against).toEqual({
    other: ['other-discipline'],
    french: ['other-language'],
    full: ['full'],
    away: ['not-taking'],
  })
})

test('a question that stays inside goes to the community’s own people alone', () => {
  const inside = { ...wanted, insideOnly: true }
  expect(chooseHelper([helper('outside')], inside)).toBeUndefined()
  expect(chooseHelper([helper('outside'), helper('own', { assigned: true })], inside)?.helper.personId).toBe('own')
})

test('without a discipline any fits, and reasons name what speaks for someone', () => {
  const any: Wanted = { language: 'en', discipline: undefined, insideOnly: false }
  expect(chooseHelper([helper('a', { disciplines: [] })], any)?.reasons).toEqual(['language', 'free', 'waited'])
  expect(chooseHelper([helper('a', { assigned: true })], wanted)?.reasons).toEqual([
    'discipline',
    'language',
    'assigned',
    'free',
    'waited',
  ])
})

test('the order does not depend on the order of asking, loses nobody, and puts all who fit first', () => {
  const some = fc.record({
    languages: fc.subarray(['en', 'fr']),
    disciplines: fc.subarray(['data', 'people']),
    takesQuestions: fc.boolean(),
    mostQuestions: fc.integer({ min: 1, max: 4 }),
    openQuestions: fc.integer({ min: 0, max: 4 }),
    assigned: fc.boolean(),
    lastAskedAt: fc.option(fc.constantFrom(new Date(0), new Date(1)), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), fc.boolean(), (list, insideOnly) => {
      const helpers = list.map((one, index) => helper(`p${index}`, one))
      const what = { ...wanted, insideOnly }
      const ranked = rankHelpers(helpers, what)
      expect(order([...helpers].reverse(), what)).toEqual(ranked.map((one) => one.helper.personId))
      expect(ranked.length).toBe(helpers.length)
      const fits = ranked.map((one) => one.fits)
      expect(fits.lastIndexOf(true)).toBe(fits.filter(Boolean).length - 1)
    }),
  )
})

test('a thread is answered, followed up, closed and opened again', () => {
  expect(stateAfter('open', 'answer', false)).toBe('answered')
  expect(stateAfter('answered', 'ask', true)).toBe('follow-up')
  expect(stateAfter('open', 'ask', false)).toBe('open')
  expect(stateAfter('follow-up', 'close', true)).toBe('closed')
  expect(stateAfter('closed', 'close', true)).toBeUndefined()
  expect(stateAfter('closed', 'answer', true)).toBeUndefined()
  expect(stateAfter('closed', 'ask', true)).toBe('follow-up')
})

test('who asked agrees to publishing; under other data terms a lead or steward does; a private question is its asker’s', () => {
  const question = { private: false, askedBy: 'asker' }
  const asker = { personId: 'asker', leads: false }
  const lead = { personId: 'lead', leads: true }
  expect(mayPublish(question, asker, true)).toBe(true)
  expect(mayPublish(question, lead, true)).toBe(true)
  expect(mayPublish(question, { personId: 'other', leads: false }, true)).toBe(false)
  expect(mayPublish(question, asker, false)).toBe(false)
  expect(mayPublish(question, lead, false)).toBe(true)
  expect(mayPublish({ ...question, private: true }, lead, true)).toBe(false)
})
