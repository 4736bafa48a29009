export {
  type InterviewText,
  type InterviewTexts,
  interviewFacts,
  interviewTextsOf,
  needsOf,
} from './facts.ts'
export { interviewExport } from './interview-export.ts'
export { ownInterview } from './own-store.ts'
export { When } from './parts.tsx'
export { freezeDueSummaries } from './publish.ts'
export { interviewRoutes } from './routes.tsx'
export { slotsRoutes } from './slots-routes.tsx'
export { listBusy, listSingleSlots, listWeeklyHours, lockCalendar } from './slots-store.ts'
export { momentIn, sameClock } from './times.ts'
