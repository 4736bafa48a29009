export { communityRecordRoutes } from './community-record-routes.tsx'
export { documentsRoutes, type FindWordTemplate } from './documents-routes.tsx'
export { listDecisions } from './event-store.ts'
export { recordWords } from './event-words.ts'
export type { DictionaryEntry, ExportFile, ExportPart } from './export.ts'
export { exportRoutes } from './export-routes.tsx'
export { plainName } from './file-name.ts'
export { filesData } from './files-data.ts'
export { fileRoutes } from './files-routes.tsx'
export { deleteFile, type FilePurpose, getFile, insertFile, type StoredFile } from './files-store.ts'
export { JourneyFrame, type JourneyFrameProps } from './journey-frame.tsx'
export { journeyMessages } from './messages.ts'
export { recordRoutes } from './record-routes.tsx'
export {
  endPause,
  insertEndedPause,
  listNames,
  listPauses,
  listStageEntries,
  listTeam,
  type Pause,
  pauseJourney,
  resumeJourney,
  type StageEntry,
  setAlone,
  setJourneyLanguage,
  setState,
  startClock,
  type TeamPerson,
} from './state-store.ts'
export {
  findLatestDocument,
  getCommunityOf,
  getDocument,
  getJourney,
  insertJourney,
  type Journey,
  type JourneyDocument,
  type JourneyEvent,
  listDocuments,
  listJourneys,
  lockJourney,
  publishDocument,
  recordEvent,
  setStage,
} from './store.ts'
