import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDuty, aPack } from '../../test/builders/pack.ts'
import { arbitraryAnswers } from '../../test/builders/random-answers.ts'
import { naiveReportCard } from '../../test/oracles/naive-report-card.ts'
import type { AnswerSet } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const pack = aPack({
  components: [
    { id: 'a', domain: 'one', enables: ['b', 'd'] },
    { id: 'b', domain: 'one', enables: ['c'] },
    { id: 'c', domain: 'one' },
    { id: 'd', domain: 'two', enables: ['e'] },
    { id: 'e', domain: 'two', core: false },
  ],
  duties: [aDuty('c', ['on'])],
})
const oneFacet = aPack({ levels: 4, facets: ['capacity'], components: ['a', 'b', { id: 'c', enables: ['a'] }] })

function cardOf(given: EnginePack, answers: AnswerSet) {
  const basis = planBasis(given, { jurisdiction: 'on' }, { answeredComponents: [] })
  return reportCard({ pack: given, release: 'r', answers, basis })
}

describe('the report card', () => {
  for (const [name, given] of Object.entries({
    'two facets of five levels': pack,
    'one facet of four levels': oneFacet,
  })) {
    test(`equals a naive recomputation from the rows, ${name}`, () => {
      fc.assert(
        fc.property(arbitraryAnswers(given, 10), (answers) => {
          const card = cardOf(given, answers)
          const naive = naiveReportCard(given, answers, 'on')
          for (const component of card.components) {
            const expected = naive.components.get(component.component)
            expect(component.asked).toBe(expected?.asked)
            expect(component.scope).toBe(expected?.scope)
            expect(component.facets.map((facet) => facet.status)).toEqual(expected?.statuses)
            closeTo(
              component.facets.map((facet) => facet.score),
              expected?.scores,
            )
            closeTo(
              component.facets.map((facet) => facet.agreement?.ad),
              expected?.deviations,
            )
            closeTo(
              component.facets.map((facet) => facet.gap),
              expected?.gaps,
            )
            closeTo(
              [component.composite, component.gap, component.weight],
              [expected?.composite, expected?.gap, expected?.weight],
            )
          }
          for (const domain of card.domains)
            closeTo(
              domain.facets.map((facet) => facet.score),
              naive.domains.get(domain.domain),
            )
          expect(card.priorities.map((entry) => entry.component)).toEqual(naive.priorities)
        }),
        { numRuns: 300 },
      )
    })

    test(`the order of the rows never matters, ${name}`, () => {
      fc.assert(
        fc.property(
          arbitraryAnswers(given, 6).chain((answers) =>
            fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers.rows, { minLength: answers.rows.length })),
          ),
          ([answers, rows]) => {
            expect(cardOf(given, { ...answers, rows })).toEqual(cardOf(given, answers))
          },
        ),
      )
    })

    test(`scores stay on the scale, ${name}`, () => {
      const top = (given.facets[0]?.levels.length ?? 1) - 1
      fc.assert(
        fc.property(arbitraryAnswers(given, 10), (answers) => {
          for (const facet of cardOf(given, answers).components.flatMap((component) => component.facets)) {
            for (const figure of [facet.score, facet.lowerBound, facet.gap, facet.level]) {
              if (figure !== undefined) expect(figure >= 0 && figure <= top).toBe(true)
            }
          }
        }),
      )
    })
  }

  test('renaming respondents changes nothing', () => {
    fc.assert(
      fc.property(arbitraryAnswers(pack, 6), (answers) => {
        const rows = answers.rows.map((row) => ({ ...row, respondent: `person ${row.respondent} of this town` }))
        expect(cardOf(pack, { ...answers, rows })).toEqual(cardOf(pack, answers))
      }),
    )
  })

  test('renaming components in the same order changes names and no number', () => {
    const renamed: EnginePack = JSON.parse(JSON.stringify(pack).replaceAll(/"([a-e])"/g, '"x-$1"'))
    fc.assert(
      fc.property(arbitraryAnswers(pack, 6), (answers) => {
        const rows = answers.rows.map((row) => ({ ...row, component: `x-${row.component}` }))
        const given = { ...answers, rows, needs: answers.needs.map((id) => `x-${id}`), agreed: {} }
        const there = cardOf(renamed, given)
        const here = cardOf(pack, { ...answers, agreed: {} })
        expect(there.components.map(({ weight, gap, composite }) => [weight, gap, composite])).toEqual(
          here.components.map(({ weight, gap, composite }) => [weight, gap, composite]),
        )
        expect(there.priorities.map((entry) => entry.value)).toEqual(here.priorities.map((entry) => entry.value))
      }),
    )
  })

  test('the language of the texts and of the plan changes no number', () => {
    const french: EnginePack = {
      ...pack,
      languages: ['fr', 'en'],
      components: pack.components.map((component) => ({ ...component, name: { en: 'x', fr: 'É' } })),
    }
    fc.assert(
      fc.property(arbitraryAnswers(pack, 6), (answers) => {
        expect(cardOf(french, answers)).toEqual(cardOf(pack, answers))
      }),
    )
  })

  test('the profile changes lists and weights, never a score', () => {
    fc.assert(
      fc.property(arbitraryAnswers(pack, 4), fc.integer({ min: 1, max: 5 }), (answers, priorities) => {
        const plain = planBasis(pack, {}, { answeredComponents: [] })
        const card = reportCard({ pack, release: 'r', answers, basis: plain })
        const other = reportCard({
          pack,
          release: 'r',
          answers,
          basis: { ...plain, priorities, jurisdiction: 'on', form: 'short' },
        })
        const figures = (from: typeof card) =>
          from.components.map(({ composite, gap, facets }) => [composite, gap, facets.map((facet) => facet.score)])
        expect(figures(other)).toEqual(figures(card))
      }),
    )
  })

  test('strengths have the highest composite from half of the scale on, gaps go by size, and nothing is both', () => {
    const said = {
      rows: rowsFor({ a: [4, 4], b: [2, 2], c: [1, 2], d: [3, 3], e: [3, 3] }),
      profile: {},
      needs: [],
      agreed: {},
    }
    const card = cardOf(pack, said)
    expect(card.strengths).toEqual(['a'])
    expect(card.largestGaps).toEqual(['c', 'b', 'd', 'e'])
    expect(card.totals).toEqual({ level: 10, na: 0, dk: 0, blank: 0 })
  })

  test('an empty round has no figure at all', () => {
    const card = cardOf(pack, { rows: [], profile: {}, needs: [], agreed: {} })
    expect(card).toMatchObject({ respondents: 0, priorities: [], findOut: [], findings: [], strengths: [] })
    expect(card.domains.every((domain) => domain.facets.every((facet) => !facet.published))).toBe(true)
  })
})

/** One person who wants the top level everywhere. */
function rowsFor(levels: Record<string, [number, number]>): AnswerSet['rows'] {
  return Object.entries(levels).flatMap(([component, [practice, knowledge]]) => [
    { respondent: '1', component, facet: 'practice', given: { kind: 'level', level: practice }, wanted: 4 },
    { respondent: '1', component, facet: 'knowledge', given: { kind: 'level', level: knowledge } },
  ])
}

function closeTo(found: (number | undefined)[], expected: (number | undefined)[] | undefined) {
  const round = (x: number | undefined) => (x === undefined ? 'none' : Math.round(x * 1e9) / 1e9)
  expect(found.map(round)).toEqual(expected?.map(round))
}
