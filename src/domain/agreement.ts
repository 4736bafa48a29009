import type { Agreement, DomainAgreement } from './report-card-types.ts'
import type { Scale } from './scale.ts'
import type { CellTally } from './tally.ts'
import type { Trace } from './trace.ts'

/**
 * How far the people who gave a level agree (Method 4.4): average deviation about the mean (Burke, Finkelstein and Dusig 1999),
 * with the band it falls in, and r_wg (James, Demaree and Wolf 1984) for analysts.
 *
 * Everything is computed on whole numbers and divided once, so a value on a cut-off compares as equal, whatever the sum was.
 * @param counts numeric answers by level, index = level
 * @returns undefined when fewer than two people gave a level
 */
export function agreementOf(counts: readonly number[], scale: Scale): Agreement | undefined {
  const { n, sum, squares } = moments(counts)
  if (n < 2) return undefined
  // n x n x AD = sum of |n x - sum|, a whole number.
  const deviations = counts.reduce((total, count, level) => total + count * Math.abs(n * level - sum), 0)
  const ad = deviations / (n * n)
  const variance = varianceOf(n, sum, squares)
  const rwg = 1 - variance / scale.nullVariance
  const min = counts.findIndex((count) => count > 0)
  const max = counts.findLastIndex((count) => count > 0)
  return {
    mean: sum / n,
    ad,
    variance,
    rwg: Math.max(0, rwg),
    rwgBelowZero: rwg < 0,
    min,
    max,
    band: bandOf(ad, max - min, scale),
    split: isSplit(counts, scale),
  }
}

/** The numbers behind an agreement: counts by level, cut-offs, and the band they lead to. */
export function agreementTrace(counts: readonly number[], agreement: Agreement, scale: Scale): Trace {
  const { mean, ad, variance, rwg, min, max, split } = agreement
  return {
    rule: '4.4 agreement',
    from: {
      counts: [...counts],
      mean,
      ad,
      alike: scale.alike,
      cutoff: scale.adCutoff,
      range: max - min,
      wideRange: scale.wideRange,
      split,
      variance,
      nullVariance: scale.nullVariance,
      rwg,
    },
    value: agreement.band,
  }
}

function bandOf(ad: number, range: number, scale: Scale): Agreement['band'] {
  if (ad > scale.adCutoff || range >= scale.wideRange) return 'different'
  return ad > scale.alike ? 'some-spread' : 'alike'
}

/** At least two people in the lower quarter of the scale and at least two in the upper. */
function isSplit(counts: readonly number[], scale: Scale): boolean {
  const people = (from: number, to: number) => counts.slice(from, to + 1).reduce((total, count) => total + count, 0)
  return people(0, scale.splitLow) >= 2 && people(scale.splitHigh, scale.top) >= 2
}

function moments(counts: readonly number[]) {
  let n = 0
  let sum = 0
  let squares = 0
  counts.forEach((count, level) => {
    n += count
    sum += count * level
    squares += count * level * level
  })
  return { n, sum, squares }
}

/** With n - 1, from whole sums. */
function varianceOf(n: number, sum: number, squares: number): number {
  return (n * squares - sum * sum) / (n * (n - 1))
}

/**
 * r_wg(J) over several components (Method 4.4): J (1 - q) / (J (1 - q) + q), with q = mean item variance / null variance.
 * @param items J, from 1 on
 * @param meanVariance m, in squared levels
 * @returns the figure in [0, 1]; when q is above 1 it is 0 and flagged
 */
export function rwgOfItems(items: number, meanVariance: number, scale: Scale): { rwgJ: number; belowZero: boolean } {
  const q = meanVariance / scale.nullVariance
  if (q > 1) return { rwgJ: 0, belowZero: true }
  return { rwgJ: (items * (1 - q)) / (items * (1 - q) + q), belowZero: false }
}

/**
 * Agreement over the scored components of a domain, from the people who gave every one of them a level.
 * @returns undefined with fewer than two such people or no component
 */
export function domainAgreement(
  cells: readonly CellTally[],
  respondents: number,
  scale: Scale,
): DomainAgreement | undefined {
  if (cells.length === 0) return undefined
  const complete: number[] = []
  for (let person = 0; person < respondents; person++) {
    if (cells.every((cell) => cell.levels[person] !== undefined)) complete.push(person)
  }
  if (complete.length < 2) return undefined
  const variances = cells.map((cell) => {
    const levels = complete.map((person) => cell.levels[person] ?? 0)
    const sum = levels.reduce((total, level) => total + level, 0)
    const squares = levels.reduce((total, level) => total + level * level, 0)
    return varianceOf(levels.length, sum, squares)
  })
  const meanVariance = variances.reduce((total, variance) => total + variance, 0) / variances.length
  return {
    items: cells.length,
    respondents: complete.length,
    meanVariance,
    ...rwgOfItems(cells.length, meanVariance, scale),
  }
}
