import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'

/** What is settled about an interview beside its notes. */
export type Interview = {
  /** Language of the talk. */
  language: string | undefined
  languageWishes: string
  /** Everyone agreed that notes are taken. */
  notesAgreed: boolean
  peopleVersion: number
  settingVersion: number
  heldAt: Date | undefined
  sharedAt: Date | undefined
  sharedBy: string | undefined
  confirmedAt: Date | undefined
  frozenAt: Date | undefined
  reopenedReason: string | undefined
}

const nothingYet: Interview = {
  language: undefined,
  languageWishes: '',
  notesAgreed: false,
  peopleVersion: 0,
  settingVersion: 0,
  heldAt: undefined,
  sharedAt: undefined,
  sharedBy: undefined,
  confirmedAt: undefined,
  frozenAt: undefined,
  reopenedReason: undefined,
}

/** The interview of a journey; of one that nobody has begun, what holds before it. */
export async function readInterview(tx: Tx, journeyId: string): Promise<Interview> {
  const row = await tx.selectFrom('interview').selectAll().where('journey_id', '=', journeyId).executeTakeFirst()
  if (row === undefined) return nothingYet
  return {
    language: row.language ?? undefined,
    languageWishes: row.language_wishes,
    notesAgreed: row.notes_agreed,
    peopleVersion: row.people_version,
    settingVersion: row.setting_version,
    heldAt: row.held_at ?? undefined,
    sharedAt: row.shared_at ?? undefined,
    sharedBy: row.shared_by ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
    frozenAt: row.frozen_at ?? undefined,
    reopenedReason: row.reopened_reason ?? undefined,
  }
}

/** Begins the interview's row where there is none, and takes its lock: its acts wait for each other. */
export async function lockInterview(tx: Tx, journey: { id: string; communityId: string }): Promise<Interview> {
  await tx
    .insertInto('interview')
    .values({ journey_id: journey.id, community_id: journey.communityId })
    .onConflict((on) => on.column('journey_id').doNothing())
    .execute()
  await tx.selectFrom('interview').select('journey_id').where('journey_id', '=', journey.id).forUpdate().execute()
  return readInterview(tx, journey.id)
}

/** Language, wishes about it, and whether notes may be taken. */
export async function saveSetting(
  tx: Tx,
  journeyId: string,
  setting: { language: string; languageWishes: string; notesAgreed: boolean },
): Promise<void> {
  await tx
    .updateTable('interview')
    .set({
      language: setting.language,
      language_wishes: setting.languageWishes,
      notes_agreed: setting.notesAgreed,
      setting_version: sql`setting_version + 1`,
    })
    .where('journey_id', '=', journeyId)
    .execute()
}

export async function bumpPeople(tx: Tx, journeyId: string): Promise<void> {
  await tx
    .updateTable('interview')
    .set({ people_version: sql`people_version + 1` })
    .where('journey_id', '=', journeyId)
    .execute()
}

/** Notes a step in the life of the interview; each is known by its moment. */
export async function markInterview(
  tx: Tx,
  journeyId: string,
  step:
    | { heldAt: Date }
    | { sharedAt: Date; by: string }
    | { confirmedAt: Date; by: string }
    | { frozenAt: Date }
    | { reopened: string },
): Promise<void> {
  const set =
    'heldAt' in step
      ? { held_at: step.heldAt }
      : 'sharedAt' in step
        ? { shared_at: step.sharedAt, shared_by: step.by }
        : 'confirmedAt' in step
          ? { confirmed_at: step.confirmedAt, confirmed_by: step.by }
          : 'frozenAt' in step
            ? { frozen_at: step.frozenAt }
            : {
                shared_at: null,
                shared_by: null,
                confirmed_at: null,
                confirmed_by: null,
                frozen_at: null,
                reopened_reason: step.reopened,
              }
  await tx.updateTable('interview').set(set).where('journey_id', '=', journeyId).execute()
}

/** Interviews whose time for corrections ended before a moment, and that nobody has frozen. */
export async function listDueSummaries(tx: Tx, sharedBefore: Date): Promise<{ journeyId: string; by: string }[]> {
  const rows = await tx
    .selectFrom('interview')
    .innerJoin('journey', 'journey.id', 'interview.journey_id')
    .select(['interview.journey_id', 'interview.shared_by'])
    .where('interview.frozen_at', 'is', null)
    .where('interview.shared_at', '<=', sharedBefore)
    .where('journey.state', '=', 'active')
    .orderBy('interview.shared_at')
    .limit(100)
    .execute()
  return rows.flatMap((row) => (row.shared_by === null ? [] : [{ journeyId: row.journey_id, by: row.shared_by }]))
}
