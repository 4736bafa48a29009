import type { Tx } from '../../platform/database/connection.ts'

/** One thing that was written: the note of a block, a need, the strengths. */
export type Entry = {
  part: string
  text: string
  staysWithUs: boolean
  /** In which it was written. */
  language: string
  /** 0 while nothing was written. */
  version: number
  /** Components it is about. */
  tags: string[]
}

export type EntryChange = Pick<Entry, 'part' | 'text' | 'staysWithUs' | 'tags'> & {
  language: string
  /** The version that the writer saw. */
  version: number
}

/** What the transaction's person may see of what was written, by part. */
export async function readEntries(tx: Tx, journeyId: string): Promise<Map<string, Entry>> {
  const rows = await tx
    .selectFrom('interview_entry')
    .select(['part', 'text', 'stays_with_us', 'language', 'version'])
    .where('journey_id', '=', journeyId)
    .orderBy('part')
    .execute()
  const tags = await tx
    .selectFrom('interview_tag')
    .select(['part', 'component'])
    .where('journey_id', '=', journeyId)
    .orderBy('component')
    .execute()
  return new Map(
    rows.map((row) => [
      row.part,
      {
        part: row.part,
        text: row.text,
        staysWithUs: row.stays_with_us,
        language: row.language,
        version: row.version,
        tags: tags.filter(({ part }) => part === row.part).map(({ component }) => component),
      },
    ]),
  )
}

/** Components that needs are tagged with, each once, by id. */
export async function listNeedTags(tx: Tx, journeyId: string): Promise<{ part: string; component: string }[]> {
  return tx
    .selectFrom('interview_tag')
    .select(['part', 'component'])
    .where('journey_id', '=', journeyId)
    .where('part', 'like', 'need-%')
    .orderBy('component')
    .execute()
}

/**
 * Saves what was written unless someone else wrote there since; what is the same already counts as saved.
 * The caller holds the interview's lock.
 */
export async function saveEntry(
  tx: Tx,
  journey: { id: string; communityId: string },
  change: EntryChange,
  { at, by }: { at: Date; by: string },
): Promise<{ saved: true; version: number; changed: boolean } | { saved: false; current: Entry }> {
  const current = (await readEntries(tx, journey.id)).get(change.part)
  if (current ? sameEntry(current, change) : change.text === '' && change.tags.length === 0) {
    return { saved: true, version: current?.version ?? 0, changed: false }
  }
  if (current && current.version !== change.version) return { saved: false, current }
  const version = (current?.version ?? 0) + 1
  const values = {
    text: change.text,
    stays_with_us: change.staysWithUs,
    language: change.language,
    version,
    updated_at: at,
    updated_by: by,
  }
  await tx
    .insertInto('interview_entry')
    .values({ journey_id: journey.id, community_id: journey.communityId, part: change.part, ...values })
    .onConflict((on) => on.columns(['journey_id', 'part']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('interview_tag').where('journey_id', '=', journey.id).where('part', '=', change.part).execute()
  if (change.tags.length > 0) {
    await tx
      .insertInto('interview_tag')
      .values(
        change.tags.map((component) => ({
          journey_id: journey.id,
          community_id: journey.communityId,
          part: change.part,
          component,
        })),
      )
      .execute()
  }
  return { saved: true, version, changed: true }
}

function sameEntry(current: Entry, change: EntryChange): boolean {
  return (
    current.text === change.text &&
    current.staysWithUs === change.staysWithUs &&
    [...current.tags].sort().join() === [...change.tags].sort().join()
  )
}

export type KeptNote = { text: string; version: number }

/** The community's own note of a block: nothing for anyone but its members. */
export async function findKeptNote(tx: Tx, journeyId: string, block: string): Promise<KeptNote | undefined> {
  return tx
    .selectFrom('interview_kept_note')
    .select(['text', 'version'])
    .where('journey_id', '=', journeyId)
    .where('block', '=', block)
    .executeTakeFirst()
}

/** Saves the community's own note of a block unless another member wrote there since. */
export async function saveKeptNote(
  tx: Tx,
  journey: { id: string; communityId: string },
  note: { block: string; text: string; version: number },
  { at, by }: { at: Date; by: string },
): Promise<{ saved: true; version: number } | { saved: false; current: KeptNote }> {
  const current = await findKeptNote(tx, journey.id, note.block)
  if (current?.text === note.text) return { saved: true, version: current.version }
  if (current && current.version !== note.version) return { saved: false, current }
  const values = { text: note.text, version: (current?.version ?? 0) + 1, updated_at: at, updated_by: by }
  await tx
    .insertInto('interview_kept_note')
    .values({ journey_id: journey.id, community_id: journey.communityId, block: note.block, ...values })
    .onConflict((on) => on.columns(['journey_id', 'block']).doUpdateSet(values))
    .execute()
  return { saved: true, version: values.version }
}

export type Correction = { part: string; before: string; after: string; language: string; at: Date }

/** What the community changed, first one first. */
export async function listCorrections(tx: Tx, journeyId: string): Promise<Correction[]> {
  return tx
    .selectFrom('interview_correction')
    .select(['part', 'before', 'after', 'language', 'at'])
    .where('journey_id', '=', journeyId)
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function insertCorrection(
  tx: Tx,
  journey: { id: string; communityId: string },
  correction: Correction & { by: string },
): Promise<void> {
  await tx
    .insertInto('interview_correction')
    .values({
      journey_id: journey.id,
      community_id: journey.communityId,
      part: correction.part,
      before: correction.before,
      after: correction.after,
      language: correction.language,
      at: correction.at,
      person_id: correction.by,
    })
    .execute()
}
