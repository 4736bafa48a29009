export { libraryFileRoutes } from './file-routes.ts'
export { type ProgramLibraryDependencies, programLibraryRoutes } from './routes.tsx'
