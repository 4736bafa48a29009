export { mailMessages } from './messages.ts'
export { ownMail } from './own-data.ts'
export { mailRoutes } from './routes.tsx'
