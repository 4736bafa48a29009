import type { PersonalData } from '../own/personal-data.ts'
import { listTokens } from './store.ts'

/** The tokens a person made. They go with the account; the secrets themselves nobody has. */
export const ownTokens: PersonalData = {
  name: 'tokens',
  export: async (tx, { personId }) =>
    (await listTokens(tx, personId)).map((token) => ({
      name: token.name,
      scopes: token.scopes.join(' '),
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
      revokedAt: token.revokedAt?.toISOString() ?? null,
    })),
}
