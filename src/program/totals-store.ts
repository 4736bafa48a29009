import { sql } from 'kysely'
import type { Stage } from '../domain/stages.ts'
import type { Tx } from '../platform/database/connection.ts'

/**
 * Communities by the stage in which their newest journey stood at a moment, for figures that leave the program. Of Indigenous
 * communities, and of those that said nothing about themselves yet, only those whose own yes held then; of others, those that had
 * not said no (Method 4.12, 6.2). Invented ones never count.
 */
export async function countStagesAt(tx: Tx, at: Date): Promise<{ stage: Stage; n: number }[]> {
  const { rows } = await sql<{ stage: Stage; n: string }>`
    SELECT latest.stage, count(*) AS n
    FROM (
      SELECT DISTINCT ON (entered.community_id) entered.community_id, entered.stage
      FROM journey_stage entered JOIN journey ON journey.id = entered.journey_id
      WHERE entered.entered_at <= ${at} AND journey.state IN ('active', 'paused')
      ORDER BY entered.community_id, journey.started_at DESC, entered.entered_at DESC, entered.id DESC
    ) latest
    JOIN people_community community ON community.id = latest.community_id
    WHERE NOT community.invented AND coalesce(
      (SELECT granted FROM people_consent
       WHERE people_consent.community_id = community.id AND use = 'funder-total' AND recorded_at <= ${at}
       ORDER BY id DESC LIMIT 1),
      community.data_terms = 'standard', false)
    GROUP BY latest.stage`.execute(tx)
  return rows.map((row) => ({ stage: row.stage, n: Number(row.n) }))
}
