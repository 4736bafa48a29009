import type { Component } from '../content/schema.ts'
import type { PlanBasis } from './action-plan-types.ts'
import type { AnswerSet } from './answers.ts'
import { domainResult, type ScoredComponent } from './domains.ts'
import { dutiesOf } from './duties.ts'
import type { EnginePack } from './engine-pack.ts'
import { findingsOf, largestGapsOf, strengthsOf } from './findings.ts'
import { addGaps, gapStatusOf, isUnrealistic } from './gaps.ts'
import { reachCounts } from './leverage.ts'
import { importanceWhenUnanswered, priorityWeights, rankPriorities, topImportance, weigh } from './priorities.ts'
import type { ComponentResult, ReportCard } from './report-card-types.ts'
import { type Scale, scaleOf } from './scale.ts'
import { meanOfAll, scopeOf, scopeTrace, scoreFacet } from './scoring.ts'
import { type ComponentTally, tallyAnswers } from './tally.ts'

export type ReportCardInput = {
  pack: EnginePack
  /** Hash of the release the answers belong to. */
  release: string
  answers: AnswerSet
  basis: PlanBasis
}

/** What the weights of one round need beside the answers to a component. */
type WeightContext = {
  reach: ReadonlyMap<string, number>
  largestReach: number
  duties: ReadonlyMap<string, string[]>
  needs: ReadonlySet<string>
}

/**
 * The result of a round (Method 4.2 to 4.6), every figure at full precision and with its trace.
 * The same input always gives the same result, whatever the order of the rows; the basis changes weights and list lengths, never
 * a score.
 * @throws RangeError when an answer is not of this pack
 */
export function reportCard({ pack, release, answers, basis }: ReportCardInput): ReportCard {
  const scale = scaleOf(pack)
  const tally = tallyAnswers(pack, scale, answers)
  const facetIds = pack.facets.map((facet) => facet.id)
  const scored = pack.components.map((component, index) => {
    const counted = tally.components[index] as ComponentTally
    const result = scoreComponent(component, counted, facetIds, answers, scale)
    return { result, tally: counted, cells: counted.cells }
  })
  const context = weightContext(pack, scored, basis, answers)
  for (const { result, tally: counted } of scored) addWeight(result, counted, context, scale)

  const components = scored.map(({ result }) => result)
  const largestGaps = largestGapsOf(components)
  const candidates = components.flatMap(({ component, terms, gap }) => (gap ? [{ component, terms, gap }] : []))
  return {
    schemaVersion: 1,
    release,
    pack: pack.id,
    form: basis.form,
    variant: basis.variant,
    respondents: tally.respondents,
    totals: tally.totals,
    components,
    domains: pack.domains.map(({ id }) =>
      domainResult(
        id,
        scored.filter(({ result }) => result.domain === id),
        facetIds,
        tally.respondents,
        scale,
      ),
    ),
    findings: findingsOf(components, scale),
    strengths: strengthsOf(components, largestGaps, scale),
    largestGaps,
    priorities: rankPriorities(candidates, basis.priorities),
    top: basis.priorities,
    findOut: components.filter((result) => result.gapStatus === 'find-out').map((result) => result.component),
    view: 'full',
  }
}

function scoreComponent(
  { id, domain, rubricVersion }: Component,
  tally: ComponentTally,
  facetIds: readonly string[],
  { agreed: allAgreed, agreedWanted = {}, rubricVersions = {} }: AnswerSet,
  scale: Scale,
): ComponentResult {
  const first = tally.cells[0] ?? { n: 0, nNA: 0, nDK: 0 }
  const { scope, checkScope } = scopeOf(first)
  const agreed = allAgreed[id]
  const answered = rubricVersions[id] === undefined ? rubricVersion : rubricVersions[id]
  const facets = tally.cells.map((cell, index) => {
    const facet = facetIds[index] ?? ''
    return scoreFacet(facet, cell, { inScope: scope === 'in', agreed: agreed?.[facet] }, scale)
  })
  const result: ComponentResult = {
    component: id,
    domain,
    ...(answered === null ? {} : { rubricVersion: answered }),
    asked: tally.asked,
    scope,
    checkScope,
    facets,
    importanceGiven: tally.importanceGiven,
    gapStatus: 'not-asked',
    unrealistic: false,
    terms: { importance: 0, leverage: 0, duty: 0, need: 0 },
    weight: 0,
    trace: {
      scope: scopeTrace(first),
      weight: { rule: '4.6 no weight', from: { asked: tally.asked, scope }, value: 0 },
    },
  }
  if (tally.importanceGiven > 0) result.importance = tally.importanceSum / tally.importanceGiven
  if (!tally.asked) return result
  if (scope === 'out') return { ...result, gapStatus: 'out-of-scope' }
  const composite = meanOfAll(facets.map((facet) => facet.score))
  if (composite !== undefined) {
    result.composite = composite
    result.trace.composite = { rule: '4.2 composite', from: byFacet(result, 'score'), value: composite }
  }
  addGaps(facets, tally.wantedCounts, scale, agreedWanted[id])
  const gap = meanOfAll(facets.map((facet) => facet.gap))
  if (gap !== undefined) {
    result.gap = gap
    result.trace.gap = { rule: '4.5 component gap', from: byFacet(result, 'gap'), value: gap }
  }
  result.gapStatus = gapStatusOf(facets, gap)
  result.unrealistic = facets.some((facet) => isUnrealistic(facet, scale))
  return result
}

function byFacet(result: ComponentResult, figure: 'score' | 'gap'): Record<string, number | null> {
  return Object.fromEntries(result.facets.map((facet) => [facet.facet, facet[figure] ?? null]))
}

function weightContext(
  pack: EnginePack,
  scored: readonly ScoredComponent[],
  basis: PlanBasis,
  answers: AnswerSet,
): WeightContext {
  const reach = reachCounts(pack.components)
  const inScope = scored.filter(({ result }) => result.asked && result.scope === 'in')
  const duties = new Map<string, string[]>()
  for (const duty of dutiesOf(pack, basis)) duties.set(duty.component, [...(duties.get(duty.component) ?? []), duty.id])
  return {
    reach,
    largestReach: Math.max(0, ...inScope.map(({ result }) => reach.get(result.component) ?? 0)),
    duties,
    needs: new Set(answers.needs),
  }
}

/** Terms and weight of a component asked and in scope (Method 4.6); others keep weight 0. */
function addWeight(result: ComponentResult, tally: ComponentTally, context: WeightContext, scale: Scale) {
  if (!result.asked || result.scope === 'out') return
  const reach = context.reach.get(result.component) ?? 0
  const duties = context.duties.get(result.component) ?? []
  const planScore = result.facets[0]?.planScore
  const dutyCounts = duties.length > 0 && (planScore === undefined || planScore < scale.dutyThreshold)
  result.terms = {
    importance: (result.importance ?? importanceWhenUnanswered) / topImportance,
    leverage: context.largestReach > 0 ? reach / context.largestReach : 0,
    duty: dutyCounts ? 1 : 0,
    need: context.needs.has(result.component) ? 1 : 0,
  }
  result.weight = weigh(priorityWeights.reportCard, result.terms)
  result.trace.weight = {
    rule: '4.6 weight',
    from: {
      ...result.terms,
      b: Object.values(priorityWeights.reportCard),
      importanceSum: tally.importanceSum,
      importanceGiven: tally.importanceGiven,
      reach,
      largestReach: context.largestReach,
      duties,
      planScore: planScore ?? null,
      dutyThreshold: scale.dutyThreshold,
    },
    value: result.weight,
  }
  if (result.gap === undefined) return
  result.priority = result.weight * result.gap
  result.trace.priority = {
    rule: '4.6 priority',
    from: { weight: result.weight, gap: result.gap },
    value: result.priority,
  }
}
