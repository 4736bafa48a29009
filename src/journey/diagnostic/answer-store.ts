import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { ComponentAnswer } from '../../self-check/questions/index.ts'
import { isId } from './respondent-store.ts'

/** How an answer came in. */
export type Entered = 'self' | 'paper' | 'phone'

/** One component as it is kept; version 0 where nothing was said yet. */
export type Kept = {
  answer: ComponentAnswer
  version: number
  entered: Entered
  staysWithUs: boolean
}

const nothing: Kept = { answer: { given: {} }, version: 0, entered: 'self', staysWithUs: false }

/** Every answer of one respondent, by component; notes are left out. */
export async function listAnswers(tx: Tx, respondentId: string): Promise<Map<string, ComponentAnswer>> {
  const rows = await tx
    .selectFrom('diagnostic_answer')
    .select(['component', 'answer'])
    .where('respondent_id', '=', respondentId)
    .execute()
  return new Map(rows.map((row) => [row.component, row.answer as unknown as ComponentAnswer]))
}

/** One answer with its note, as far as the transaction's person may read it. */
export async function readAnswer(tx: Tx, respondentId: string, component: string): Promise<Kept> {
  const row = await tx
    .selectFrom('diagnostic_answer')
    .select(['answer', 'version', 'entered'])
    .where('respondent_id', '=', respondentId)
    .where('component', '=', component)
    .executeTakeFirst()
  if (row === undefined) return nothing
  const note = await tx
    .selectFrom('diagnostic_note')
    .select(['text', 'stays_with_us'])
    .where('respondent_id', '=', respondentId)
    .where('component', '=', component)
    .executeTakeFirst()
  return {
    answer: { ...(row.answer as unknown as ComponentAnswer), ...(note ? { note: note.text } : {}) },
    version: row.version,
    entered: row.entered as Entered,
    staysWithUs: note?.stays_with_us ?? false,
  }
}

/**
 * Saves an answer made from a version of it.
 *
 * @returns false when it is another version by now; nothing is saved then
 */
export async function saveAnswer(
  tx: Tx,
  given: {
    respondentId: string
    roundId: string
    communityId: string
    component: string
    answer: ComponentAnswer
    staysWithUs: boolean
    version: number
    entered: Entered
    /** The advisor, where they enter it for someone. */
    enteredBy?: string | undefined
    at: Date
  },
): Promise<boolean> {
  const { note, ...answer } = given.answer
  const values = {
    answer: JSON.stringify(answer),
    entered: given.entered,
    entered_by: given.enteredBy ?? null,
    updated_at: given.at,
  }
  const written =
    given.version === 0
      ? (
          await tx
            .insertInto('diagnostic_answer')
            .values({
              respondent_id: given.respondentId,
              round_id: given.roundId,
              community_id: given.communityId,
              component: given.component,
              version: 1,
              ...values,
            })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable('diagnostic_answer')
            .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
            .where('respondent_id', '=', given.respondentId)
            .where('component', '=', given.component)
            .where('version', '=', given.version)
            .executeTakeFirstOrThrow()
        ).numUpdatedRows
  if (written !== 1n) return false
  await tx
    .deleteFrom('diagnostic_note')
    .where('respondent_id', '=', given.respondentId)
    .where('component', '=', given.component)
    .execute()
  if (note?.trim()) {
    await tx
      .insertInto('diagnostic_note')
      .values({
        respondent_id: given.respondentId,
        community_id: given.communityId,
        component: given.component,
        text: note,
        stays_with_us: given.staysWithUs,
        updated_at: given.at,
      })
      .execute()
  }
  return true
}

/** What would show an answer. */
export type Evidence = {
  id: string
  fileId: string | undefined
  fileName: string | undefined
  link: string | undefined
  staysWithUs: boolean
}

/** How many files and links one answer may have. */
export const mostEvidence = 5

/** The evidence for one answer, as far as the transaction's person may see it. */
export async function listEvidence(tx: Tx, respondentId: string, component: string): Promise<Evidence[]> {
  const rows = await evidenceQuery(tx)
    .where('evidence.respondent_id', '=', respondentId)
    .where('evidence.component', '=', component)
    .orderBy('evidence.added_at')
    .execute()
  return rows.map(evidenceOf)
}

/** @throws NotFoundError when it is not the transaction's person's to see */
export async function getEvidence(tx: Tx, id: string): Promise<Evidence & { respondentId: string; component: string }> {
  if (!isId(id)) throw new NotFoundError()
  const row = await evidenceQuery(tx)
    .select(['evidence.respondent_id', 'evidence.component'])
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return { ...evidenceOf(row), respondentId: row.respondent_id, component: row.component }
}

const evidenceQuery = (tx: Tx) =>
  tx
    .selectFrom('diagnostic_evidence as evidence')
    .leftJoin('journey_file as file', 'file.id', 'evidence.file_id')
    .select(['evidence.id', 'evidence.file_id', 'evidence.link', 'evidence.stays_with_us', 'file.name as fileName'])

type EvidenceRow = {
  id: string
  file_id: string | null
  link: string | null
  stays_with_us: boolean
  fileName: string | null
}

function evidenceOf(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    fileId: row.file_id ?? undefined,
    fileName: row.fileName ?? undefined,
    link: row.link ?? undefined,
    staysWithUs: row.stays_with_us,
  }
}

/** Whether the same file is there already: a form that was sent twice adds it once. */
export async function hasFile(tx: Tx, respondentId: string, component: string, sha256: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('diagnostic_evidence as evidence')
    .innerJoin('journey_file as file', 'file.id', 'evidence.file_id')
    .select('evidence.id')
    .where('evidence.respondent_id', '=', respondentId)
    .where('evidence.component', '=', component)
    .where('file.sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a file that is stored already, or a link. */
export async function insertEvidence(
  tx: Tx,
  given: {
    respondentId: string
    communityId: string
    component: string
    what: { fileId: string } | { link: string }
    staysWithUs: boolean
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('diagnostic_evidence')
    .values({
      id: randomUUID(),
      respondent_id: given.respondentId,
      community_id: given.communityId,
      component: given.component,
      file_id: 'fileId' in given.what ? given.what.fileId : null,
      link: 'link' in given.what ? given.what.link : null,
      stays_with_us: given.staysWithUs,
      added_at: given.at,
    })
    .execute()
}

/** Takes a link away; a file's line goes with the file. */
export async function deleteEvidence(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('diagnostic_evidence').where('id', '=', id).execute()
}
