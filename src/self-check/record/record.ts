import type { Pack } from '../../content/schema.ts'
import type { AnswerRow, AnswerSet, Profile } from '../../domain/answers.ts'

/** What was marked for one facet: a level, "don't know", "does not apply here", or nothing. */
export type Mark = number | 'dk' | 'na' | null

/** Everything a person said about one component. */
export type ComponentAnswer = {
  /** Facet id -> mark; a facet left out is blank. */
  given: Record<string, Mark>
  /** Facet id -> why it does not apply. */
  reasons?: Record<string, string>
  /** Level of the first facet wanted in 12 months. */
  wanted?: number
  /** 0 not now, 1 would help, 2 important, 3 urgent. */
  importance?: number
  note?: string
  /**
   * Version of the descriptors that were answered; null when it is not known. Left out: that of the release being answered.
   * Scores of two versions are never compared (Method 2.4).
   */
  rubricVersion?: number | null
}

/** Parts of an imported answers file that the self-check does not ask about; they are carried along and exported again. */
export type Carried = {
  respondent?: string
  role?: string
  agreed?: AnswerSet['agreed']
  /** Component id -> facet id -> what else the row said. */
  rows?: Record<string, Record<string, Pick<AnswerRow, 'note' | 'evidence' | 'then'>>>
}

/** One self-check of one person, on a device or kept on the server. Plain JSON. */
export type SelfCheckRecord = {
  schema: 1
  id: string
  /** ISO date and time. */
  startedAt: string
  updatedAt: string
  /** Hash of the release that is being answered. */
  release: string
  /** Id of its pack; records of earlier days do not say. */
  pack?: string
  profile: Profile
  /** By component id. */
  answers: Record<string, ComponentAnswer>
  /** Components tagged as a need. */
  needs: string[]
  form?: 'short' | 'full'
  variant?: string
  /** Learning hours of the whole pathway. */
  hours?: number
  /** Length of the pathway. */
  weeks?: number
  /** The pathway that was chosen. */
  chosen?: 'A' | 'B'
  carried?: Carried
}

/** An empty self-check. */
export function newRecord(given: { id: string; now: Date; release: string; pack?: string }): SelfCheckRecord {
  const at = given.now.toISOString()
  return {
    schema: 1,
    id: given.id,
    startedAt: at,
    updatedAt: at,
    release: given.release,
    ...(given.pack === undefined ? {} : { pack: given.pack }),
    profile: {},
    answers: {},
    needs: [],
  }
}

/** Whether a value read back from the device's storage is a self-check of this schema. */
export function isRecord(value: unknown): value is SelfCheckRecord {
  if (typeof value !== 'object' || value === null) return false
  const { schema, id, answers, profile, needs } = value as Partial<Record<keyof SelfCheckRecord, unknown>>
  const isMap = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part)
  return schema === 1 && typeof id === 'string' && isMap(answers) && isMap(profile) && Array.isArray(needs)
}

/** Method 3: a community that governs itself may set any component aside without giving a reason. */
export function reasonNeeded(pack: Pick<Pack, 'variants'>, variant: string): boolean {
  return !pack.variants.some(({ id, ownGovernment }) => id === variant && ownGovernment === true)
}

/** Where a component stands in a self-check. */
export type AnswerState = 'blank' | 'started' | 'answered' | 'dk' | 'na' | 'reason-missing'

/**
 * Says how far a component is answered.
 *
 * @param facets ids of the pack's facets, in order
 * @param needsReason whether "does not apply" counts only with its reason: `reasonNeeded`
 */
export function answerState(
  answer: ComponentAnswer | undefined,
  facets: readonly string[],
  needsReason: boolean,
): AnswerState {
  if (answer === undefined || isBlank(answer)) return 'blank'
  const marks = facets.map((facet) => answer.given[facet] ?? null)
  const lacksReason = (facet: string) => answer.given[facet] === 'na' && needsReason && !answer.reasons?.[facet]?.trim()
  if (marks[0] === 'na') return lacksReason(facets[0] ?? '') ? 'reason-missing' : 'na'
  if (facets.some(lacksReason)) return 'reason-missing'
  if (marks.some((mark) => mark === null)) return 'started'
  return marks.every((mark) => mark === 'dk') ? 'dk' : 'answered'
}

/** Nothing was said about the component at all. */
export function isBlank(answer: ComponentAnswer | undefined): boolean {
  if (answer === undefined) return true
  const { given, wanted, importance, note } = answer
  const marked = Object.values(given).some((mark) => mark !== null && mark !== undefined)
  return !marked && wanted === undefined && importance === undefined && !note?.trim()
}

/** States that count as done in "n of m answered". */
export function isDone(state: AnswerState): boolean {
  return state === 'answered' || state === 'dk' || state === 'na'
}
