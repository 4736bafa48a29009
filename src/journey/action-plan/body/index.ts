export { actionPlanMessages } from './messages.ts'
export { ActionPlanBody } from './plan-page.tsx'
export type { Choice, PlanSlots } from './plan-props.ts'
export { PlanSettings } from './plan-settings.tsx'
