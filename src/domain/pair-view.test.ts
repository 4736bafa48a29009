import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, type Said, type SaidAbout } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import type { AnswerSet } from './answers.ts'
import { communityView } from './community-view.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const pack = aPack({ components: ['a', { id: 'b', enables: ['a'] }, 'c'] })
const basis = planBasis(pack, {}, { answeredComponents: [] })

function cardOf(said: Record<string, SaidAbout>, rest: Partial<AnswerSet> = {}) {
  return reportCard({ pack, release: 'r', answers: answersOf(said, rest), basis })
}

const two = (first: Said, second: Said, wanted = [3, 4]) => ({
  practice: [first, second],
  knowledge: [first, second],
  wanted,
  importance: [1, 3],
})

describe('figures of two people', () => {
  test('are withheld until both agree, and the order of priorities stays', () => {
    const full = cardOf({ a: two(1, 2), b: two(0, 3) })
    const card = communityView(full)
    expect(card.withheld).toEqual(['a', 'b'])
    for (const { facets, ...component } of card.components.slice(0, 2)) {
      expect(component).toMatchObject({ weight: 0, terms: { importance: 0 } })
      for (const name of ['composite', 'importance', 'gap', 'priority']) expect(component).not.toHaveProperty(name)
      for (const facet of facets) {
        expect(facet).toMatchObject({ status: 'withheld', n: 2, counts: [] })
        for (const name of ['score', 'planScore', 'level', 'wanted', 'gap', 'lowerBound', 'band'])
          expect(facet).not.toHaveProperty(name)
      }
    }
    expect(card.domains[0]?.facets[0]).toMatchObject({ withheld: true, published: true })
    expect(card.domains[0]).not.toHaveProperty('lowest')
    expect(card.domains[0]?.facets[0]).not.toHaveProperty('score')
    expect(card.findings.some((finding) => finding.kind === 'different-views')).toBe(false)
    expect(card.strengths).toEqual([])
    expect(card.priorities.map(({ component }) => component)).toEqual(full.priorities.map(({ component }) => component))
    for (const entry of card.priorities) expect(entry).not.toHaveProperty('gap')
  })

  test('are shown to one decimal once both agreed', () => {
    const card = communityView(cardOf({ a: two(1, 2) }), { pairAgreed: true })
    expect(card.withheld).toBeUndefined()
    expect(card.components[0]?.facets[0]).toMatchObject({ status: 'scored', score: 1.5, counts: [] })
  })

  test('a level agreed at validation is their joint answer and stays', () => {
    const card = communityView(cardOf({ a: two(1, 3) }, { agreed: { a: { practice: 2 } } }))
    const [practice, knowledge] = card.components[0]?.facets ?? []
    expect(practice).toMatchObject({ status: 'scored', planScore: 2, level: 2, agreed: 2 })
    expect(practice).not.toHaveProperty('score')
    expect(knowledge?.status).toBe('withheld')
  })

  test('one level beside one “don’t know” is withheld too: the one who did not know would read the other’s answer', () => {
    const card = communityView(cardOf({ a: two(1, 'dk') }))
    expect(card.components[0]?.facets[0]).toMatchObject({ status: 'withheld', doNotKnow: false, oneVoice: false })
  })

  test('one person’s own answers are shown', () => {
    const card = communityView(cardOf({ a: { practice: [1], knowledge: [2], wanted: [3] } }))
    expect(card.withheld).toBeUndefined()
    expect(card.components[0]?.facets[0]?.score).toBe(1)
  })

  test('among three people a pair is withheld, and with it every mean that would tell it beside the other components', () => {
    const three = { practice: [1, 2, 3], knowledge: [1, 1, 1], wanted: [3, 3, 3] }
    const card = communityView(cardOf({ a: { ...three, practice: [1, 2, 'dk'] }, b: three, c: three }))
    expect(card.withheld).toEqual(['a'])
    expect(card.components[0]?.facets.map(({ status }) => status)).toEqual(['withheld', 'scored'])
    expect(card.components[0]?.facets[1]).toMatchObject({ wanted: 3, gap: 2 })
    const [domain] = card.domains
    expect(domain?.facets[0]).toMatchObject({ withheld: true })
    expect(domain?.facets[0]).not.toHaveProperty('score')
    expect(domain?.facets[1]?.score).toBe(1)
    for (const name of ['lowest', 'composite', 'gap']) expect(domain).not.toHaveProperty(name)
  })

  test('whatever two of three people answered to one component, the card of a community shows the same', () => {
    const three = { practice: [1, 2, 3], knowledge: [1, 1, 1], wanted: [3, 3, 3] }
    const seen = (first: number, second: number) => {
      const { priorities: _, ...card } = communityView(
        cardOf({ a: { ...three, practice: [first, second, 'dk'] }, b: three, c: three }),
      )
      return JSON.stringify(card)
    }
    const all = Array.from({ length: 25 }, (_, index) => seen(Math.floor(index / 5), index % 5))
    expect(new Set(all).size).toBe(1)
  })

  test('one voice is still said of the facet that shows, whatever is withheld of the other', () => {
    const card = communityView(
      cardOf({
        a: { practice: [1, 'dk', 'dk'], knowledge: [1, 2, 'dk'] },
        b: { practice: [1, 1, 1], knowledge: [1, 1, 1] },
      }),
    )
    expect(card.components[0]?.facets.map(({ status }) => status)).toEqual(['scored', 'withheld'])
    expect(card.findings).toContainEqual({ kind: 'one-voice', components: ['a'] })
  })

  test('that many do not know is still said where more than two people spoke', () => {
    const said = { practice: [1, 2, 'dk', 'dk'], knowledge: [1, 1, 1, 1] } as const
    const card = communityView(cardOf({ a: { practice: [...said.practice], knowledge: [...said.knowledge] } }))
    expect(card.findings).toContainEqual({ kind: 'do-not-know', component: 'a', facet: 'practice' })
    expect(card.components[0]?.facets[0]).toMatchObject({ status: 'withheld', doNotKnow: true })
  })

  test('whatever the second person answers, the first one reads the same figures', () => {
    const level = fc.integer({ min: 0, max: 4 })
    const answers = fc.tuple(level, level, level, level, fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(answers, answers, answers, (mine, theirs, others) => {
        const seen = ([practice, knowledge, more, wanted, importance]: typeof mine) =>
          communityView(
            cardOf({
              a: {
                practice: [mine[0], practice],
                knowledge: [mine[1], knowledge],
                wanted: [mine[3], wanted],
                importance: [mine[4], importance],
              },
              b: { practice: [mine[2], more], knowledge: [mine[2], 'dk'] },
            }),
          )
        const figures = (card: ReturnType<typeof seen>) => ({
          components: card.components.map(({ gapStatus: _, ...component }) => component),
          domains: card.domains,
          strengths: card.strengths,
          largestGaps: card.largestGaps,
        })
        expect(figures(seen(theirs))).toEqual(figures(seen(others)))
      }),
    )
  })
})
