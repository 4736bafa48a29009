import type { Profile } from '../../domain/answers.ts'
import { planLimits } from '../../domain/plan-basis.ts'
import type { Carried, ComponentAnswer, Mark, SelfCheckRecord } from './record.ts'

/** Highest importance, and a bound for whole numbers that no scale reaches. */
const topImportance = 3
const topWhole = 1_000_000

/**
 * A self-check from a value that a device kept, which anything may have damaged. Parts that cannot be used are left out and the rest
 * is kept; ids are not checked, since a record may belong to another release.
 *
 * @returns nothing when the value is no self-check at all
 */
export function soundRecord(value: unknown): SelfCheckRecord | undefined {
  if (!isMap(value) || value.schema !== 1 || !isMap(value.answers)) return undefined
  const { form, variant, pack, chosen, hours, weeks } = value
  return {
    schema: 1,
    id: isText(value.id) ? value.id : '',
    startedAt: moment(value.startedAt),
    updatedAt: moment(value.updatedAt),
    release: isText(value.release) ? value.release : '',
    profile: picked(value.profile, profileAnswer) as Profile,
    answers: picked(value.answers, soundAnswer),
    needs: Array.isArray(value.needs) ? value.needs.filter(isText) : [],
    ...(isText(pack) ? { pack } : {}),
    ...(form === 'short' || form === 'full' ? { form } : {}),
    ...(isText(variant) ? { variant } : {}),
    ...(isWithin(hours, planLimits.hours.least, planLimits.hours.most) ? { hours } : {}),
    ...(isWhole(weeks, planLimits.weeks.least, planLimits.weeks.most) ? { weeks } : {}),
    ...(chosen === 'A' || chosen === 'B' ? { chosen } : {}),
    ...(isMap(value.carried) ? { carried: soundCarried(value.carried) } : {}),
  }
}

function soundAnswer(value: unknown): ComponentAnswer | undefined {
  if (!isMap(value)) return undefined
  const { reasons, wanted, importance, note, rubricVersion } = value
  return {
    given: picked(value.given, mark),
    ...(isMap(reasons) ? { reasons: picked(reasons, text) } : {}),
    ...(isWhole(wanted) ? { wanted } : {}),
    ...(isWhole(importance, 0, topImportance) ? { importance } : {}),
    ...(isText(note) ? { note } : {}),
    ...(rubricVersion === null || isWhole(rubricVersion, 1) ? { rubricVersion } : {}),
  }
}

function soundCarried({ respondent, role, agreed, rows }: Record<string, unknown>): Carried {
  return {
    ...(isText(respondent) ? { respondent } : {}),
    ...(isText(role) ? { role } : {}),
    ...(isMap(agreed) ? { agreed: picked(agreed, (levels) => picked(levels, whole)) } : {}),
    ...(isMap(rows) ? { rows: picked(rows, (facets) => picked(facets, carriedRow)) } : {}),
  }
}

function carriedRow(value: unknown) {
  if (!isMap(value)) return undefined
  const { note, evidence, then: earlier } = value
  return {
    ...(isText(note) ? { note } : {}),
    ...(isText(evidence) ? { evidence } : {}),
    // biome-ignore lint/suspicious/noThenProperty: the column is called so in the files; it holds a number and is never awaited
    ...(isWhole(earlier) ? { then: earlier } : {}),
  }
}

/** The members of an object that can be read; nothing of anything else. */
function picked<T>(value: unknown, read: (member: unknown) => T | undefined): Record<string, T> {
  if (!isMap(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, T][] => {
      const one = read(member)
      return one === undefined ? [] : [[name, one]]
    }),
  )
}

function mark(value: unknown): Mark | undefined {
  return value === 'dk' || value === 'na' || value === null || isWhole(value) ? value : undefined
}

function profileAnswer(value: unknown): string | string[] | undefined {
  return Array.isArray(value) ? value.filter(isText) : text(value)
}

const text = (value: unknown) => (isText(value) ? value : undefined)
const whole = (value: unknown) => (isWhole(value) ? value : undefined)
const isText = (value: unknown): value is string => typeof value === 'string'

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function isWhole(value: unknown, least = 0, most = topWhole): value is number {
  return Number.isInteger(value) && isWithin(value, least, most)
}

function moment(value: unknown): string {
  const time = isText(value) ? Date.parse(value) : Number.NaN
  return new Date(Number.isNaN(time) ? 0 : time).toISOString()
}
