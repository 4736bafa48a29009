import { z } from 'zod'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Language = z.string().regex(/^[a-z]{2,3}$/)

/** A message from the community, or what there is to work with: words in the language they were written in. */
export const WrittenSchema = z.object({ text: z.string().trim().max(6000), language: Language })

/** When the pathway begins, when the community looks back, and by when each target is to be reached. */
export const DatesSchema = z.object({ start: Day, review: Day, priorities: z.record(z.string(), Day) })

/** Why a signed plan is opened again, and which version it was. */
export const RevisionSchema = z.object({ reason: z.string().trim().min(1).max(2000), of: z.int(), language: Language })

export type WrittenBlock = z.infer<typeof WrittenSchema>
export type Dates = z.infer<typeof DatesSchema>
export type Revision = z.infer<typeof RevisionSchema>

export const finalPlanBlocks = ['message', 'dates', 'resources', 'revision'] as const
export type FinalPlanBlock = (typeof finalPlanBlocks)[number]

/** The newest version of a block. */
export type PlanEntry<Value = unknown> = {
  block: FinalPlanBlock
  version: number
  value: Value
  personName: string | undefined
  at: Date
}

export type PlanEntries = {
  message: PlanEntry<WrittenBlock> | undefined
  dates: PlanEntry<Dates> | undefined
  resources: PlanEntry<WrittenBlock> | undefined
  revision: PlanEntry<Revision> | undefined
}

/** Puts the newest versions into their places. */
export function entriesIn(list: readonly PlanEntry[]): PlanEntries {
  const of = <Value>(block: FinalPlanBlock) =>
    list.find((entry) => entry.block === block) as PlanEntry<Value> | undefined
  return { message: of('message'), dates: of('dates'), resources: of('resources'), revision: of('revision') }
}
