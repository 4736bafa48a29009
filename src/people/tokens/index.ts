export { ownTokens } from './own-data.ts'
export { tokenRoutes } from './routes.tsx'
export { findTokenSession, insertToken } from './store.ts'
export { newToken, type TokenScope, tokenScopes } from './token.ts'
