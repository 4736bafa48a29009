import type { Item } from '../../content/schema.ts'
import type { PlanBasis } from '../action-plan-types.ts'
import type { EnginePack } from '../engine-pack.ts'
import { compareIds } from '../ids.ts'

/** Method 4.7: items are kept for the components with the largest weight x gap, this many at first. */
export const startComponents = 12

/** Fewer components are taken while more items than this remain. */
export const mostItems = 45

/** Items for this audience alone are left to communities whose wording is that of a government of its own. */
const indigenousGovernments: Item['audience'][number] = 'indigenous-government'

/** The best knowledge a team is known to have of a component, in levels; undefined when it is not known. */
export type KnowledgeOf = (component: string) => number | undefined

/** An item that can be used, with the prerequisites that still count. */
export type UsableItem = { item: Item; prerequisites: string[] }

/**
 * The items a community can use (Method 4.7): in a language it works in, without a connection if it needs that, and not
 * made for others. A prerequisite is waived when the team already knows what it brings; one that cannot be used gives way
 * to the usable item of its variant group with the smallest id; where there is none, what needs it cannot be used either.
 * @returns by id
 */
export function usableItems(
  pack: Pick<EnginePack, 'items' | 'variants'>,
  basis: Pick<PlanBasis, 'languages' | 'offlineOnly' | 'variant'>,
  knowledgeOf: KnowledgeOf,
): UsableItem[] {
  const ownGovernment = pack.variants.some(({ id, ownGovernment: own }) => id === basis.variant && own === true)
  const all = new Map(pack.items.map((item) => [item.id, item]))
  const items = pack.items.filter((item) => suits(item, basis, ownGovernment)).sort((a, b) => compareIds(a.id, b.id))
  let usable = new Map(items.map((item) => [item.id, item]))
  for (;;) {
    const found = [...usable.values()].flatMap((item) => {
      const prerequisites = prerequisitesOf(item, all, usable, knowledgeOf)
      return prerequisites ? [{ item, prerequisites }] : []
    })
    if (found.length === usable.size) return found
    usable = new Map(found.map(({ item }) => [item.id, item]))
  }
}

function suits(item: Item, basis: Pick<PlanBasis, 'languages' | 'offlineOnly'>, ownGovernment: boolean): boolean {
  const { languages, offlineOnly } = basis
  if (languages.length > 0 && !item.languages.some((language) => languages.includes(language))) return false
  if (offlineOnly && !item.offline) return false
  return ownGovernment || item.audience.some((audience) => audience !== indigenousGovernments)
}

/** The prerequisites that count for a community; undefined when one cannot be had. */
function prerequisitesOf(
  item: Item,
  all: ReadonlyMap<string, Item>,
  usable: ReadonlyMap<string, Item>,
  knowledgeOf: KnowledgeOf,
): string[] | undefined {
  const found = new Set<string>()
  for (const id of item.prerequisites) {
    const named = all.get(id)
    if (named && isWaived(named, knowledgeOf)) continue
    const kept = usable.get(id) ?? sameContent(named, usable)
    if (kept === undefined || kept.id === item.id) return undefined
    if (!isWaived(kept, knowledgeOf)) found.add(kept.id)
  }
  return [...found].sort(compareIds)
}

function sameContent(item: Item | undefined, usable: ReadonlyMap<string, Item>): Item | undefined {
  if (item?.variantGroup === undefined) return undefined
  // By id, so the first is the smallest.
  return [...usable.values()].find((other) => other.variantGroup === item.variantGroup)
}

/** Prior learning (Method 4.15): for each lift the team's knowledge of its component is at the lift's ceiling or above. */
function isWaived(item: Item, knowledgeOf: KnowledgeOf): boolean {
  return item.lifts.every(({ component, ceiling }) => {
    const knowledge = knowledgeOf(component)
    return knowledge !== undefined && knowledge >= ceiling
  })
}

/**
 * The items worth considering: those that lift one of the first components, and what they need. Components are dropped from
 * the end while more than 45 items remain.
 * @param components component ids, the largest weight x gap first
 * @param lifts whether an item lifts a component from where the community is today
 * @param also items that people put in: kept beside the others, and never a reason to drop one
 */
export function consideredItems(
  usable: readonly UsableItem[],
  components: readonly string[],
  lifts: (item: Item, component: string) => boolean,
  also: readonly string[] = [],
): UsableItem[] {
  const byId = new Map(usable.map((one) => [one.item.id, one]))
  for (let count = Math.min(startComponents, components.length); ; count--) {
    const first = components.slice(0, count)
    const kept = new Set<UsableItem>()
    const keep = (one: UsableItem | undefined) => {
      if (one === undefined || kept.has(one)) return
      kept.add(one)
      for (const id of one.prerequisites) keep(byId.get(id))
    }
    for (const one of usable) if (first.some((component) => lifts(one.item, component))) keep(one)
    // With a single component there is nothing left to drop.
    if (kept.size <= mostItems || count <= 1) {
      for (const id of also) keep(byId.get(id))
      return usable.filter((one) => kept.has(one))
    }
  }
}
