import { compareIds } from './ids.ts'
import type { PathwayProblem, ProblemItem } from './pathways/problem-types.ts'
import type { EditOutcome, Misfit, PathwayId, StandingEdit } from './plan-edits-types.ts'

/** Everything in the catalogue that a community can use, as each pathway weighs it. */
export type OpenProblems = Record<PathwayId, PathwayProblem>

type Sets = Record<PathwayId, Set<string>>

export type EditedItems = {
  /** By id. */
  items: Record<PathwayId, string[]>
  added: Record<PathwayId, string[]>
  removed: Record<PathwayId, string[]>
  outcomes: EditOutcome[]
}

/**
 * Lays people's changes over the items the engine chose, in the order in which they were made (Method 4.7, edited pathways): the
 * engine never sees them, so working out again cannot lose one.
 * @param known ids of the whole catalogue
 */
export function editedItems(
  open: OpenProblems,
  engine: Record<PathwayId, readonly string[]>,
  edits: readonly StandingEdit[],
  known: ReadonlySet<string>,
): EditedItems {
  const sets: Sets = { A: new Set(engine.A), B: new Set(engine.B) }
  const barred: Sets = { A: new Set(), B: new Set() }
  const outcomes = edits.flatMap((entry) => {
    const { edit } = entry
    if (edit.kind !== 'item-added' && edit.kind !== 'item-removed' && edit.kind !== 'item-swapped') return []
    const { pathway } = edit
    const result = change(open[pathway], sets[pathway], barred[pathway], known, {
      ...(edit.kind === 'item-added' ? {} : { out: edit.item }),
      ...(edit.kind === 'item-added' ? { into: edit.item } : edit.kind === 'item-swapped' ? { into: edit.by } : {}),
    })
    if (result.ok) {
      sets[pathway] = result.items
      barred[pathway] = result.barred
    }
    return [outcomeOf(entry.n, result)]
  })
  const differing = (of: (id: PathwayId) => string[]) => ({ A: of('A'), B: of('B') })
  return {
    items: differing((id) => [...sets[id]].sort(compareIds)),
    added: differing((id) => [...sets[id]].filter((item) => !engine[id].includes(item)).sort(compareIds)),
    removed: differing((id) => engine[id].filter((item) => !sets[id].has(item)).sort(compareIds)),
    outcomes,
  }
}

export type ItemChange = { into?: string; out?: string }

export type ItemChangeResult =
  | { ok: true; items: Set<string>; barred: Set<string>; along: string[]; nothing: boolean }
  | { ok: false; why: Misfit }

/**
 * One change to a set of items. What leaves takes with it what needs it; what comes in brings what it needs, unless a person took
 * that out.
 */
export function change(
  open: PathwayProblem,
  items: ReadonlySet<string>,
  barred: ReadonlySet<string>,
  known: ReadonlySet<string>,
  { into, out }: ItemChange,
): ItemChangeResult {
  const byId = new Map(open.items.map((item) => [item.id, item]))
  const next = new Set(items)
  const nextBarred = new Set(barred)
  const along: string[] = []
  if (out !== undefined) {
    nextBarred.add(out)
    if (next.delete(out)) along.push(...leaveWith(next, byId))
  }
  if (into !== undefined) {
    if (!known.has(into)) return { ok: false, why: 'item-gone' }
    const item = byId.get(into)
    if (item === undefined) return { ok: false, why: 'not-usable' }
    nextBarred.delete(into)
    if (!next.has(into)) {
      const needed = withNeeds(item, byId).filter((one) => !next.has(one.id))
      if (needed.some((one) => nextBarred.has(one.id))) return { ok: false, why: 'needs-removed' }
      const groups = new Set([...next].flatMap((id) => byId.get(id)?.group ?? []))
      if (needed.some((one) => one.group !== undefined && groups.has(one.group)))
        return { ok: false, why: 'same-content' }
      for (const one of needed) next.add(one.id)
      along.push(...needed.map((one) => one.id).filter((id) => id !== into))
    }
  }
  const nothing = next.size === items.size && [...next].every((id) => items.has(id))
  return { ok: true, items: next, barred: nextBarred, along, nothing }
}

/** Takes out of `items` whatever needs something that is not there, and says what that was. */
function leaveWith(items: Set<string>, byId: ReadonlyMap<string, ProblemItem>): string[] {
  const left: string[] = []
  for (;;) {
    const orphans = [...items].filter((id) => byId.get(id)?.prerequisites.some((needed) => !items.has(needed)) ?? false)
    if (orphans.length === 0) return left
    for (const id of orphans) items.delete(id)
    left.push(...orphans)
  }
}

/** The item after all it needs, each once. */
function withNeeds(item: ProblemItem, byId: ReadonlyMap<string, ProblemItem>): ProblemItem[] {
  const found = new Map<string, ProblemItem>()
  const visit = (one: ProblemItem) => {
    if (found.has(one.id)) return
    found.set(one.id, one)
    for (const id of one.prerequisites) {
      const needed = byId.get(id)
      if (needed) visit(needed)
    }
  }
  visit(item)
  return [...found.values()].reverse()
}

function outcomeOf(n: number, result: ItemChangeResult): EditOutcome {
  if (!result.ok) return { n, state: 'does-not-fit', why: result.why }
  return result.nothing ? { n, state: 'same-as-engine' } : { n, state: 'applies', along: result.along }
}
