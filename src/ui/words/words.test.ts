import { beforeAll, describe, expect, test } from 'vitest'
import { type ADocumentSet, aDocumentSet } from '../../../test/builders/document-set.ts'
import { draftPlan } from '../../domain/action-plan.ts'
import type { Given } from '../../domain/answers.ts'
import { planBasis } from '../../domain/plan-basis.ts'
import { reportCard } from '../../domain/report-card.ts'
import { findingGroups, findOutGroups } from './findings.ts'
import { firstStepWords, stepInWords } from './first-steps.ts'
import { projectedTable, projections, twoByTwoTable } from './pathway-tables.ts'
import { pathwayWords, reasonInWords } from './pathways.ts'
import { priorityWords } from './priorities.ts'
import { resultWords } from './results.ts'
import { risksInWords, riskWords } from './risks.ts'

let set: ADocumentSet

beforeAll(async () => {
  set = await aDocumentSet({ people: 5 })
})

/** The same round after one answer to the first component was changed for everyone. */
function roundWith(facet: string, given: Given) {
  const { pack, answers } = set
  const first = pack.components[0]?.id
  const rows = answers.rows.map((row) => (row.component === first && row.facet === facet ? { ...row, given } : row))
  const basis = planBasis(pack, {}, { answeredComponents: [] })
  const card = reportCard({ pack, release: 'r', answers: { ...answers, rows }, basis })
  return { pack, card, plan: draftPlan({ pack, card, basis }) }
}

describe('what to find out', () => {
  test('nobody knows, and “does not apply” to one facet alone, are two different questions', () => {
    const { pack } = set
    const unknown = roundWith('knowledge', { kind: 'dk' })
    const part = roundWith('knowledge', { kind: 'na', reason: 'no staff' })
    const of = ({ card }: typeof part) => findOutGroups(card, pack, 'en')
    expect(of(unknown)).toHaveLength(1)
    expect(of(unknown)[0]?.text).toContain('Part of it is not known yet')
    expect(of(part).at(-1)?.text).toContain('does not apply here')
    const first = pack.components[0]?.name.en
    expect(of(part).at(-1)?.components[0]?.name).toBe(`${first} (knowledge)`)
    const step = { kind: 'find-out', component: pack.components[0]?.id ?? '' } as const
    expect(stepInWords(step, { ...part, language: 'en' }).lead).toBe(
      `Check whether knowledge really does not apply to “${first}”.`,
    )
    expect(stepInWords(step, { ...unknown, language: 'fr' }).lead).toMatch(/^Découvrez où vous en êtes/)
  })
})

describe('findings', () => {
  test('are grouped by kind, each component once with its facets', () => {
    const { card, pack } = set
    const split = { kind: 'different-views', component: 'data-inventory', split: true } as const
    const findings = [
      { ...split, facet: 'practice' },
      { ...split, facet: 'knowledge', split: false },
      { kind: 'goal-met', components: ['data-inventory'] } as const,
    ]
    const groups = findingGroups({ ...card, findings: structuredClone(findings) as never }, pack, 'en')
    expect(groups.map(({ kind, names }) => ({ kind, names }))).toEqual([
      {
        kind: 'different-views',
        names: ['Data inventory (practice and knowledge; two groups of answers, one low and one high)'],
      },
      { kind: 'goal-met', names: ['Data inventory'] },
    ])
  })
})

describe('risks', () => {
  test('a draft still to be reviewed is named by its components, never by a topic of one pack', () => {
    const { card, plan } = set
    const pack = structuredClone(set.pack)
    for (const component of pack.components) {
      component.review = component.id === 'open-data' ? 'draft-for-review' : 'reviewed'
    }
    const { risks } = risksInWords({ ...plan, risks: ['draft-for-review'] }, card, pack, 'en')
    const [risk] = risks
    expect(risk).toContain('Open data')
    expect(risk).not.toContain('Indigenous')
  })
})

describe('pathways', () => {
  test('a reason says its amount in hundredths where it has them, and never “0”', () => {
    const reason = { kind: 'closes', component: 'open-data', facet: 'practice', amount: 0.75 } as const
    const say = (amount: number) => reasonInWords({ ...reason, amount }, { pack: set.pack, language: 'en' })
    expect(say(0.75)).toBe('Closes 0.75 of the gap in Open data (practice).')
    expect(say(0.04)).toBe('Closes less than 0.1 of the gap in Open data (practice).')
  })

  test('the better pathway of a row has 100', () => {
    for (const [, ...figures] of twoByTwoTable({ plan: set.plan, language: 'en' }, ['A', 'B']).rows) {
      expect(figures).toContain('100')
    }
  })

  test('the projection starts from the figures that the card shows', () => {
    const { pack, plan, card, communityCard } = set
    const { rows } = projectedTable({ plan, card: communityCard, pack, language: 'en' }, projections(pack, card, plan))
    expect(rows).toHaveLength(12)
    const shown = communityCard.domains.flatMap(({ facets }) => facets.map(({ score }) => score?.toFixed(1)))
    expect(rows.map(([, today]) => today)).toEqual(shown)
    for (const [, today, ...after] of rows)
      for (const one of after) expect(Number(one)).toBeGreaterThanOrEqual(Number(today))
  })
})

describe('French', () => {
  test('has curved apostrophes and no-break spaces', () => {
    const said: string[] = []
    const collect = (value: unknown): void => {
      if (typeof value === 'string') said.push(value)
      if (typeof value === 'function') said.push(String(value('x', 'y', 'z')))
      if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner)
    }
    for (const words of [firstStepWords, pathwayWords, priorityWords, resultWords, riskWords]) collect(words.fr)
    expect(said.length).toBeGreaterThan(80)
    for (const text of said) expect(text).not.toMatch(/\p{L}'\p{L}| [:;?!»]|«[^\u00a0]/u)
  })
})
