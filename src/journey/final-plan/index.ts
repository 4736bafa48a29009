export { ownFinalPlan } from './own-data.ts'
export { finalPlanRoutes } from './routes.tsx'
export { finalPlanFacts } from './store.ts'
