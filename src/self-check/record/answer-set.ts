import type { Pack } from '../../content/schema.ts'
import type { AnswerRow, AnswerSet, Given } from '../../domain/answers.ts'
import { planBasis } from '../../domain/plan-basis.ts'
import { askedOf } from './asked.ts'
import { type AskingPack, basisOf } from './basis.ts'
import { fitted } from './fitted.ts'
import { type Carried, type ComponentAnswer, isBlank, newRecord, reasonNeeded, type SelfCheckRecord } from './record.ts'
import { wordingChangedSince } from './releases.ts'

/** Stands in the file where a government set a component aside and gave no reason. */
export const setAside = 'Set aside by our government / Écarté par notre gouvernement'

/**
 * The answers as the engine and the answers file know them. Asked are the components of the form, and any other that has an
 * answer; what stays blank is a blank row. "Does not apply" without its reason counts as blank until the reason is there.
 * What the pack does not have is left out.
 */
export function toAnswerSet(whole: SelfCheckRecord, pack: AskingPack): AnswerSet {
  const record = fitted(whole, pack)
  const { form, variant } = basisOf(pack, record)
  const needsReason = reasonNeeded(pack, variant)
  const first = pack.facets[0]?.id ?? ''
  const carried = record.carried ?? {}
  const rows: AnswerRow[] = []
  const hasAnswer = (id: string) => !isBlank(record.answers[id])
  for (const component of askedOf(pack.components, { form, hasAnswer })) {
    const answer = record.answers[component.id]
    const givens = new Map(pack.facets.map((facet) => [facet.id, givenOf(answer, facet.id, needsReason)]))
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
  const versions = otherVersions(record, pack)
  return {
    rows,
    profile: record.profile,
    needs: record.needs,
    agreed: carried.agreed ?? {},
    release: record.release,
    ...(Object.keys(versions).length === 0 ? {} : { rubricVersions: versions }),
  }
}

/** Components answered under another version of their descriptors than the pack's, with that version. */
function otherVersions(record: SelfCheckRecord, pack: AskingPack): Record<string, number | null> {
  return Object.fromEntries(
    wordingChangedSince(record, pack.components).map((id) => [id, record.answers[id]?.rubricVersion ?? null]),
  )
}

function givenOf(answer: ComponentAnswer | undefined, facet: string, needsReason: boolean): Given {
  const mark = answer?.given[facet] ?? null
  if (mark === null) return { kind: 'blank' }
  if (mark === 'dk') return { kind: 'dk' }
  if (typeof mark === 'number') return { kind: 'level', level: mark }
  const reason = answer?.reasons?.[facet]?.trim() || (needsReason ? '' : setAside)
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
 * The form is the profile's, or what was asked. A file that names its release keeps it; one that does not is taken to answer the
 * release given.
 *
 * @param given.release hash of the release that `pack` is
 */
export function fromAnswerSet(
  answers: AnswerSet,
  pack: AskingPack,
  given: { id: string; now: Date; release: string },
): FromAnswers {
  const release = answers.release ?? given.release
  const respondents = new Set(answers.rows.map((row) => row.respondent))
  if (respondents.size > 1) return { ok: false, respondents: respondents.size }
  const first = pack.facets[0]?.id ?? ''
  const record = newRecord({ ...given, release, ...(release === given.release ? { pack: pack.id } : {}) })
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
  const versions = new Map(pack.components.map(({ id, rubricVersion }) => [id, rubricVersion]))
  for (const [id, answer] of Object.entries(record.answers)) {
    const version = answers.rubricVersions?.[id] ?? (release === given.release ? versions.get(id) : undefined)
    if (answers.rubricVersions?.[id] === null) answer.rubricVersion = null
    else if (version !== undefined) answer.rubricVersion = version
  }
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
