import type { Child } from 'hono/jsx'
import type { Pack } from '../../../content/schema.ts'
import type { ActionPlan } from '../../../domain/action-plan-types.ts'
import type { ReportCard } from '../../../domain/report-card-types.ts'
import type { Language } from '../../../platform/languages.ts'

export type Choice = 'A' | 'B'

/** What a room that edits a plan puts into its picture; left out, the plan is drawn as the engine made it. */
export type PlanSlots = {
  /** Pathways whose items people changed: they are not "the best choice" any more, they are theirs. */
  edited?: Record<Choice, boolean>
  /** In place of a pathway's goal. */
  goal?: (id: Choice) => Child
  /** Under an item. */
  item?: (id: Choice, item: string) => Child
  /** At the end of a pathway's items. */
  pathway?: (id: Choice) => Child
  /** Under the name of a priority. */
  priority?: (component: string) => Child
}

/** What every part of the plan is drawn from. */
export type PlanProps = {
  plan: ActionPlan
  card: ReportCard
  pack: Pack
  language: Language
  chosen?: Choice
  slots?: PlanSlots
}
