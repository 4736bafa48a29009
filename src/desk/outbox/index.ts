export { outboxRoutes } from './routes.tsx'
