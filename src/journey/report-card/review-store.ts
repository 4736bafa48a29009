import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { EvidenceGrade } from './grades.ts'

/** Where the review of a report card stands. */
export type Review = {
  /** Counts every change. */
  changes: number
  /** The baseline whose findings were read, and when. */
  reviewedBaseline: string | undefined
  reviewedAt: Date | undefined
  published: { changes: number; baseline: string; version: number } | undefined
}

/** Words of the advisor about a domain (`domain:<id>`) or a kind of finding (`finding:<kind>`). */
export type Comment = { part: string; text: string; language: string; version: number }

export type Rating = {
  component: string
  /** The advisor's own: facet -> level. */
  levels: Record<string, number>
  grade: EvidenceGrade | undefined
  version: number
}

const nothingYet: Review = { changes: 0, reviewedBaseline: undefined, reviewedAt: undefined, published: undefined }

export async function readReview(tx: Tx, journeyId: string): Promise<Review> {
  const row = await tx
    .selectFrom('report_card_review')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .executeTakeFirst()
  if (row === undefined) return nothingYet
  const { published_changes: changes, published_baseline: baseline, published_version: version } = row
  return {
    changes: row.changes,
    reviewedBaseline: row.reviewed_at ? row.baseline : undefined,
    reviewedAt: row.reviewed_at ?? undefined,
    published: changes === null || baseline === null || version === null ? undefined : { changes, baseline, version },
  }
}

/** Begins the review's row where there is none, and takes its lock. */
export async function lockReview(
  tx: Tx,
  journey: { id: string; communityId: string },
  baseline: string,
): Promise<Review> {
  await tx
    .insertInto('report_card_review')
    .values({ journey_id: journey.id, community_id: journey.communityId, baseline })
    .onConflict((on) => on.column('journey_id').doNothing())
    .execute()
  await tx
    .selectFrom('report_card_review')
    .select('journey_id')
    .where('journey_id', '=', journey.id)
    .forUpdate()
    .execute()
  return readReview(tx, journey.id)
}

/** One more change that is not published yet. */
export async function bumpReview(tx: Tx, journeyId: string): Promise<void> {
  await tx
    .updateTable('report_card_review')
    .set({ changes: sql`changes + 1` })
    .where('journey_id', '=', journeyId)
    .execute()
}

/** Someone read every finding of this baseline and its wording. */
export async function markReviewed(
  tx: Tx,
  journeyId: string,
  given: { baseline: string; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('report_card_review')
    .set({ baseline: given.baseline, reviewed_at: given.at, reviewed_by: given.by })
    .where('journey_id', '=', journeyId)
    .execute()
}

export async function markPublished(
  tx: Tx,
  journeyId: string,
  given: { baseline: string; changes: number; version: number },
): Promise<void> {
  await tx
    .updateTable('report_card_review')
    .set({
      published_baseline: given.baseline,
      published_changes: given.changes,
      published_version: given.version,
    })
    .where('journey_id', '=', journeyId)
    .execute()
}

/** The advisor's words, by part. */
export async function readComments(tx: Tx, journeyId: string): Promise<Map<string, Comment>> {
  const rows = await tx
    .selectFrom('report_card_comment')
    .select(['part', 'text', 'language', 'version'])
    .where('journey_id', '=', journeyId)
    .orderBy('part')
    .execute()
  return new Map(rows.map((row) => [row.part, row]))
}

/** The advisor's ratings and evidence grades, by component. */
export async function readRatings(tx: Tx, journeyId: string): Promise<Map<string, Rating>> {
  const rows = await tx
    .selectFrom('report_card_rating')
    .select(['component', 'levels', 'grade', 'version'])
    .where('journey_id', '=', journeyId)
    .orderBy('component')
    .execute()
  return new Map(
    rows.map((row) => [
      row.component,
      {
        component: row.component,
        levels: row.levels as Record<string, number>,
        grade: (row.grade ?? undefined) as EvidenceGrade | undefined,
        version: row.version,
      },
    ]),
  )
}

/** The advisor's own ratings: component -> facet -> level. */
export async function ratingsOf(tx: Tx, journeyId: string): Promise<Record<string, Record<string, number>>> {
  const ratings = await readRatings(tx, journeyId)
  return Object.fromEntries([...ratings].map(([component, { levels }]) => [component, levels]))
}

type Saved<T> = { saved: true; changed: boolean } | { saved: false; current: T }

/** Saves words unless someone else changed them since; the caller holds the review's lock. */
export async function saveComment(
  tx: Tx,
  journey: { id: string; communityId: string },
  comment: Comment,
  { at, by }: { at: Date; by: string },
): Promise<Saved<Comment>> {
  const current = (await readComments(tx, journey.id)).get(comment.part)
  if ((current?.text ?? '') === comment.text) return { saved: true, changed: false }
  if (current && current.version !== comment.version) return { saved: false, current }
  const values = {
    text: comment.text,
    language: comment.language,
    version: (current?.version ?? 0) + 1,
    updated_at: at,
    updated_by: by,
  }
  await tx
    .insertInto('report_card_comment')
    .values({ journey_id: journey.id, community_id: journey.communityId, part: comment.part, ...values })
    .onConflict((on) => on.columns(['journey_id', 'part']).doUpdateSet(values))
    .execute()
  return { saved: true, changed: true }
}

/** Saves an own rating and a grade unless someone else changed them since; the caller holds the review's lock. */
export async function saveRating(
  tx: Tx,
  journey: { id: string; communityId: string },
  rating: Rating,
  { at, by }: { at: Date; by: string },
): Promise<Saved<Rating>> {
  const current = (await readRatings(tx, journey.id)).get(rating.component)
  const empty = Object.keys(rating.levels).length === 0 && rating.grade === undefined
  if (current ? sameRating(current, rating) : empty) return { saved: true, changed: false }
  if (current && current.version !== rating.version) return { saved: false, current }
  const values = {
    levels: JSON.stringify(rating.levels),
    grade: rating.grade ?? null,
    version: (current?.version ?? 0) + 1,
    updated_at: at,
    updated_by: by,
  }
  await tx
    .insertInto('report_card_rating')
    .values({ journey_id: journey.id, community_id: journey.communityId, component: rating.component, ...values })
    .onConflict((on) => on.columns(['journey_id', 'component']).doUpdateSet(values))
    .execute()
  return { saved: true, changed: true }
}

function sameRating(a: Rating, b: Rating): boolean {
  const of = ({ levels, grade }: Rating) => JSON.stringify([Object.entries(levels).sort(), grade])
  return of(a) === of(b)
}
