import type { ActionPlan, Pathway } from './action-plan-types.ts'

/** What a pathway gained and lost. */
export type PathwayComparison = {
  added: string[]
  removed: string[]
  kept: string[]
  hours: { before: number; now: number }
  /** Missing where either plan withholds it. */
  gapClosed?: { before: number; now: number }
}

/** What changed between two plans of one journey: the draft and the one after validation. */
export type PlanComparison = {
  /** Missing rank: not among the priorities then. */
  priorities: { component: string; before?: number; now?: number }[]
  pathways: { A: PathwayComparison; B: PathwayComparison }
  /** Level in words and wanted level of a component's first facet, where either changed and neither plan withholds it. */
  levels: { component: string; before: LevelPair; now: LevelPair }[]
  same: boolean
}

type LevelPair = { level?: number; wanted?: number }

/** Compares the plan as it was with the plan as it is. Nothing is judged: it says what is different, and from what to what. */
export function comparePlans(before: ActionPlan, now: ActionPlan): PlanComparison {
  const rankIn = (plan: ActionPlan, component: string) =>
    plan.priorities.find((priority) => priority.component === component)?.rank
  const named = [...new Set([...now.priorities, ...before.priorities].map(({ component }) => component))]
  const priorities = named.map((component) => {
    const [then, today] = [rankIn(before, component), rankIn(now, component)]
    return {
      component,
      ...(then === undefined ? {} : { before: then }),
      ...(today === undefined ? {} : { now: today }),
    }
  })
  const pathways = {
    A: comparePathways(before.pathways.A, now.pathways.A),
    B: comparePathways(before.pathways.B, now.pathways.B),
  }
  const levels = named.flatMap((component) => {
    const [then, today] = [pairIn(before, component), pairIn(now, component)]
    if (!then || !today || (then.level === today.level && then.wanted === today.wanted)) return []
    return [{ component, before: then, now: today }]
  })
  const same =
    levels.length === 0 &&
    priorities.every((one) => one.before === one.now) &&
    Object.values(pathways).every(
      ({ added, removed, hours }) => added.length === 0 && removed.length === 0 && hours.before === hours.now,
    )
  return { priorities, pathways, levels, same }
}

/** Compares two pathways item by item; the order of `added` and `kept` is that of the newer one. */
export function comparePathways(
  before: Pick<Pathway, 'items' | 'hours' | 'gapClosed'>,
  now: Pick<Pathway, 'items' | 'hours' | 'gapClosed'>,
): PathwayComparison {
  const then = before.items.map(({ item }) => item)
  const today = now.items.map(({ item }) => item)
  const closed =
    before.gapClosed === undefined || now.gapClosed === undefined
      ? {}
      : { gapClosed: { before: before.gapClosed, now: now.gapClosed } }
  return {
    added: today.filter((item) => !then.includes(item)),
    removed: then.filter((item) => !today.includes(item)),
    kept: today.filter((item) => then.includes(item)),
    hours: { before: before.hours, now: now.hours },
    ...closed,
  }
}

function pairIn(plan: ActionPlan, component: string): LevelPair | undefined {
  const found = plan.priorities.find((priority) => priority.component === component)
  if (found === undefined || (found.level === undefined && found.wanted === undefined)) return undefined
  return {
    ...(found.level === undefined ? {} : { level: found.level }),
    ...(found.wanted === undefined ? {} : { wanted: found.wanted }),
  }
}
