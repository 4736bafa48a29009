import { agreementOf, agreementTrace } from './agreement.ts'
import type { FacetResult, FacetStatus } from './report-card-types.ts'
import { levelOfScore, type Scale } from './scale.ts'
import type { CellTally } from './tally.ts'
import type { Trace } from './trace.ts'

/** Share of "don't know" from which nobody can say where the community stands (Method 4.2). */
const doNotKnowFrom = 0.5

type Answered = Pick<CellTally, 'n' | 'nNA' | 'nDK'>

/**
 * Method 4.2: out of scope when more than half of the answers say "does not apply". Blanks are not counted.
 * At exactly half it stays in, and someone should check.
 */
export function scopeOf({ n, nNA, nDK }: Answered): { scope: 'in' | 'out'; checkScope: boolean } {
  const all = n + nNA + nDK
  return { scope: 2 * nNA > all ? 'out' : 'in', checkScope: nNA > 0 && 2 * nNA === all }
}

/** The numbers behind whether a component applies: the answers counted, and what they decide. */
export function scopeTrace({ n, nNA, nDK }: Answered): Trace {
  const { scope, checkScope } = scopeOf({ n, nNA, nDK })
  return { rule: '4.2 scope', from: { n, nNA, nDK, checkScope }, value: scope }
}

/**
 * One facet of one component (Method 4.2 and 4.4), without wanted level and gap.
 * Score = mean of the numeric answers, everyone counting the same; "don't know" and "does not apply" never enter it. No numeric
 * answer gives a status and no score.
 * @param given.inScope whether the component applies, as its first facet decides
 * @param given.agreed level agreed at validation; planning uses it in place of the score
 */
export function scoreFacet(
  facet: string,
  cell: CellTally,
  given: { inScope: boolean; agreed?: number | undefined },
  scale: Scale,
): FacetResult {
  const { n, nNA, nDK, counts, sum } = cell
  const status = statusOf(cell, given.inScope)
  const scored = status === 'scored'
  const score = sum / n
  const result: FacetResult = {
    facet,
    status,
    n,
    nNA,
    nDK,
    counts,
    showLowerBound: false,
    doNotKnow: false,
    oneVoice: scored && n === 1,
    trace: {
      score: {
        rule: scored ? '4.2 mean' : '4.2 status',
        from: { counts, sum, n, nNA, nDK },
        value: scored ? score : status,
      },
    },
  }
  if (scored) result.score = score
  if (status === 'out-of-scope') return result
  addPlanScore(result, given.agreed, scale)
  if (n + nDK > 0) addDontKnow(result, cell, scale)
  const agreement = scored ? agreementOf(counts, scale) : undefined
  if (agreement) {
    result.agreement = agreement
    result.band = agreement.band
    result.trace.agreement = agreementTrace(counts, agreement, scale)
  }
  return result
}

function statusOf(cell: CellTally, inScope: boolean): FacetStatus {
  // A "does not apply" on a later facet counts for that facet alone (Method 4.2).
  if (!inScope || scopeOf(cell).scope === 'out') return 'out-of-scope'
  if (cell.n > 0) return 'scored'
  return cell.nDK > 0 ? 'unknown' : 'unanswered'
}

/** Planning uses the agreed level if there is one; change over time never does, or gains would mix with negotiation. */
function addPlanScore(result: FacetResult, agreed: number | undefined, scale: Scale) {
  const planScore = agreed ?? result.score
  if (planScore === undefined) return
  if (agreed !== undefined) {
    result.agreed = agreed
    result.trace.planScore = { rule: '4.2 agreed level', from: { score: result.score ?? null, agreed }, value: agreed }
  }
  const level = levelOfScore(planScore, scale)
  result.planScore = planScore
  result.level = level
  result.trace.level = { rule: '4.1 level', from: { planScore, top: scale.top }, value: level }
}

function addDontKnow(result: FacetResult, { n, nDK, sum }: CellTally, scale: Scale) {
  const dkRate = nDK / (n + nDK)
  result.dkRate = dkRate
  result.doNotKnow = dkRate >= doNotKnowFrom
  result.trace.dontKnow = { rule: '4.2 dont know rate', from: { n, nDK, threshold: doNotKnowFrom }, value: dkRate }
  if (n === 0) return
  const lowerBound = sum / (n + nDK)
  result.lowerBound = lowerBound
  // S - L = sum x nDK / (n (n + nDK)): one division, so that a distance on the limit is not lost to binary noise.
  result.showLowerBound = nDK > 0 && (sum * nDK) / (n * (n + nDK)) >= scale.lowerBoundStep
  result.trace.lowerBound = {
    rule: '4.2 lower bound',
    from: { sum, n, nDK, step: scale.lowerBoundStep },
    value: lowerBound,
  }
}

/** Mean over all facets, only when every facet has a figure (Method 4.2): equal weights are a deliberate default. */
export function meanOfAll(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0
  for (const value of values) {
    if (value === undefined) return undefined
    sum += value
  }
  return values.length > 0 ? sum / values.length : undefined
}
