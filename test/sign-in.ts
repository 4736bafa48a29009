import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { hashOf } from '../src/people/identity/hashed-tokens.ts'
import type { FindSession, Identity } from '../src/people/index.ts'
import type { Now } from '../src/platform/clock.ts'

/** Of every service under test. */
export const testSecret = 'a-secret-for-tests-alone-0123456789abcdef-VWXYZ'

/**
 * Headers of a browser that is signed in as a person: `app.request(path, { headers: signedInAs(id) })`. They say that a form comes
 * from the service's own page.
 *
 * @param options.strong false: without a second factor
 */
export function signedInAs(personId: string, options: { strong?: boolean } = {}): Record<string, string> {
  const token = `${options.strong === false ? 'plain' : 'strong'}.${personId}`
  const signature = createHmac('sha256', testSecret).update(token).digest('base64')
  return {
    cookie: `waymark.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
    'sec-fetch-site': 'same-origin',
  }
}

/**
 * Before the service looks for the session of `signedInAs`, this begins it, once; however far a test moves the clock, the session
 * lasts until it is revoked.
 */
export function withSessionsOfTests(identity: Identity, now: Now): FindSession {
  const begun = new Set<string>()
  return async (headers) => {
    const [, kind, personId] = /session_token=(plain|strong)\.([0-9a-f-]{36})\./.exec(headers.get('cookie') ?? '') ?? []
    if (kind !== undefined && personId !== undefined) {
      const token = hashOf(`${kind}.${personId}`)
      const db = identity.identityDb
      if (begun.has(token)) {
        await db.updateTable('people_session').set({ updated_at: now() }).where('token', '=', token).execute()
      } else {
        begun.add(token)
        await sql`
          INSERT INTO people_session (id, token, user_id, expires_at, strong_at, created_at, updated_at)
          SELECT ${randomUUID()}::uuid, ${token}, id, '2200-01-01', ${kind === 'strong' ? now() : null}, ${now()}, ${now()}
          FROM people_person WHERE id = ${personId}::uuid`.execute(db)
      }
    }
    return identity.findSession(headers)
  }
}
