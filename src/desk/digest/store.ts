import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage } from '../../platform/languages.ts'
import type { DigestReceiver } from './compose.ts'

/** People are read so many at a time. */
export const receiversAtOnce = 500

/**
 * People who may have something to do today: advisors, owners of open actions that are due by a day, respondents who have not handed
 * in. Who does not want the digest, or has no proved address, is left out. The transaction is the service's.
 *
 * @param given.after the id that the page before ended with
 */
export async function listReceivers(
  tx: Tx,
  given: { dueBy: string; now: Date; after: string | undefined },
): Promise<DigestReceiver[]> {
  const { rows } = await sql<{ id: string; name: string; email: string; language: string; time_zone: string }>`
    SELECT person.id, person.name, person.email, person.language, person.time_zone
    FROM people_person AS person
    WHERE person.email_verified
      AND (${given.after ?? null}::uuid IS NULL OR person.id > ${given.after ?? null}::uuid)
      AND NOT EXISTS (SELECT FROM mail_refusal WHERE person_id = person.id AND kind = 'digest')
      AND (
        EXISTS (SELECT FROM people_assignment WHERE person_id = person.id AND role = 'advisor' AND ended_at IS NULL)
        OR EXISTS (
          SELECT FROM action_plan_action
          WHERE owner_id = person.id AND status IN ('planned', 'doing') AND due <= ${given.dueBy}::date)
        OR EXISTS (
          SELECT FROM diagnostic_person AS own JOIN diagnostic_respondent AS respondent ON respondent.id = own.respondent_id
          JOIN diagnostic_round AS round ON round.id = respondent.round_id
          WHERE own.person_id = person.id AND respondent.submitted_at IS NULL AND respondent.removed_at IS NULL
            AND respondent.withdrawn_at IS NULL AND round.locked_at IS NULL AND round.closes_at > ${given.now})
      )
    ORDER BY person.id
    LIMIT ${receiversAtOnce}`.execute(tx)
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
  }))
}

/** Diagnostics of running journeys that wait for a person's answers, the first to close first. */
export async function listOpenParts(
  tx: Tx,
  personId: string,
  now: Date,
): Promise<{ community: string; closesAt: Date }[]> {
  const rows = await tx
    .selectFrom('diagnostic_person as own')
    .innerJoin('diagnostic_respondent as respondent', 'respondent.id', 'own.respondent_id')
    .innerJoin('diagnostic_round as round', 'round.id', 'respondent.round_id')
    .innerJoin('journey', 'journey.id', 'round.journey_id')
    .innerJoin('people_community as community', 'community.id', 'round.community_id')
    .select(['community.name', 'round.closes_at'])
    .where('own.person_id', '=', personId)
    .where('respondent.submitted_at', 'is', null)
    .where('respondent.removed_at', 'is', null)
    .where('respondent.withdrawn_at', 'is', null)
    .where('round.locked_at', 'is', null)
    .where('round.closes_at', '>', now)
    .where('journey.state', '=', 'active')
    .orderBy('round.closes_at')
    .limit(50)
    .execute()
  return rows.map((row) => ({ community: row.name, closesAt: row.closes_at }))
}

/** Of some journeys those that run: what belongs to one that is paused or withdrawn waits. */
export async function listRunning(tx: Tx, journeyIds: readonly string[]): Promise<Set<string>> {
  if (journeyIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('journey')
    .select('id')
    .where('id', 'in', [...journeyIds])
    .where('state', '=', 'active')
    .execute()
  return new Set(rows.map((row) => row.id))
}
