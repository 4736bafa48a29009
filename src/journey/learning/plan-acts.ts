import { createHash, randomUUID } from 'node:crypto'
import { withPrerequisites } from '../../domain/chosen-pathway.ts'
import { isOpen, lastWeek, type Moved, moveItem, stateOf, weekOn } from '../../domain/learning/board.ts'
import { type ReplanOption, replanOptions } from '../../domain/learning/replan.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { itemsOf, type SignedPlan, weeksOf } from './begin.ts'
import { type Board, insertItems, lockBoard, placeItems, saveBoard, setItemState, type Undo } from './board-store.ts'
import { type LearningDependencies, nameOf, record, settleBoard } from './complete.ts'
import { type Entry, loadEntries } from './load.ts'

/** Who changes a board, and from which version of it. */
export type Asked = { journeyId: string; version: number; by: string; at: Date; today: string }

/**
 * What became of a change of the plan. `same`: a button pressed twice; `conflict`: someone else changed the board since; `refused`: the move
 * would put an item before what it builds on.
 */
export type Changed =
  | { kind: 'done' | 'same' | 'conflict' }
  | { kind: 'refused'; why: Extract<Moved, { ok: false }>; item: string }

type At = { board: Board; entries: Entry[]; pack: Awaited<ReturnType<typeof loadEntries>>['pack'] }

/** Takes the board's lock, then decides whether the change starts from what the person saw. */
async function changing(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked,
  isSame: (at: At) => boolean,
  decide: (at: At) => Promise<Changed>,
): Promise<Changed> {
  const board = await lockBoard(tx, asked.journeyId)
  if (board === undefined) return { kind: 'conflict' }
  const at = { board, ...(await loadEntries(deps, tx, board)) }
  if (board.version === asked.version) return decide(at)
  return board.version > asked.version && isSame(at) ? { kind: 'same' } : { kind: 'conflict' }
}

/** Finds an item of the board. */
export function entryOf(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((one) => one.id === id)
  if (entry === undefined) throw new NotFoundError()
  return entry
}

/** How the board stands before a move, so that the move can be undone. */
function undoOf(board: Board, asked: Asked, moved: readonly Entry[], aside: readonly Entry[] = []): Undo {
  return {
    by: asked.by,
    at: asked.at.toISOString(),
    placements: moved.map(({ id, firstWeek, parts, position }) => ({ id, firstWeek, parts, position })),
    states: aside.map(({ id, state, reason }) => ({ id, state, reason })),
    weeklyHours: board.weeklyHours,
    plannedWeeks: board.plannedWeeks,
  }
}

/** Moves an item so that it begins in another week. */
export function moveTo(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked & { item: string; week: number },
): Promise<Changed> {
  const isThere = ({ entries }: At) => entries.find(({ id }) => id === asked.item)?.firstWeek === asked.week
  return changing(deps, tx, asked, isThere, async ({ board, entries }) => {
    const entry = entryOf(entries, asked.item)
    if (entry.firstWeek === asked.week) return { kind: 'same' }
    const moved = moveItem(entries, asked.item, asked.week)
    if (!moved.ok) return { kind: 'refused', why: moved, item: asked.item }
    await placeItems(tx, [moved.placement])
    await saveBoard(tx, board.journeyId, { undo: undoOf(board, asked, [entry]) })
    await record(tx, board, asked, 'learning.moved', {
      ...nameOf(entry),
      from: entry.firstWeek,
      to: moved.placement.firstWeek,
    })
    return { kind: 'done' }
  })
}

/** Puts everything back to where it stood before the last move. What was done or set aside by itself since stays. */
export function undoMove(deps: LearningDependencies, tx: Tx, asked: Asked): Promise<Changed> {
  const isUndone = ({ board }: At) => board.undo === undefined
  return changing(deps, tx, asked, isUndone, async ({ board, entries }) => {
    const { undo } = board
    if (undo === undefined) return { kind: 'same' }
    const there = new Set(entries.map(({ id }) => id))
    await placeItems(
      tx,
      undo.placements.filter(({ id }) => there.has(id)),
    )
    for (const { id, state, reason } of undo.states) {
      const entry = entries.find((one) => one.id === id)
      if (entry?.state !== 'set-aside') continue
      await setItemState(tx, id, { state: stateOf(state, entry.shares), reason, at: asked.at })
    }
    const { weeklyHours, plannedWeeks } = undo
    await saveBoard(tx, board.journeyId, { undo: null, weeklyHours, plannedWeeks })
    await settleBoard(deps, tx, board, asked)
    await record(tx, board, asked, 'learning.move-undone')
    return { kind: 'done' }
  })
}

/** The hours of an item from its first week on, when a week holds so many. */
function spread(hours: number, weeklyHours: number): number[] {
  const parts: number[] = []
  for (let left = hours; left > 0.001; left -= weeklyHours) parts.push(Math.min(left, weeklyHours))
  return parts
}

/**
 * Puts an item of the catalogue on the board, with what it builds on where that is not there yet.
 *
 * @returns refused where something it builds on, and that is open, ends later than it would begin
 */
export function addFromCatalogue(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked & { item: string; week: number },
): Promise<Changed> {
  const isThere = ({ entries }: At) => entries.some(({ item }) => item === asked.item)
  return changing(deps, tx, asked, isThere, async ({ board, entries, pack }) => {
    if (isThere({ board, entries, pack })) return { kind: 'same' }
    const wanted = withPrerequisites(pack.items, [asked.item])
    const there = new Map(entries.flatMap((entry) => (entry.item === undefined ? [] : [[entry.item, entry] as const])))
    const inTheWay = wanted
      .flatMap((id) => there.get(id) ?? [])
      .filter((entry) => isOpen(entry) && lastWeek(entry) > asked.week)
      .toSorted((a, b) => lastWeek(b) - lastWeek(a))[0]
    if (inTheWay) {
      const why = { ok: false, reason: 'needs', item: inTheWay.id, week: lastWeek(inTheWay) } as const
      return { kind: 'refused', why, item: asked.item }
    }
    const missing = wanted.filter((id) => !there.has(id))
    // One after the other: what is built on first, so that nothing begins before it is over.
    const order = missing.toSorted((a, b) => depth(pack.items, a) - depth(pack.items, b))
    let week = asked.week
    const added = order.flatMap((id, index) => {
      const item = pack.items.find((one) => one.id === id)
      if (item === undefined) return []
      const parts = spread(item.hours, board.weeklyHours)
      const placed = {
        item: id,
        hours: item.hours,
        firstWeek: week,
        parts,
        position: 1000 + index,
        reasons: item.lifts.map(({ component, facet }) => ({ kind: 'works-on' as const, component, facet })),
        origin: 'added' as const,
      }
      week += parts.length - 1
      return [placed]
    })
    await insertItems(tx, board, added)
    await changed(deps, tx, board, asked)
    for (const { item } of added) await record(tx, board, asked, 'learning.item-added', { item })
    return { kind: 'done' }
  })
}

/** How many items one builds on, one below the other. */
function depth(items: readonly { id: string; prerequisites: string[] }[], id: string): number {
  return withPrerequisites(items, [id]).length
}

/** Something of the community's own. @param given.id made by the form, so that the form sent twice adds it once */
export function addOwn(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked & { id: string; title: string; language: string; hours: number; week: number },
): Promise<Changed> {
  const isThere = ({ entries }: At) => entries.some(({ id }) => id === asked.id)
  return changing(deps, tx, asked, isThere, async ({ board }) => {
    const { id, title, language, hours, week } = asked
    const parts = spread(hours, board.weeklyHours)
    await insertItems(tx, board, [
      { id, title, language, hours, firstWeek: week, parts, position: 1000, origin: 'added' },
    ])
    await changed(deps, tx, board, asked)
    await record(tx, board, asked, 'learning.item-added', { title })
    return { kind: 'done' }
  })
}

/** The plan changed: a new version, the last move can no longer be undone, and what follows from it. */
async function changed(deps: LearningDependencies, tx: Tx, board: Board, asked: Asked): Promise<void> {
  await saveBoard(tx, board.journeyId, { undo: null })
  await settleBoard(deps, tx, board, asked)
}

/** Sets an item aside, or records that people knew it before; with a reason. */
export function setApart(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked & { item: string; state: 'prior' | 'set-aside'; reason: string; language: string },
): Promise<Changed> {
  const isSo = ({ entries }: At) => entries.find(({ id }) => id === asked.item)?.state === asked.state
  return changing(deps, tx, asked, isSo, async ({ board, entries }) => {
    const entry = entryOf(entries, asked.item)
    if (entry.state === asked.state) return { kind: 'same' }
    const { state, reason, language, at } = asked
    await setItemState(tx, entry.id, { state, reason, language, at })
    await changed(deps, tx, board, asked)
    const act = state === 'prior' ? 'learning.prior-recorded' : 'learning.set-aside'
    await record(tx, board, asked, act, { ...nameOf(entry), reason })
    return { kind: 'done' }
  })
}

/** Takes an item up again that was set aside or counted as prior learning: from the current week on, after what it builds on. */
export function bringBack(deps: LearningDependencies, tx: Tx, asked: Asked & { item: string }): Promise<Changed> {
  const isBack = ({ entries }: At) => entries.some((entry) => entry.id === asked.item && isOpen(entry))
  return changing(deps, tx, asked, isBack, async ({ board, entries }) => {
    const entry = entryOf(entries, asked.item)
    if (entry.state !== 'prior' && entry.state !== 'set-aside') return { kind: 'same' }
    const needed = entries.filter((other) => entry.needs.includes(other.id) && isOpen(other)).map(lastWeek)
    const firstWeek = Math.max(1, weekOn(board.startsOn, asked.today), entry.firstWeek, ...needed)
    await setItemState(tx, entry.id, { state: stateOf('planned', entry.shares), at: asked.at })
    await placeItems(tx, [{ id: entry.id, firstWeek, parts: entry.parts, position: 1000 }])
    await changed(deps, tx, board, asked)
    await record(tx, board, asked, 'learning.brought-back', nameOf(entry))
    return { kind: 'done' }
  })
}

/** The ways to go on from today, and what stands for each, so that people choose what they saw. */
export function waysToGoOn(
  board: Board,
  entries: readonly Entry[],
  given: { today: string; weeklyHours: number },
): { fromWeek: number; options: (ReplanOption & { seen: string })[] } {
  const fromWeek = Math.max(1, weekOn(board.startsOn, given.today))
  const options = entries.some(isOpen)
    ? replanOptions({ items: entries, fromWeek, weeklyHours: given.weeklyHours, endWeek: board.plannedWeeks })
    : []
  return { fromWeek, options: options.map((option) => ({ ...option, seen: seenOf(option) })) }
}

function seenOf({ kind, plan, setAside, weeklyHours }: ReplanOption): string {
  const text = JSON.stringify([kind, plan, setAside, weeklyHours])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** Plans again the way people chose. `conflict` where that way is not what they saw any more. */
export function planAgain(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked & { weeklyHours: number; seen: string; asideReason: string; language: string },
): Promise<Changed> {
  const never = () => false
  return changing(deps, tx, asked, never, async ({ board, entries }) => {
    const { options } = waysToGoOn(board, entries, asked)
    const option = options.find(({ seen }) => seen === asked.seen)
    if (option === undefined) return { kind: 'conflict' }
    const aside = entries.filter(({ id }) => option.setAside.includes(id))
    const moved = entries.filter(({ id }) => option.plan.placements.some((one) => one.id === id))
    await placeItems(tx, option.plan.placements)
    for (const { id } of aside) {
      const { asideReason: reason, language, at } = asked
      await setItemState(tx, id, { state: 'set-aside', reason, language, at })
    }
    await saveBoard(tx, board.journeyId, {
      undo: undoOf(board, asked, moved, aside),
      weeklyHours: option.weeklyHours,
      plannedWeeks: board.plannedWeeks + option.weeksLonger,
    })
    await settleBoard(deps, tx, board, asked)
    await record(tx, board, asked, 'learning.planned-again', {
      way: option.kind,
      lastWeek: option.plan.lastWeek,
      weeklyHours: option.weeklyHours,
      setAside: aside.length,
    })
    return { kind: 'done' }
  })
}

/** How a newer version of the final plan differs from the board. */
export type PlanChanges = {
  /** Ids of the catalogue. */
  added: string[]
  /** Open items of the board that came from the plan and are no longer in it. */
  dropped: Entry[]
  start: string | undefined
}

export function planChanges(board: Board, entries: readonly Entry[], { data }: SignedPlan): PlanChanges {
  const wanted = data.choice.pathway.items.map(({ item }) => item)
  return {
    added: wanted.filter((id) => !entries.some(({ item }) => item === id)),
    dropped: entries.filter(
      (entry) => isOpen(entry) && entry.origin === 'plan' && entry.item !== undefined && !wanted.includes(entry.item),
    ),
    start: data.start === board.startsOn ? undefined : data.start,
  }
}

/** Takes over what people want of a newer version of the final plan; nothing else on the board changes. */
export function followPlan(
  deps: LearningDependencies,
  tx: Tx,
  asked: Asked & {
    plan: SignedPlan
    add: readonly string[]
    drop: readonly string[]
    start: boolean
    reason: string
    language: string
  },
): Promise<Changed> {
  const isSo = ({ board }: At) => board.planVersion === asked.plan.version
  return changing(deps, tx, asked, isSo, async ({ board, entries }) => {
    const { plan } = asked
    const changes = planChanges(board, entries, plan)
    const fromWeek = Math.max(1, weekOn(board.startsOn, asked.today))
    const { pathway } = plan.data.choice
    const added = itemsOf(pathway)
      .filter(({ item }) => item !== undefined && changes.added.includes(item) && asked.add.includes(item))
      .map((one) => ({ ...one, id: randomUUID(), firstWeek: Math.max(fromWeek, one.firstWeek) }))
    await insertItems(tx, board, added)
    for (const { id } of changes.dropped.filter((entry) => asked.drop.includes(entry.id))) {
      const { reason, language, at } = asked
      await setItemState(tx, id, { state: 'set-aside', reason, language, at })
    }
    await saveBoard(tx, board.journeyId, {
      undo: null,
      planVersion: plan.version,
      plannedWeeks: Math.max(board.plannedWeeks, weeksOf(pathway)),
      ...(asked.start && changes.start ? { startsOn: changes.start } : {}),
    })
    await settleBoard(deps, tx, board, asked)
    await record(tx, board, asked, 'learning.plan-followed', { version: plan.version })
    return { kind: 'done' }
  })
}
