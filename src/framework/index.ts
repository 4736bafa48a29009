export { frameworkRoutes } from './routes.tsx'
