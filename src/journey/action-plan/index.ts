export { changeActionState } from './action-state.ts'
export type { ActionStatus } from './action-status.ts'
export { actionRoutes } from './actions-routes.tsx'
export {
  findActionOf,
  getAction,
  insertAction,
  listActions,
  myActions,
  overdueActions,
  type PlanAction,
} from './actions-store.ts'
export * from './body/index.ts'
export { draftPlanRoutes } from './draft-routes.tsx'
export { findKeptDraft } from './draft-store.ts'
export { draftPlanFacts } from './facts.ts'
export { type Draft, findDraft, type PlanSources } from './load.ts'
export { tellOfAnswer } from './mails.ts'
export { ownPlan } from './own-store.ts'
export {
  answerExpertQuestion,
  type ExpertQuestion,
  getExpertQuestion,
  listQuestionsForExpert,
  openQuestionsOf,
} from './questions-store.ts'
export { findReceivers } from './receivers-store.ts'
