export { supportExport } from './export-store.ts'
export { ownSupport } from './own-store.ts'
export { listPublishedAnswers, type PublishedAnswer } from './published/index.ts'
export { supportRoutes } from './routes.ts'
