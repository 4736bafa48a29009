export { prepareDemo } from './fill.ts'
export { demoRoutes } from './routes.tsx'
