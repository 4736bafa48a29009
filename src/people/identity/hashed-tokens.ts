import { createHash } from 'node:crypto'
import type { DBAdapter, Where } from '@better-auth/core/db/adapter'

/** What the database keeps of a random secret: enough to recognize it, useless to whoever reads it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The library keeps session tokens as they are; between it and the database they become hashes. */
export function withHashedTokens<Options extends object>(adapter: DBAdapter<Options>): DBAdapter<Options> {
  return {
    ...between(adapter),
    transaction: (action) =>
      adapter.transaction((inner) => action(between(inner as DBAdapter<Options>) as Parameters<typeof action>[0])),
  }
}

function between<Options extends object>(adapter: DBAdapter<Options>): DBAdapter<Options> {
  type Given = { model: string; where?: Where[] | undefined }
  const hashed = <T extends Given>(given: T): T =>
    given.model === 'session' && given.where ? { ...given, where: given.where.map(hashedToken) } : given
  return {
    ...adapter,
    create: async (given) => {
      const { token } = given.data as { token?: unknown }
      if (given.model !== 'session' || typeof token !== 'string') return adapter.create(given)
      const made = await adapter.create({ ...given, data: { ...given.data, token: hashOf(token) } })
      return { ...(made as object), token } as never
    },
    findOne: async (given) => {
      const found = await adapter.findOne(hashed(given))
      const asked = given.model === 'session' && given.where.find((part) => part.field === 'token')?.value
      return (found && typeof asked === 'string' ? { ...(found as object), token: asked } : found) as never
    },
    findMany: (given) => adapter.findMany(hashed(given)),
    count: (given) => adapter.count(hashed(given)),
    update: (given) => adapter.update(hashed(given)),
    updateMany: (given) => adapter.updateMany(hashed(given)),
    delete: (given) => adapter.delete(hashed(given)),
    deleteMany: (given) => adapter.deleteMany(hashed(given)),
  }
}

function hashedToken(part: Where): Where {
  if (part.field !== 'token') return part
  const { value } = part
  if (typeof value === 'string') return { ...part, value: hashOf(value) }
  return Array.isArray(value) ? { ...part, value: value.map((one) => hashOf(String(one))) } : part
}
