export { ownAnswers, ownEvidence } from './own-store.ts'
export { participationExport } from './participation-export.ts'
export {
  answerSetOf,
  diagnosticFacts,
  findBaseline,
  type LockedRound,
  type Response,
  responsesOf,
} from './results-store.ts'
export { diagnosticRoutes } from './routes.tsx'
