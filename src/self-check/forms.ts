import { z } from 'zod'
import type { Pack } from '../content/schema.ts'
import type { Profile } from '../domain/answers.ts'
import { topImportance } from '../domain/priorities.ts'
import { readProfile } from '../domain/profile-answers.ts'
import { scaleOf } from '../domain/scale.ts'
import type { Language } from '../platform/languages.ts'
import type { FieldError } from '../ui/parts.tsx'
import { selfCheckMessages } from './messages.ts'
import { type ComponentAnswer, isRecord, longest, type Mark, reasonNeeded, type SelfCheckRecord } from './record.ts'
import { type SetUpValues, setUpLimits } from './set-up-page.tsx'

/** A posted form: field name -> value, or several. */
export type PostedForm = Record<string, string | File | (string | File)[]>

const version = z.coerce.number().int().min(0).max(2_000_000_000)

/** What a question page posted. Unreadable values (never made by the page itself) are an error, not a guess. */
export type AnswerForm = {
  answer: ComponentAnswer
  version: number
  errors: FieldError[]
  /** Stay on the page, because a choice was cleared. */
  stay: boolean
  go: 'next' | 'review'
}

/** Reads a posted question; `clear` names the field that the person let go of. */
export function readAnswerForm(form: PostedForm, pack: Pack, variant: string, language: Language): AnswerForm {
  const t = selfCheckMessages[language]
  const errors: FieldError[] = []
  const cleared = text(form, 'clear')
  const value = (name: string) => (cleared === name ? '' : text(form, name))
  const answer: ComponentAnswer = { given: {} }
  const levels = Array.from({ length: scaleOf(pack).options }, (_, level) => String(level))
  const oneOf = (name: string, allowed: readonly string[]) => {
    const given = value(name)
    if (given === '' || allowed.includes(given)) return given
    errors.push({ field: name, message: t.badAnswer })
    return ''
  }
  for (const facet of pack.facets) {
    const mark = oneOf(`given.${facet.id}`, [...levels, 'dk', 'na'])
    if (mark !== '') answer.given[facet.id] = toMark(mark)
    const reason = value(`reason.${facet.id}`).trim()
    if (reason.length > longest.reason) errors.push({ field: `reason.${facet.id}`, message: t.tooLong(longest.reason) })
    if (reason !== '') answer.reasons = { ...answer.reasons, [facet.id]: reason }
    if (mark === 'na' && reason === '' && reasonNeeded(variant) && cleared === '') {
      errors.push({ field: `reason.${facet.id}`, message: t.reasonMissing })
    }
    // On a first facet that does not apply the rest of the page is not counted.
    if (mark === 'na' && facet === pack.facets[0]) break
  }
  const wanted = oneOf('wanted', levels)
  if (wanted !== '') answer.wanted = Number(wanted)
  const importance = oneOf(
    'importance',
    Array.from({ length: topImportance + 1 }, (_, step) => String(step)),
  )
  if (importance !== '') answer.importance = Number(importance)
  const note = value('note').trim()
  if (note.length > longest.note) errors.push({ field: 'note', message: t.tooLong(longest.note) })
  if (note !== '') answer.note = note
  return {
    answer,
    version: versionOf(form),
    errors,
    stay: cleared !== '',
    go: text(form, 'go') === 'review' ? 'review' : 'next',
  }
}

function toMark(value: string): Mark {
  return value === 'dk' || value === 'na' ? value : Number(value)
}

/** The version that the page was made from; a page without one counts as older than everything. */
export function versionOf(form: PostedForm): number {
  const read = version.safeParse(text(form, 'version'))
  return read.success ? read.data : 0
}

/** Reads the profile questions that the self-check asks; what was answered elsewhere stays. */
export function readProfileForm(form: PostedForm, pack: Pack, before: Profile): Profile | undefined {
  const asked = pack.profile.filter((question) => question.selfCheck)
  const given = Object.fromEntries(asked.map((question) => [question.id, texts(form, question.id)]))
  const reading = readProfile(pack, given)
  if (!reading.ok) return undefined
  const others = Object.entries(before).filter(([id]) => !asked.some((question) => question.id === id))
  return { ...Object.fromEntries(others), ...reading.profile }
}

const hours = z.coerce.number().min(0).max(setUpLimits.hours)
const weeks = z.coerce.number().int().min(1).max(setUpLimits.weeks)

export type SetUpForm = {
  values: SetUpValues
  choices: Pick<SelfCheckRecord, 'form' | 'variant' | 'hours' | 'weeks'>
  version: number
  errors: FieldError[]
}

/** Reads form, wording, hours and weeks. An empty number means "as suggested". */
export function readSetUpForm(form: PostedForm, pack: Pack, language: Language, before: SetUpValues): SetUpForm {
  const t = selfCheckMessages[language]
  const choices: SetUpForm['choices'] = {}
  const errors: FieldError[] = []
  const chosenForm = text(form, 'form')
  if (chosenForm === 'short' || chosenForm === 'full') choices.form = chosenForm
  const variant = pack.variants.find((candidate) => candidate.id === text(form, 'variant'))
  if (variant) choices.variant = variant.id
  const number = (name: 'hours' | 'weeks', schema: z.ZodType<number>, message: string) => {
    // A decimal comma is how French writes quarter hours.
    const given = text(form, name).trim().replace(',', '.')
    if (given === '') return
    const read = schema.safeParse(given)
    if (read.success) choices[name] = read.data
    else errors.push({ field: name, message })
  }
  number('hours', hours, t.hoursError)
  number('weeks', weeks, t.weeksError)
  const values: SetUpValues = {
    form: choices.form ?? before.form,
    variant: choices.variant ?? before.variant,
    hours: text(form, 'hours'),
    weeks: text(form, 'weeks'),
  }
  return { values, choices, version: versionOf(form), errors }
}

/** The ticked needs that are components of the pack. */
export function readNeedsForm(form: PostedForm, pack: Pack): string[] {
  const ticked = texts(form, 'needs')
  return pack.components.map((component) => component.id).filter((id) => ticked.includes(id))
}

/**
 * The shape of a self-check that a device sends for a resume link. Unknown components, facets, levels and members are refused,
 * so that nothing else can be stored under a link.
 */
export function recordSchema(pack: Pack) {
  const { top } = scaleOf(pack)
  const components = z.enum(pack.components.map((component) => component.id))
  const facets = z.enum(pack.facets.map((facet) => facet.id))
  const level = z.int().min(0).max(top)
  const line = z.string().max(longest.note)
  const answer = z.strictObject({
    given: z.partialRecord(facets, z.union([level, z.enum(['dk', 'na']), z.null()])),
    reasons: z.partialRecord(facets, z.string().max(longest.reason)).optional(),
    wanted: level.optional(),
    importance: z.int().min(0).max(topImportance).optional(),
    note: line.optional(),
  })
  // biome-ignore lint/suspicious/noThenProperty: the column is called so in the files; it holds a number and is never awaited
  const row = z.strictObject({ note: line.optional(), evidence: line.optional(), then: level.optional() })
  const short = z.string().max(200)
  return z.strictObject({
    schema: z.literal(1),
    id: z.string().max(80),
    startedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    release: z.string().regex(/^[0-9a-f]{64}$/),
    profile: z.unknown().transform((value, context) => {
      const reading = readProfile(pack, value)
      if (reading.ok) return reading.profile
      context.addIssue({ code: 'custom', message: 'not answers to this profile' })
      return z.NEVER
    }),
    answers: z.partialRecord(components, answer),
    needs: z.array(components).max(pack.components.length),
    form: z.enum(['short', 'full']).optional(),
    variant: z.enum(pack.variants.map((variant) => variant.id)).optional(),
    hours: hours.optional(),
    weeks: weeks.optional(),
    chosen: z.enum(['A', 'B']).optional(),
    carried: z
      .strictObject({
        respondent: short.optional(),
        role: short.optional(),
        agreed: z.partialRecord(components, z.partialRecord(facets, level)).optional(),
        rows: z.partialRecord(components, z.partialRecord(facets, row)).optional(),
      })
      .optional(),
  })
}

/** A self-check sent by a device, or nothing when it is not one of this pack. */
export function readSentRecord(value: unknown, pack: Pack): SelfCheckRecord | undefined {
  const read = recordSchema(pack).safeParse(value)
  return read.success && isRecord(read.data) ? read.data : undefined
}

function text(form: PostedForm, name: string): string {
  return texts(form, name).at(-1) ?? ''
}

function texts(form: PostedForm, name: string): string[] {
  const value = form[name]
  return (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string' && part !== '') as string[]
}
