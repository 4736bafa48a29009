import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'

/** One line of the incident register; days are `YYYY-MM-DD`. */
export type Incident = {
  id: string
  happenedOn: string
  noticedOn: string
  what: string
  whose: string
  seriousHarm: boolean
  measures: string
  told: string
  closedOn: string | undefined
  version: number
}

export async function listIncidents(tx: Tx): Promise<Incident[]> {
  const rows = await tx
    .selectFrom('program_incident')
    .select([
      'id',
      'what',
      'whose',
      'serious_harm',
      'measures',
      'told',
      'version',
      sql<string>`to_char(happened_on, 'YYYY-MM-DD')`.as('happened'),
      sql<string>`to_char(noticed_on, 'YYYY-MM-DD')`.as('noticed'),
      sql<string | null>`to_char(closed_on, 'YYYY-MM-DD')`.as('closed'),
    ])
    .orderBy('noticed_on', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    happenedOn: row.happened,
    noticedOn: row.noticed,
    what: row.what,
    whose: row.whose,
    seriousHarm: row.serious_harm,
    measures: row.measures,
    told: row.told,
    closedOn: row.closed ?? undefined,
    version: row.version,
  }))
}

export async function insertIncident(tx: Tx, incident: Incident, given: { at: Date; by: string }): Promise<void> {
  await tx
    .insertInto('program_incident')
    .values({ id: incident.id, ...columns(incident), recorded_at: given.at, recorded_by: given.by })
    .execute()
}

/** @returns false when it was changed since `incident.version` */
export async function updateIncident(tx: Tx, incident: Incident): Promise<boolean> {
  const changed = await tx
    .updateTable('program_incident')
    .set((eb) => ({ ...columns(incident), version: eb('version', '+', 1) }))
    .where('id', '=', incident.id)
    .where('version', '=', incident.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

function columns(incident: Incident) {
  return {
    happened_on: incident.happenedOn,
    noticed_on: incident.noticedOn,
    what: incident.what,
    whose: incident.whose,
    serious_harm: incident.seriousHarm,
    measures: incident.measures,
    told: incident.told,
    closed_on: incident.closedOn ?? null,
  }
}
