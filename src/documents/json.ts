import type { ActionPlan } from '../domain/action-plan-types.ts'
import type { ReportCard } from '../domain/report-card-types.ts'

/**
 * A report card as data, by `docs/schemas/report-card.schema.json`: every figure at full precision with the numbers it came
 * from. The result carries `schemaVersion` and the hash of the release.
 */
export function reportCardJson(card: ReportCard): string {
  return `${JSON.stringify(card, null, 2)}\n`
}

/** An action plan as data, by `docs/schemas/action-plan.schema.json`. */
export function actionPlanJson(plan: ActionPlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}
