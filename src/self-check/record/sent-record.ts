import { z } from 'zod'
import type { Pack } from '../../content/schema.ts'
import { longestTexts } from '../../domain/answer-rows.ts'
import { planLimits } from '../../domain/plan-basis.ts'
import { topImportance } from '../../domain/priorities.ts'
import { scaleOf } from '../../domain/scale.ts'
import { knownProfile, only } from './fitted.ts'
import { isRecord, type SelfCheckRecord } from './record.ts'

/** A text that is longer than what is kept: in which component, which of its texts, and how long it may be. */
export type TooLong = { component?: string; part: keyof typeof longestTexts; most: number }

/** `tooLong` is empty when what was sent is no self-check at all. */
export type SentReading = { ok: true; record: SelfCheckRecord } | { ok: false; tooLong: TooLong[] }

/**
 * Reads a self-check that a device sends. Components, facets, wordings and profile answers that the pack does not have are passed
 * over, so that only what belongs to it is used or kept; any other surprise is refused.
 */
export function readSentRecord(value: unknown, pack: Pack): SentReading {
  const read = recordSchema(pack).safeParse(value)
  if (read.success && isRecord(read.data)) return { ok: true, record: read.data }
  const issues = read.error?.issues ?? []
  const tooLong = issues.flatMap((issue) => (issue.code === 'too_big' ? tooLongAt(issue.path) : []))
  return { ok: false, tooLong: tooLong.length === issues.length ? tooLong : [] }
}

/** The release that a sent value names, before anything else of it is read. */
export function releaseOf(value: unknown): string | undefined {
  const read = z.looseObject({ release: hash }).safeParse(value)
  return read.success ? read.data.release : undefined
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)

function recordSchema(pack: Pack) {
  const { top } = scaleOf(pack)
  const components = pack.components.map(({ id }) => id)
  const facets = pack.facets.map(({ id }) => id)
  const level = z.int().min(0).max(top)
  const text = (name: keyof typeof longestTexts) => z.string().max(longestTexts[name])
  const answer = z.strictObject({
    given: known(facets, z.union([level, z.enum(['dk', 'na']), z.null()])),
    reasons: known(facets, text('reason')).optional(),
    wanted: level.optional(),
    importance: z.int().min(0).max(topImportance).optional(),
    note: text('note').optional(),
    rubricVersion: z.int().min(1).max(1_000_000).nullable().optional(),
  })
  const row = z.strictObject({
    note: text('note').optional(),
    evidence: text('evidence').optional(),
    // biome-ignore lint/suspicious/noThenProperty: the column is called so in the files; it holds a number and is never awaited
    then: level.optional(),
  })
  return z
    .strictObject({
      schema: z.literal(1),
      id: z.string().max(80),
      startedAt: z.iso.datetime(),
      updatedAt: z.iso.datetime(),
      release: hash,
      pack: z.string().max(80).optional(),
      profile: z.unknown().transform((value) => knownProfile(pack, value)),
      answers: known(components, answer),
      needs: z.array(z.string()).transform((needs) => components.filter((id) => needs.includes(id))),
      form: z.enum(['short', 'full']).optional(),
      variant: z.string().max(80).optional(),
      hours: z.number().min(0).max(planLimits.hours.most).optional(),
      weeks: z.int().min(planLimits.weeks.least).max(planLimits.weeks.most).optional(),
      chosen: z.enum(['A', 'B']).optional(),
      carried: z
        .strictObject({
          respondent: text('respondent').optional(),
          role: text('role').optional(),
          agreed: known(components, known(facets, level)).optional(),
          rows: known(components, known(facets, row)).optional(),
        })
        .optional(),
    })
    .transform(({ variant, ...record }) =>
      pack.variants.some(({ id }) => id === variant) ? { ...record, variant } : record,
    )
}

/** An object of which only the members with these names are read. */
function known<T extends z.ZodType>(names: readonly string[], member: T) {
  return z
    .record(z.string(), z.unknown())
    .transform((values) => only(values, names))
    .pipe(z.record(z.string(), member))
}

/** `answers.<component>.note`, `answers.<component>.reasons.<facet>`, `carried.rows.<component>.<facet>.evidence`, `carried.role`. */
function tooLongAt(path: readonly PropertyKey[]): TooLong[] {
  const parts = path.map((part) => (part === 'reasons' ? 'reason' : String(part)))
  const part = (Object.keys(longestTexts) as TooLong['part'][]).find((name) => parts.includes(name, 1))
  if (part === undefined) return []
  const component = parts[0] === 'answers' ? parts[1] : parts[1] === 'rows' ? parts[2] : undefined
  return [{ ...(component === undefined ? {} : { component }), part, most: longestTexts[part] }]
}
