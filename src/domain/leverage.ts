import type { EnginePack } from './engine-pack.ts'

const known = new WeakMap<EnginePack['components'], ReadonlyMap<string, number>>()

/**
 * How many other components can be reached from each one through `enables` (Method 4.6), counted in the whole graph,
 * whatever the community answered. Kept per pack, since a pack does not change once read.
 * @returns component id -> count from 0 on
 */
export function reachCounts(components: EnginePack['components']): ReadonlyMap<string, number> {
  const before = known.get(components)
  if (before) return before
  const enables = new Map(components.map((component) => [component.id, component.enables]))
  const counts = new Map(components.map((component) => [component.id, reachFrom(component.id, enables)]))
  known.set(components, counts)
  return counts
}

function reachFrom(start: string, enables: ReadonlyMap<string, readonly string[]>): number {
  const reached = new Set<string>()
  const waiting = [...(enables.get(start) ?? [])]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === start || reached.has(id) || !enables.has(id)) continue
    reached.add(id)
    waiting.push(...(enables.get(id) ?? []))
  }
  return reached.size
}
