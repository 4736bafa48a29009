import { describe, expect, test } from 'vitest'
import { aPack } from '../../test/builders/pack.ts'
import type { ProfileQuestion, ProfileSets } from '../content/schema.ts'
import { askedComponents, planBasis } from './plan-basis.ts'

const text = { en: 'x', fr: 'x' }

function question(id: string, options: Record<string, ProfileSets>, several = false): ProfileQuestion {
  return {
    id,
    label: text,
    why: text,
    selfCheck: true,
    several,
    options: Object.entries(options).map(([option, sets]) => ({ id: option, label: text, sets })),
  }
}

const pack = aPack({
  variants: ['municipal', 'indigenous-government'],
  components: [{ id: 'a' }, { id: 'b', core: false }],
  profile: [
    question('staffFte', {
      small: { form: 'short', hours: 12, items: 5, priorities: 3 },
      big: { form: 'full', hours: 40, items: 10, priorities: 6 },
    }),
    question(
      'communityType',
      { municipality: {}, nation: { variant: 'indigenous-government' }, town: { variant: 'municipal' } },
      true,
    ),
    question('wording', { municipal: { variant: 'municipal' } }),
    question('jurisdiction', { on: {}, qc: {} }),
    question('officeLink', { satellite: { offline: true, textOnly: true }, fibre: {} }),
    question('workingLanguages', { en: { languages: ['en'] }, fr: { languages: ['fr'] }, other: {} }, true),
  ],
})
const none = { answeredComponents: ['a', 'b'] }

describe('what the profile changes in a plan', () => {
  test('without a profile: 20 hours in 12 weeks, the first wording, every language', () => {
    expect(planBasis(pack, {}, none)).toEqual({
      form: 'full',
      variant: 'municipal',
      hours: 20,
      weeks: 12,
      maxItems: 6,
      priorities: 4,
      languages: ['en', 'fr'],
      offlineOnly: false,
      textOnly: false,
      communityTypes: [],
    })
  })

  test('without a profile the form is what was answered', () => {
    expect(planBasis(pack, {}, { answeredComponents: ['a'] }).form).toBe('short')
    expect(planBasis(pack, {}, { answeredComponents: ['a', 'b'] }).form).toBe('full')
    expect(planBasis(pack, {}, { answeredComponents: [] }).form).toBe('full')
    const allCore = aPack({ components: ['a'] })
    expect(planBasis(allCore, {}, { answeredComponents: ['a'] }).form).toBe('full')
  })

  test('the size of the staff sets form, hours, items and priorities', () => {
    expect(planBasis(pack, { staffFte: 'small' }, none)).toMatchObject({
      form: 'short',
      hours: 12,
      maxItems: 5,
      priorities: 3,
    })
  })

  test('hours and weeks asked for go before the profile, in quarter hours', () => {
    expect(planBasis(pack, { staffFte: 'big' }, { ...none, hours: 10.4, weeks: 6 })).toMatchObject({
      hours: 10.25,
      weeks: 6,
    })
    expect(() => planBasis(pack, {}, { ...none, hours: -1 })).toThrow(RangeError)
    expect(() => planBasis(pack, {}, { ...none, hours: Number.NaN })).toThrow(RangeError)
    expect(() => planBasis(pack, {}, { ...none, weeks: 0.5 })).toThrow(RangeError)
  })

  test('other hours than the profile’s bring the number of items that goes with them', () => {
    const items = (profile: Record<string, string>, hours?: number) =>
      planBasis(pack, profile, hours === undefined ? none : { ...none, hours }).maxItems
    expect(items({ staffFte: 'small' })).toBe(5)
    expect(items({ staffFte: 'small' }, 12)).toBe(5)
    expect(items({ staffFte: 'small' }, 60)).toBe(10)
    expect(items({ staffFte: 'big' }, 39)).toBe(5)
    expect(items({ staffFte: 'big' }, 4)).toBe(5)
    expect(items({}, 20)).toBe(6)
    expect(planBasis(aPack({ components: ['a'] }), {}, { ...none, hours: 60 }).maxItems).toBe(6)
  })

  test('an Indigenous government has its own wording, and a later question may choose otherwise', () => {
    const variant = (profile: Record<string, string | string[]>) => planBasis(pack, profile, none).variant
    expect(variant({ communityType: ['municipality', 'nation'] })).toBe('indigenous-government')
    expect(variant({ communityType: ['town', 'nation'] })).toBe('municipal')
    expect(variant({ communityType: ['nation'], wording: 'municipal' })).toBe('municipal')
  })

  test('a poor connection keeps to offline items and a text-only version', () => {
    expect(planBasis(pack, { officeLink: 'satellite' }, none)).toMatchObject({ offlineOnly: true, textOnly: true })
    expect(planBasis(pack, { officeLink: 'fibre' }, none)).toMatchObject({ offlineOnly: false, textOnly: false })
  })

  test('working languages add up, and one without items falls back to all', () => {
    expect(planBasis(pack, { workingLanguages: ['fr'] }, none).languages).toEqual(['fr'])
    expect(planBasis(pack, { workingLanguages: ['en', 'fr'] }, none).languages).toEqual(['en', 'fr'])
    expect(planBasis(pack, { workingLanguages: ['other'] }, none).languages).toEqual(['en', 'fr'])
  })

  test('jurisdiction and kinds of community go along for the duties', () => {
    const basis = planBasis(pack, { jurisdiction: 'qc', communityType: ['municipality'] }, none)
    expect(basis).toMatchObject({ jurisdiction: 'qc', communityTypes: ['municipality'] })
  })

  test('a component with an empty level was asked', () => {
    const row = { respondent: '1', facet: 'practice', given: { kind: 'blank' } } as const
    expect(
      askedComponents({
        rows: [
          { ...row, component: 'b' },
          { ...row, component: 'a' },
          { ...row, component: 'b' },
        ],
      }),
    ).toEqual(['b', 'a'])
  })
})
