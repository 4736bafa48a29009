import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { ActionStatus } from './action-status.ts'

/** Something the community does, from the plan or added to it. It lives on after the plan. */
export type PlanAction = {
  id: string
  journeyId: string
  communityId: string
  component: string | undefined
  title: string
  description: string
  /** In which title and description are written. */
  language: string
  /** A member, or someone in words. */
  owner: { personId: string; name: string } | { name: string } | undefined
  /** `YYYY-MM-DD` */
  due: string | undefined
  effortHours: number | undefined
  /** Canadian cents. */
  costCents: number | undefined
  status: ActionStatus
  doneOn: string | undefined
  doneNote: string
  doneLink: string
  doneFileId: string | undefined
  origin: 'plan' | 'added'
  version: number
  updatedAt: Date
  updatedBy: string | undefined
}

/** What a form sets. */
export type ActionValues = Pick<
  PlanAction,
  'component' | 'title' | 'description' | 'due' | 'effortHours' | 'costCents' | 'status'
> & { ownerId: string | undefined; ownerName: string }

const selected = (tx: Tx) =>
  tx
    .selectFrom('action_plan_action as action')
    .leftJoin('people_person as owner', 'owner.id', 'action.owner_id')
    .selectAll('action')
    .select([
      'owner.name as ownerPersonName',
      sql<string | null>`to_char(action.due, 'YYYY-MM-DD')`.as('dueDay'),
      sql<string | null>`to_char(action.done_on, 'YYYY-MM-DD')`.as('doneDay'),
    ])

type Row = Selectable<DB['action_plan_action']> & {
  ownerPersonName: string | null
  dueDay: string | null
  doneDay: string | null
}

/** How many actions a journey's list shows at most. */
const mostActions = 500

/** The actions of a journey: what is open first, by due date. */
export async function listActions(tx: Tx, journeyId: string): Promise<PlanAction[]> {
  const rows = await selected(tx)
    .where('action.journey_id', '=', journeyId)
    .orderBy(sql`action.status IN ('done', 'dropped')`)
    .orderBy('action.due', (order) => order.asc().nullsLast())
    .orderBy('action.created_at')
    .orderBy('action.id')
    .limit(mostActions)
    .execute()
  return rows.map(actionOf)
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getAction(tx: Tx, journeyId: string, id: string): Promise<PlanAction> {
  const row = await selected(tx)
    .where('action.journey_id', '=', journeyId)
    .where('action.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return actionOf(row)
}

/** An action of a community, whichever journey it belongs to. */
export async function findActionOf(tx: Tx, communityId: string, id: string): Promise<PlanAction | undefined> {
  const row = await selected(tx)
    .where('action.community_id', '=', communityId)
    .where('action.id', '=', id)
    .executeTakeFirst()
  return row && actionOf(row)
}

/** Open actions of one person in every community, the soonest due first, each with where it belongs. */
export async function myActions(
  tx: Tx,
  personId: string,
  now: Date,
): Promise<(PlanAction & { communityName: string; overdue: boolean })[]> {
  const rows = await selected(tx)
    .innerJoin('people_community as community', 'community.id', 'action.community_id')
    .select(['community.name as communityName', sql<boolean>`action.due < ${dayThere(now)}`.as('overdue')])
    .where('action.owner_id', '=', personId)
    .where('action.status', 'in', ['planned', 'doing'])
    .orderBy('action.due', (order) => order.asc().nullsLast())
    .orderBy('action.id')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...actionOf(row), communityName: row.communityName, overdue: row.overdue === true }))
}

/** Open actions whose day has passed, in every community that the transaction's person may see: how many, and since when, by journey. */
export async function overdueActions(
  tx: Tx,
  now: Date,
): Promise<{ journeyId: string; communityId: string; count: number; since: string }[]> {
  return tx
    .selectFrom('action_plan_action as action')
    .innerJoin('people_community as community', 'community.id', 'action.community_id')
    .select([
      'action.journey_id as journeyId',
      'action.community_id as communityId',
      sql<number>`count(*)::int`.as('count'),
      sql<string>`to_char(min(action.due), 'YYYY-MM-DD')`.as('since'),
    ])
    .where('action.status', 'in', ['planned', 'doing'])
    .where('action.due', '<', dayThere(now))
    .groupBy(['action.journey_id', 'action.community_id'])
    .orderBy(sql`min(action.due)`)
    .limit(500)
    .execute()
}

/** Today where the community is; the query names it `community`. */
const dayThere = (now: Date) => sql<Date>`(${now}::timestamptz AT TIME ZONE community.time_zone)::date`

/** Takes suggested steps of the plan over as actions; a step that was taken over before is left as people have it. @returns how many */
export async function insertPlanSteps(
  tx: Tx,
  given: {
    journeyId: string
    communityId: string
    language: string
    steps: readonly { key: string; component: string; title: string; description: string; hours: number }[]
    at: Date
    by: string
  },
): Promise<number> {
  if (given.steps.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('action_plan_action')
    .values(
      given.steps.map((step, index) => ({
        id: randomUUID(),
        community_id: given.communityId,
        journey_id: given.journeyId,
        component: step.component,
        title: step.title,
        description: step.description,
        language: given.language,
        effort_hours: step.hours,
        origin: 'plan',
        plan_step: step.key,
        // A millisecond apart, so that they keep the order of the plan.
        created_at: new Date(given.at.getTime() + index),
        created_by: given.by,
        updated_at: given.at,
        updated_by: given.by,
      })),
    )
    .onConflict((conflict) => conflict.columns(['journey_id', 'plan_step']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** @param given.id made by the form, so that the same form sent twice makes one action @returns whether it is new */
export async function insertAction(
  tx: Tx,
  given: {
    id: string
    journeyId: string
    communityId: string
    language: string
    values: ActionValues
    at: Date
    by: string
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('action_plan_action')
    .values({
      id: given.id,
      community_id: given.communityId,
      journey_id: given.journeyId,
      language: given.language,
      origin: 'added',
      created_at: given.at,
      created_by: given.by,
      ...columnsOf(given.values, given),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves an action that still has the version the form was made from. @returns false when someone changed it in the meantime */
export async function updateAction(
  tx: Tx,
  given: { id: string; version: number; values: ActionValues; at: Date; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('action_plan_action')
    .set((eb) => ({ ...columnsOf(given.values, given), version: eb('version', '+', 1) }))
    .where('id', '=', given.id)
    .where('version', '=', given.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Marks an action as done, with what shows it. @returns false when someone changed it in the meantime */
export async function completeAction(
  tx: Tx,
  given: {
    id: string
    version: number
    doneOn: string
    note: string
    link: string
    fileId: string | undefined
    at: Date
    by: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('action_plan_action')
    .set((eb) => ({
      status: 'done',
      done_on: sql<Date>`${given.doneOn}::date`,
      done_note: given.note,
      done_link: given.link,
      ...(given.fileId === undefined ? {} : { done_file_id: given.fileId }),
      updated_at: given.at,
      updated_by: given.by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', given.id)
    .where('version', '=', given.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Puts an action into a state, with the file that shows it; every change is a new version. */
export async function setActionState(
  tx: Tx,
  id: string,
  given: { status: ActionStatus; doneOn: string | undefined; fileId: string | undefined; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('action_plan_action')
    .set((eb) => ({
      status: given.status,
      done_on: given.doneOn === undefined ? null : sql<Date>`${given.doneOn}::date`,
      done_file_id: given.fileId ?? null,
      updated_at: given.at,
      updated_by: given.by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

function columnsOf(values: ActionValues, { at, by }: { at: Date; by: string }) {
  return {
    component: values.component ?? null,
    title: values.title,
    description: values.description,
    owner_id: values.ownerId ?? null,
    owner_name: values.ownerName,
    due: values.due === undefined ? null : sql<Date>`${values.due}::date`,
    effort_hours: values.effortHours ?? null,
    cost_cents: values.costCents ?? null,
    status: values.status,
    ...(values.status === 'done' ? {} : { done_on: null }),
    updated_at: at,
    updated_by: by,
  }
}

function actionOf(row: Row): PlanAction {
  const owner =
    row.owner_id !== null
      ? { personId: row.owner_id, name: row.ownerPersonName ?? '' }
      : row.owner_name !== ''
        ? { name: row.owner_name }
        : undefined
  return {
    id: row.id,
    journeyId: row.journey_id,
    communityId: row.community_id,
    component: row.component ?? undefined,
    title: row.title,
    description: row.description,
    language: row.language,
    owner,
    due: row.dueDay ?? undefined,
    effortHours: row.effort_hours === null ? undefined : Number(row.effort_hours),
    costCents: row.cost_cents === null ? undefined : Number(row.cost_cents),
    status: row.status as ActionStatus,
    doneOn: row.doneDay ?? undefined,
    doneNote: row.done_note,
    doneLink: row.done_link,
    doneFileId: row.done_file_id ?? undefined,
    origin: row.origin === 'plan' ? 'plan' : 'added',
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by ?? undefined,
  }
}
