export { readBrought } from './kept/brought.ts'
export { purgeExpired } from './kept/store.ts'
export type { SelfCheckRecord } from './record/record.ts'
export { type SelfCheckDependencies, selfCheckRoutes } from './routes.ts'
