import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf, domainAgreement, rwgOfItems } from './agreement.ts'
import { scaleOfOptions } from './scale.ts'

const scale = scaleOfOptions(5)
const counts = (levels: number[], options = 5) =>
  Array.from({ length: options }, (_, level) => levels.filter((one) => one === level).length)
const agree = (...levels: number[]) => agreementOf(counts(levels), scale)

describe('agreement between respondents', () => {
  test.each([
    { levels: [2, 3], mean: 2.5, variance: 0.5, rwg: 0.75, ad: 0.5, band: 'alike', split: false },
    { levels: [1, 2, 2], mean: 5 / 3, variance: 1 / 3, rwg: 5 / 6, ad: 4 / 9, band: 'alike', split: false },
    { levels: [1, 2, 3], mean: 2, variance: 1, rwg: 0.5, ad: 2 / 3, band: 'some-spread', split: false },
    { levels: [1, 1, 3], mean: 5 / 3, variance: 4 / 3, rwg: 1 / 3, ad: 8 / 9, band: 'different', split: false },
    { levels: [0, 1, 3, 3], mean: 1.75, variance: 2.25, rwg: 0, ad: 1.25, band: 'different', split: true },
    { levels: [2, 2, 3, 3, 3], mean: 2.6, variance: 0.3, rwg: 0.85, ad: 0.48, band: 'alike', split: false },
  ])('$levels: the worked table', ({ levels, band, split, ...figures }) => {
    const result = agree(...levels)
    expect(result).toMatchObject({ band, split })
    for (const [name, value] of Object.entries(figures)) {
      if (name !== 'levels') expect(result?.[name as 'ad']).toBeCloseTo(value, 12)
    }
    expect(result?.rwgBelowZero).toBe(levels.join() === '0,1,3,3')
  })

  // R package multilevel, data `cohesion`, item COH01 by UNIT and PLATOON; its scale is 1 to 5.
  test.each([
    { levels: [4, 3, 2], rwg: 0.5, ad: 2 / 3 },
    { levels: [3, 4, 3], rwg: 0.8333333, ad: 4 / 9 },
    { levels: [3, 3], rwg: 1, ad: 0 },
    { levels: [3, 2, 1], rwg: 0.5, ad: 2 / 3 },
  ])('$levels: the reference values of r_wg and AD', ({ levels, rwg, ad }) => {
    const result = agree(...levels.map((level) => level - 1))
    expect(result?.rwg).toBeCloseTo(rwg, 6)
    expect(result?.ad).toBeCloseTo(ad, 12)
  })

  test('one person has no agreement', () => {
    expect(agree(2)).toBeUndefined()
    expect(agree()).toBeUndefined()
  })

  test('an average deviation exactly on a cut-off stays in the lower band, whatever the binary noise', () => {
    // 1 and 2 said by any equal number of people: exactly 0.5.
    for (let people = 1; people <= 40; people++) {
      const same = new Array<number>(people).fill(1).concat(new Array<number>(people).fill(2))
      expect(agree(...same)?.band).toBe('alike')
    }
    // Twelve people, ten of them one level from the mean: exactly 5/6.
    const onTheCutOff = agree(0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2)
    expect(onTheCutOff).toMatchObject({ ad: 5 / 6, band: 'some-spread' })
  })

  test('one person three levels away makes views different even when most agree', () => {
    const result = agree(1, 1, 1, 1, 1, 1, 1, 1, 1, 4)
    expect(result?.ad).toBeLessThan(scale.adCutoff)
    expect(result?.band).toBe('different')
  })

  test('equal answers give an average deviation of 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 2, max: 60 }), (level, people) => {
        const result = agree(...new Array<number>(people).fill(level))
        expect(result).toMatchObject({ ad: 0, variance: 0, rwg: 1, band: 'alike', split: false })
      }),
    )
  })

  test('turning the scale around changes neither spread nor band', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 12 }), (levels) => {
        const turned = agree(...levels.map((level) => 4 - level))
        const result = agree(...levels)
        expect(turned?.ad).toBe(result?.ad)
        expect(turned?.band).toBe(result?.band)
        expect(turned?.split).toBe(result?.split)
      }),
    )
  })

  test('four levels use their own cut-offs', () => {
    const four = scaleOfOptions(4)
    expect(agreementOf(counts([1, 2], 4), four)?.band).toBe('some-spread')
    expect(agreementOf(counts([0, 2], 4), four)?.band).toBe('different')
    expect(agreementOf(counts([1, 1, 1, 1, 2], 4), four)?.band).toBe('alike')
    expect(agreementOf(counts([0, 0, 3, 3], 4), four)?.split).toBe(true)
    expect(agreementOf(counts([1, 1, 3, 3], 4), four)?.split).toBe(false)
  })
})

describe('agreement over several components', () => {
  // R package multilevel, data `cohesion`, COH01 to COH05: mean item variances recovered from the published figures.
  test.each([
    { meanVariance: 16 / 15, rwgJ: 0.8139535 },
    { meanVariance: 0.6, rwgJ: 0.9210526 },
    { meanVariance: 2 / 3, rwgJ: 0.9090909 },
  ])('r_wg(5) with mean variance $meanVariance is $rwgJ', ({ meanVariance, rwgJ }) => {
    expect(rwgOfItems(5, meanVariance, scale).rwgJ).toBeCloseTo(rwgJ, 6)
  })

  test('more spread than chance gives 0 and says so', () => {
    expect(rwgOfItems(5, 2.4, scale)).toEqual({ rwgJ: 0, belowZero: true })
  })

  test('only people who gave every component a level count', () => {
    const cell = (levels: (number | undefined)[]) => ({ counts: [], sum: 0, n: 0, nNA: 0, nDK: 0, levels })
    const result = domainAgreement([cell([1, 2, undefined, 3]), cell([1, 3, 4, 3])], 4, scale)
    expect(result).toMatchObject({ items: 2, respondents: 3, belowZero: false })
    expect(result?.meanVariance).toBeCloseTo((1 + 4 / 3) / 2, 12)
    expect(domainAgreement([cell([1, undefined]), cell([undefined, 1])], 2, scale)).toBeUndefined()
  })
})
