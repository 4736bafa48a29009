import type { Pack } from '../../content/schema.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'

export type Choice = 'A' | 'B'

/** What every part of the plan is drawn from. */
export type PlanProps = { plan: ActionPlan; card: ReportCard; pack: Pack; language: Language; chosen?: Choice }
