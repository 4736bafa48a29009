import { z } from 'zod'
import { planLimits } from '../../domain/plan-basis.ts'
import type { EditEntry, PlanEdit } from '../../domain/plan-edits-types.ts'
import { type Language, locales } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import { draftMessages } from './draft-messages.ts'
import { longestWords } from './words-page.tsx'

export type ReadEdit = { ok: true; edit: PlanEdit } | { ok: false; errors: FieldError[] }

/** How many entries of the list of changes the form was made from; -1 where it does not say, so that it conflicts. */
export function seenIn(form: PostedForm): number {
  const seen = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(textIn(form, 'seen') || 'none')
  return seen.success ? seen.data : -1
}

/** A number as people type it, with a comma or a point. */
export function numberIn(form: PostedForm, field: string): number {
  const typed = textIn(form, field).trim().replace(/\s/g, '').replace(',', '.')
  return typed === '' ? Number.NaN : Number(typed)
}

const pathwayId = z.enum(['A', 'B'])
const itemId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)

/** Reads a change to the items of a pathway. */
export function readItemEdit(form: PostedForm, weeks: number, language: Language): ReadEdit {
  const t = draftMessages[language]
  const pathway = pathwayId.safeParse(textIn(form, 'pathway'))
  const item = itemId.safeParse(textIn(form, 'item'))
  const by = itemId.safeParse(textIn(form, 'by'))
  const kind = textIn(form, 'kind')
  if (!pathway.success) return { ok: false, errors: [{ field: 'by', message: t.choose }] }
  if (kind === 'item-moved' && item.success) {
    const week = numberIn(form, 'week')
    if (!Number.isInteger(week) || week < 1 || week > weeks) {
      return { ok: false, errors: [{ field: 'week', message: t.badWeek(weeks) }] }
    }
    return { ok: true, edit: { kind, pathway: pathway.data, item: item.data, week } }
  }
  if (kind === 'item-removed' && item.success) {
    return { ok: true, edit: { kind, pathway: pathway.data, item: item.data } }
  }
  if (!by.success) return { ok: false, errors: [{ field: 'by', message: t.choose }] }
  if (kind === 'item-swapped' && item.success) {
    return { ok: true, edit: { kind, pathway: pathway.data, item: item.data, by: by.data } }
  }
  return { ok: true, edit: { kind: 'item-added', pathway: pathway.data, item: by.data } }
}

/** Reads hours and weeks. */
export function readTime(form: PostedForm, language: Language): ReadEdit {
  const t = draftMessages[language]
  const { hours: h, weeks: w } = planLimits
  const hours = numberIn(form, 'hours')
  const weeks = numberIn(form, 'weeks')
  const number = new Intl.NumberFormat(locales[language])
  const errors: FieldError[] = []
  if (!(hours >= h.least && hours <= h.most)) {
    errors.push({ field: 'hours', message: t.badHours(number.format(h.least), number.format(h.most)) })
  }
  if (!Number.isInteger(weeks) || weeks < w.least || weeks > w.most) {
    errors.push({ field: 'weeks', message: t.badWeeks(w.least, w.most) })
  }
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, edit: { kind: 'time', hours: Math.floor(hours * 4) / 4, weeks } }
}

/** Reads the words of a part. */
export function readWords(form: PostedForm, part: string, language: Language): ReadEdit {
  const t = draftMessages[language]
  if (textIn(form, 'restore') !== '') return { ok: true, edit: { kind: 'words-restored', part, language } }
  const text = textIn(form, 'text').replaceAll('\r\n', '\n').trim()
  const message = text === '' ? t.writeSomething : text.length > longestWords ? t.tooLong(longestWords) : undefined
  if (message !== undefined) return { ok: false, errors: [{ field: 'text', message }] }
  return { ok: true, edit: { kind: 'words', part, language, text } }
}

/**
 * What others changed since a form was made that the new change could undo unseen: the same words, or anything that decides the
 * items, since one item makes room for another.
 */
export function conflictsWith(edit: PlanEdit, since: readonly EditEntry[], all: readonly EditEntry[]): EditEntry[] {
  const isWords = (one: PlanEdit) => one.kind === 'words' || one.kind === 'words-restored'
  return since.filter((entry) => {
    const undone = 'undoes' in entry ? all.find(({ n }) => n === entry.undoes) : entry
    if (undone === undefined || !('edit' in undone)) return true
    const other = undone.edit
    if (isWords(edit) !== isWords(other)) return false
    return (
      !isWords(edit) ||
      ('part' in edit && 'part' in other && edit.part === other.part && edit.language === other.language)
    )
  })
}
