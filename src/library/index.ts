export { libraryRoutes } from './routes.tsx'
