import type { Pack } from '../../content/schema.ts'
import type { PlanChanges } from '../../documents/draft-plan-parts.ts'
import type { Standing } from '../../domain/access.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import type { EditOutcome, StandingEdit } from '../../domain/plan-edits-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import type { PlanComment } from './comments-store.ts'
import type { ExpertQuestion } from './questions-store.ts'

/** What every page of this room is drawn from. */
export type PageProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
}

/** A plan as its reader may see it. */
export type PlanToRead = { plan: ActionPlan; card: ReportCard; changes: PlanChanges }

/** What people said and asked about a plan, with the names of those who did. */
export type Talk = {
  comments: PlanComment[]
  questions: ExpertQuestion[]
  names: ReadonlyMap<string, string>
  timeZone: string
}

/** What an editor sees beside the plan. */
export type Editing = {
  /** How many entries the list of changes has: what a form was made from. */
  seen: number
  edits: StandingEdit[]
  outcomes: EditOutcome[]
  /** Figures that would tell two people's answers apart are left out of before and after. */
  showGaps: boolean
  renewed: boolean
  changedSincePublished: boolean
  experts: { personId: string; name: string }[]
  /** The community agrees first before an expert sees it. */
  consentFirst: boolean
}

export type DraftPageProps = PageProps & {
  pack: Pack
  read: PlanToRead
  talk: Talk
  published: { version: number; at: Date; documentId: string } | undefined
  actions: number
  editing: Editing | undefined
  notice: string | undefined
  errors?: { field: string; message: string }[]
  /** What was typed into the forms of the page and could not be used. */
  typed?: Record<string, string>
}
