import { isUnrealistic } from './gaps.ts'
import { compareIds } from './ids.ts'
import { byLarger } from './priorities.ts'
import type { ComponentResult, Finding } from './report-card-types.ts'
import type { Scale } from './scale.ts'

const strengthsShown = 3
const gapsShown = 6

/** What a round shows besides its figures (Method 4.2, 4.4 and 4.5), component by component, then the lists. */
export function findingsOf(components: readonly ComponentResult[], scale: Scale): Finding[] {
  const inScope = components.filter((component) => component.asked && component.scope === 'in')
  const ofComponents = inScope.flatMap((result): Finding[] => {
    const { component } = result
    const found: Finding[] = result.checkScope ? [{ kind: 'check-scope', component }] : []
    for (const facet of result.facets) {
      if (facet.doNotKnow) found.push({ kind: 'do-not-know', component, facet: facet.facet })
      if (facet.agreement?.band === 'different') {
        found.push({ kind: 'different-views', component, facet: facet.facet, split: facet.agreement.split })
      }
      if (isUnrealistic(facet, scale)) found.push({ kind: 'unrealistic', component, facet: facet.facet })
    }
    return found
  })
  const named = (test: (component: ComponentResult) => boolean) =>
    inScope.filter(test).map(({ component }) => component)
  const lists: { kind: 'one-voice' | 'goal-not-set' | 'goal-met'; components: string[] }[] = [
    { kind: 'one-voice', components: named((component) => component.facets.some((facet) => facet.oneVoice)) },
    { kind: 'goal-not-set', components: named((component) => component.gapStatus === 'goal-not-set') },
    { kind: 'goal-met', components: named(isGoalMet) },
  ]
  return [...ofComponents, ...lists.filter((list) => list.components.length > 0)]
}

/**
 * Up to three components with the highest composite, at or above half of the scale; ties by id. One of the largest gaps is not
 * a strength as well: people want it much higher than it is (Method 4.15).
 */
export function strengthsOf(
  components: readonly ComponentResult[],
  largestGaps: readonly string[],
  scale: Scale,
): string[] {
  const others = components.filter(({ component }) => !largestGaps.includes(component))
  return largest(others, (component) => component.composite, strengthsShown, scale.strengthThreshold)
}

/** A goal is not called met while half or more do not know where they stand (Method 4.15). */
export function isGoalMet({ gapStatus, facets }: ComponentResult): boolean {
  return gapStatus === 'goal-met' && !facets.some(({ doNotKnow }) => doNotKnow)
}

/** Up to six components by size of gap; ties by id. */
export function largestGapsOf(components: readonly ComponentResult[]): string[] {
  const open = components.filter((component) => component.gapStatus === 'gap')
  return largest(open, (component) => component.gap, gapsShown, 0)
}

function largest(
  components: readonly ComponentResult[],
  figure: (component: ComponentResult) => number | undefined,
  count: number,
  atLeast: number,
): string[] {
  return components
    .flatMap((component) => {
      const value = figure(component)
      return value !== undefined && value >= atLeast ? [{ id: component.component, value }] : []
    })
    .sort((a, b) => byLarger(a.value, b.value) || compareIds(a.id, b.id))
    .slice(0, count)
    .map(({ id }) => id)
}
