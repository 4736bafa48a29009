import type { Pack } from '../content/schema.ts'
import type { PlanBasis } from '../domain/action-plan-types.ts'
import type { AnswerRow, AnswerSet, Given, Profile } from '../domain/answers.ts'
import { planBasis } from '../domain/plan-basis.ts'

/** What was marked for one facet: a level, "don't know", "does not apply here", or nothing. */
export type Mark = number | 'dk' | 'na' | null

/** Longest reason and note, in characters. */
export const longest = { reason: 500, note: 2000 } as const

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

/** The parts of a pack that decide which questions are asked. */
export type AskingPack = Pick<Pack, 'components' | 'facets' | 'variants' | 'profile' | 'languages'>

/** An empty self-check. */
export function newRecord(given: { id: string; now: Date; release: string }): SelfCheckRecord {
  const at = given.now.toISOString()
  return {
    schema: 1,
    id: given.id,
    startedAt: at,
    updatedAt: at,
    release: given.release,
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

/**
 * What holds for this self-check: the profile's suggestions, then the person's own choices. While nothing says which form,
 * it is the short one.
 */
export function basisOf(pack: AskingPack, record: SelfCheckRecord): PlanBasis {
  const { hours, weeks, form, variant } = record
  const core = pack.components.filter((component) => component.core).map((component) => component.id)
  const basis = planBasis(pack as Pack, record.profile, {
    answeredComponents: core,
    ...(hours === undefined ? {} : { hours }),
    ...(weeks === undefined ? {} : { weeks }),
  })
  const known = pack.variants.some((candidate) => candidate.id === variant)
  return { ...basis, ...(form ? { form } : {}), ...(variant !== undefined && known ? { variant } : {}) }
}

/** Method 3: an Indigenous government may drop any component without giving a reason. */
export function reasonNeeded(variant: string): boolean {
  return variant !== 'indigenous-government'
}

/** Stands in the file where a government set a component aside and gave no reason. */
export const setAside = 'Set aside by our government / Écarté par notre gouvernement'

/**
 * The answers as the engine and the answers file know them. Asked are the components of the form, and any other that has an
 * answer; what stays blank is a blank row. "Does not apply" without its reason counts as blank until the reason is there.
 * Components that the pack does not have are left out.
 */
export function toAnswerSet(record: SelfCheckRecord, pack: AskingPack): AnswerSet {
  const { form, variant } = basisOf(pack, record)
  const first = pack.facets[0]?.id ?? ''
  const carried = record.carried ?? {}
  const rows: AnswerRow[] = []
  for (const component of pack.components) {
    const answer = record.answers[component.id]
    const asked = form === 'full' || component.core || (answer !== undefined && !isBlank(answer))
    if (!asked) continue
    const givens = new Map(pack.facets.map((facet) => [facet.id, givenOf(answer, facet.id, variant)]))
    const hidden = givens.get(first)?.kind === 'na'
    for (const facet of pack.facets) {
      const isFirst = facet.id === first
      const given = hidden && !isFirst ? ({ kind: 'blank' } as const) : (givens.get(facet.id) ?? { kind: 'blank' })
      rows.push({
        respondent: carried.respondent ?? '1',
        ...(carried.role === undefined ? {} : { role: carried.role }),
        component: component.id,
        facet: facet.id,
        given,
        ...carried.rows?.[component.id]?.[facet.id],
        ...(isFirst && answer ? wishesOf(answer, hidden) : {}),
      })
    }
  }
  const known = new Set(pack.components.map((component) => component.id))
  return {
    rows,
    profile: record.profile,
    needs: record.needs.filter((id) => known.has(id)),
    agreed: carried.agreed ?? {},
    release: record.release,
  }
}

function givenOf(answer: ComponentAnswer | undefined, facet: string, variant: string): Given {
  const mark = answer?.given[facet] ?? null
  if (mark === null) return { kind: 'blank' }
  if (mark === 'dk') return { kind: 'dk' }
  if (typeof mark === 'number') return { kind: 'level', level: mark }
  const reason = answer?.reasons?.[facet]?.trim() || (reasonNeeded(variant) ? '' : setAside)
  return reason === '' ? { kind: 'blank' } : { kind: 'na', reason }
}

function wishesOf(answer: ComponentAnswer, hidden: boolean): Pick<AnswerRow, 'wanted' | 'importance' | 'note'> {
  const { wanted, importance } = answer
  const note = answer.note?.trim()
  return {
    ...(wanted === undefined || hidden ? {} : { wanted }),
    ...(importance === undefined || hidden ? {} : { importance }),
    ...(note ? { note } : {}),
  }
}

export type FromAnswers = { ok: true; record: SelfCheckRecord } | { ok: false; respondents: number }

/**
 * A self-check from an answers file. A self-check holds one voice: a file of several respondents is refused, with their number.
 * The form is the profile's, or what was asked.
 */
export function fromAnswerSet(
  answers: AnswerSet,
  pack: AskingPack,
  given: { id: string; now: Date; release: string },
): FromAnswers {
  const respondents = new Set(answers.rows.map((row) => row.respondent))
  if (respondents.size > 1) return { ok: false, respondents: respondents.size }
  const first = pack.facets[0]?.id ?? ''
  const record = newRecord(given)
  const asked = [...new Set(answers.rows.map((row) => row.component))]
  const basis = planBasis(pack as Pack, answers.profile, { answeredComponents: asked })
  record.profile = answers.profile
  record.needs = [...answers.needs]
  record.form = basis.form
  record.variant = basis.variant
  const carried: Carried = {}
  const [respondent] = respondents
  if (respondent !== undefined && respondent !== '1') carried.respondent = respondent
  const role = answers.rows.find((row) => row.role !== undefined)?.role
  if (role !== undefined) carried.role = role
  if (Object.keys(answers.agreed).length > 0) carried.agreed = answers.agreed
  for (const row of answers.rows) {
    record.answers[row.component] ??= { given: {} }
    addRow(record.answers[row.component] as ComponentAnswer, row, row.facet === first)
    const { evidence, then, note } = row
    const rest = {
      ...(note === undefined || row.facet === first ? {} : { note }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(then === undefined ? {} : { then }),
    }
    if (Object.keys(rest).length === 0) continue
    carried.rows ??= {}
    carried.rows[row.component] = { ...carried.rows[row.component], [row.facet]: rest }
  }
  if (Object.keys(carried).length > 0) record.carried = carried
  return { ok: true, record }
}

function addRow(answer: ComponentAnswer, row: AnswerRow, isFirst: boolean) {
  const { given } = row
  if (given.kind === 'level') answer.given[row.facet] = given.level
  if (given.kind === 'dk' || given.kind === 'na') answer.given[row.facet] = given.kind
  if (given.kind === 'na') answer.reasons = { ...answer.reasons, [row.facet]: given.reason }
  if (!isFirst) return
  if (row.wanted !== undefined) answer.wanted = row.wanted
  if (row.importance !== undefined) answer.importance = row.importance
  if (row.note !== undefined) answer.note = row.note
}

/** Where a component stands in a self-check. */
export type AnswerState = 'blank' | 'started' | 'answered' | 'dk' | 'na' | 'reason-missing'

/**
 * Says how far a component is answered.
 *
 * @param facets ids of the pack's facets, in order
 */
export function answerState(
  answer: ComponentAnswer | undefined,
  facets: readonly string[],
  variant: string,
): AnswerState {
  if (answer === undefined || isBlank(answer)) return 'blank'
  const marks = facets.map((facet) => answer.given[facet] ?? null)
  const lacksReason = (facet: string) =>
    answer.given[facet] === 'na' && reasonNeeded(variant) && !answer.reasons?.[facet]?.trim()
  if (marks[0] === 'na') return lacksReason(facets[0] ?? '') ? 'reason-missing' : 'na'
  if (facets.some(lacksReason)) return 'reason-missing'
  if (marks.some((mark) => mark === null)) return 'started'
  return marks.every((mark) => mark === 'dk') ? 'dk' : 'answered'
}

/** Nothing was said about the component at all. */
export function isBlank(answer: ComponentAnswer): boolean {
  const { given, wanted, importance, note } = answer
  const marked = Object.values(given).some((mark) => mark !== null && mark !== undefined)
  return !marked && wanted === undefined && importance === undefined && !note?.trim()
}

/** States that count as done in "n of m answered". */
export function isDone(state: AnswerState): boolean {
  return state === 'answered' || state === 'dk' || state === 'na'
}
