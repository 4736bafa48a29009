import type { ItemKind, Lift, Pack } from './schema.ts'

/** What an item of a kind usually brings (Method 2.6): on which facet, how many levels, and up to which level. */
const usual: Record<ItemKind, { facet: 'knowledge' | 'practice'; lift: number; ceiling: number }[]> = {
  'course-basic': [{ facet: 'knowledge', lift: 1, ceiling: 2 }],
  'course-advanced': [{ facet: 'knowledge', lift: 1, ceiling: 3 }],
  guideline: [
    { facet: 'knowledge', lift: 0.5, ceiling: 3 },
    { facet: 'practice', lift: 0.25, ceiling: 2 },
  ],
  template: [{ facet: 'practice', lift: 0.5, ceiling: 2 }],
  coaching: [{ facet: 'practice', lift: 0.75, ceiling: 3 }],
}

/**
 * The planning lifts of an item that someone adds without figures of their own: expert judgement, shown as such. In a pack without
 * these two facets they stand on its first one, once; no ceiling is above the pack's highest level.
 *
 * @param components ids of the components it helps with
 */
export function defaultLifts(kind: ItemKind, components: readonly string[], pack: Pick<Pack, 'facets'>): Lift[] {
  const cells = new Map<string, Lift>()
  for (const component of components) {
    for (const { facet: wanted, lift, ceiling } of usual[kind]) {
      const facet = pack.facets.find(({ id }) => id === wanted) ?? pack.facets[0]
      if (facet === undefined) continue
      const highest = facet.levels.length - 1
      const key = `${component} ${facet.id}`
      if (!cells.has(key)) cells.set(key, { component, facet: facet.id, lift, ceiling: Math.min(ceiling, highest) })
    }
  }
  return [...cells.values()]
}
