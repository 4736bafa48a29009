import type { EnginePack } from './engine-pack.ts'

/** A pack's scale and every constant of the method that depends on it. All in level units unless said otherwise. Method 4.1 holds the table. */
export type Scale = {
  /** A: how many levels there are to choose from. */
  options: number
  /** Highest level, A - 1; the lowest is 0. */
  top: number
  /** Average deviation up to which people see it alike. 0.5 on five levels. */
  alike: number
  /** Average deviation up to which there is only some spread: A / 6, the practical cut-off of Burke and Dunlap (2002). */
  adCutoff: number
  /** Highest minus lowest answer from which views differ, whatever the average deviation. 3 on five levels. */
  wideRange: number
  /** An answer at or below this is low, for the split flag. */
  splitLow: number
  /** An answer at or above this is high, for the split flag. */
  splitHigh: number
  /** Variance if everybody chose a level at random: (A^2 - 1) / 12, in squared levels (James, Demaree and Wolf 1984). */
  nullVariance: number
  /** Default wanted level of the facets after the first is never above this. 3 on five levels. */
  knowledgeCap: number
  /** A legal duty counts while the first facet is below this. 2 on five levels. */
  dutyThreshold: number
  /** A strength has a composite at or above this: half of the scale. */
  strengthThreshold: number
  /** A wanted level more than this above today's raises "is this realistic?". 2 on five levels. */
  realisticStep: number
  /** Distance between score and lower bound from which "could be as low as" is said. 0.5 on five levels. */
  lowerBoundStep: number
  /** Smallest measured change that can be called a gain or a drop. 0.25 on five levels. */
  minimumChange: number
  /** Provisional spread between respondents of a domain score. 0.80 on five levels. */
  provisionalSd: number
  /** Provisional spread within a community. 0.65 on five levels. */
  provisionalSdWithin: number
}

/**
 * Works out the scale of a pack of `options` levels.
 * @param options number of levels, a whole number from 2 on
 * @throws RangeError when there are fewer than two levels
 */
export function scaleOfOptions(options: number): Scale {
  if (!Number.isInteger(options) || options < 2)
    throw new RangeError(`a scale needs two levels or more, not ${options}`)
  const top = options - 1
  return {
    options,
    top,
    alike: top / 8,
    adCutoff: options / 6,
    // On two levels the two ends are a single step apart, so the range alone says nothing there.
    wideRange: Math.max(2, top - 1),
    splitLow: Math.floor(top / 4),
    splitHigh: top - Math.floor(top / 4),
    nullVariance: (options * options - 1) / 12,
    knowledgeCap: top - 1,
    dutyThreshold: top / 2,
    strengthThreshold: top / 2,
    realisticStep: top / 2,
    lowerBoundStep: top / 8,
    minimumChange: top / 16,
    provisionalSd: top / 5,
    provisionalSdWithin: (top * 13) / 80,
  }
}

/**
 * The scale of a pack; all its facets share one number of levels.
 * @throws RangeError when the facets have different numbers of levels, or fewer than two
 */
export function scaleOf(pack: Pick<EnginePack, 'facets'>): Scale {
  const options = pack.facets[0]?.levels.length ?? 0
  if (pack.facets.some((facet) => facet.levels.length !== options)) {
    throw new RangeError('all facets of a pack have the same number of levels')
  }
  return scaleOfOptions(options)
}

/** Method 4.1: the level whose words describe a mean, min(top, floor(S + 0.5)). */
export function levelOfScore(score: number, scale: Scale): number {
  return Math.min(scale.top, Math.floor(score + 0.5))
}
