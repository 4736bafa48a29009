import { z } from 'zod'
import type { Component, Pack } from '../../content/schema.ts'
import { longestTexts } from '../../domain/answer-rows.ts'
import { planLimits } from '../../domain/plan-basis.ts'
import { topImportance } from '../../domain/priorities.ts'
import { scaleOf } from '../../domain/scale.ts'
import type { Language } from '../../platform/languages.ts'
import { type PostedForm, textsIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import { readPlanNumber } from '../record/plan-numbers.ts'
import { type ComponentAnswer, isBlank, type Mark, reasonNeeded, type SelfCheckRecord } from '../record/record.ts'
import { selfCheckMessages } from './messages.ts'
import type { SetUpValues } from './set-up-page.tsx'

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

/**
 * Reads a posted question; `clear` names the field that the person let go of. What is saved is an answer to the descriptors of this
 * pack, whatever was answered before.
 */
export function readAnswerForm(
  form: PostedForm,
  pack: Pack,
  component: Component,
  variant: string,
  language: Language,
): AnswerForm {
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
    if (reason.length > longestTexts.reason)
      errors.push({ field: `reason.${facet.id}`, message: t.tooLong(longestTexts.reason) })
    if (reason !== '') answer.reasons = { ...answer.reasons, [facet.id]: reason }
    if (mark === 'na' && reason === '' && reasonNeeded(pack, variant) && cleared === '') {
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
  if (note.length > longestTexts.note) errors.push({ field: 'note', message: t.tooLong(longestTexts.note) })
  if (note !== '') answer.note = note
  if (!isBlank(answer)) answer.rubricVersion = component.rubricVersion
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
  const number = (name: 'hours' | 'weeks', message: string) => {
    const given = text(form, name)
    if (given.trim() === '') return
    const read = readPlanNumber(name, given)
    if (read === undefined) errors.push({ field: name, message })
    else choices[name] = read
  }
  number('hours', t.hoursError(planLimits.hours))
  number('weeks', t.weeksError(planLimits.weeks))
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
  const ticked = textsIn(form, 'needs')
  return pack.components.map((component) => component.id).filter((id) => ticked.includes(id))
}

function text(form: PostedForm, name: string): string {
  return textsIn(form, name).at(-1) ?? ''
}
