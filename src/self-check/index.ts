export { purgeExpired } from './kept/store.ts'
export { type SelfCheckDependencies, selfCheckRoutes } from './routes.ts'
