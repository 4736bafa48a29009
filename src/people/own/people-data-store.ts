import type { Tx } from '../../platform/database/connection.ts'
import type { ExportRow } from './personal-data.ts'

const time = (at: Date | null) => at?.toISOString() ?? null

/** Rows of each of the people room's tables that are about one person, for their own export. */
export const listOwnRows = {
  async account(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_person')
      .select(['name', 'email', 'language', 'time_zone', 'created_at'])
      .where('id', '=', personId)
      .execute()
    return rows.map((row) => ({
      name: row.name,
      email: row.email,
      language: row.language,
      timeZone: row.time_zone,
      since: time(row.created_at),
    }))
  },

  async memberships(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_member as member')
      .leftJoin('people_community as community', 'community.id', 'member.community_id')
      .select([
        'member.community_id',
        'community.name',
        'member.role',
        'member.title',
        'member.joined_at',
        'member.left_at',
      ])
      .where('member.person_id', '=', personId)
      .orderBy('member.joined_at')
      .limit(1000)
      .execute()
    return rows.map((row) => ({
      community: row.community_id,
      name: row.name,
      role: row.role,
      title: row.title,
      joinedAt: time(row.joined_at),
      leftAt: time(row.left_at),
    }))
  },

  async invitations(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_invitation')
      .select(['community_id', 'email', 'role', 'invited_at', 'accepted_at', 'declined_at'])
      .where('email', '=', (eb) => eb.selectFrom('people_person').select('email').where('id', '=', personId))
      .orderBy('invited_at')
      .limit(1000)
      .execute()
    return rows.map((row) => ({
      community: row.community_id,
      email: row.email,
      role: row.role,
      invitedAt: time(row.invited_at),
      acceptedAt: time(row.accepted_at),
      declinedAt: time(row.declined_at),
    }))
  },

  async consents(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_consent')
      .select(['community_id', 'use', 'granted', 'recorded_at'])
      .where('recorded_by', '=', personId)
      .orderBy('id')
      .limit(1000)
      .execute()
    return rows.map((row) => ({
      community: row.community_id,
      use: row.use,
      granted: row.granted,
      recordedAt: time(row.recorded_at),
    }))
  },

  async withdrawals(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_withdrawal')
      .select(['community_id', 'journey_id', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .limit(1000)
      .execute()
    return rows.map((row) => ({ community: row.community_id, journey: row.journey_id, at: time(row.at) }))
  },

  async reads(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_read')
      .select(['community_id', 'role', 'act', 'path', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at', 'desc')
      .limit(5000)
      .execute()
    return rows.map((row) => ({
      community: row.community_id,
      role: row.role,
      act: row.act,
      path: row.path,
      at: time(row.at),
    }))
  },

  async events(tx: Tx, personId: string): Promise<ExportRow[]> {
    const rows = await tx
      .selectFrom('people_event')
      .select(['community_id', 'act', 'at'])
      .where('person_id', '=', personId)
      .orderBy('id', 'desc')
      .limit(5000)
      .execute()
    return rows.map((row) => ({ community: row.community_id, act: row.act, at: time(row.at) }))
  },
}
