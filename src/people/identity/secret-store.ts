import { randomBytes } from 'node:crypto'
import type { Db } from '../../platform/database/connection.ts'

/** The secret that signs cookies where the host gives none: made once and kept in the database, so that a restored backup goes on. */
export async function keptSecret(identityDb: Db): Promise<string> {
  await identityDb
    .insertInto('people_secret')
    .values({ value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await identityDb.selectFrom('people_secret').select('value').executeTakeFirstOrThrow()).value
}
