import { isDay } from '../../domain/plan-dates.ts'
import type { Language } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import type { Dates, WrittenBlock } from './entries.ts'
import { finalPlanRoomMessages } from './messages.ts'

export type Posted<Value> = { value: Value; version: number; errors: FieldError[] }

const longest = 6000

const words = (form: PostedForm, name: string) => textIn(form, name).replaceAll('\r\n', '\n').trim()

export function versionIn(form: PostedForm): number {
  const version = Number(textIn(form, 'version'))
  return Number.isInteger(version) && version >= 0 ? version : 0
}

/** The message or the resources. */
export function writtenIn(form: PostedForm, language: Language): Posted<WrittenBlock> {
  const text = words(form, 'text')
  const message = finalPlanRoomMessages[language].errors.tooLong
  return {
    value: { text, language },
    version: versionIn(form),
    errors: text.length > longest ? [{ field: 'text', message }] : [],
  }
}

export const dateField = (component: string) => `date-${component}`

/** Start, review, and the date of each target. */
export function datesIn(form: PostedForm, components: readonly string[], language: Language): Posted<Dates> {
  const t = finalPlanRoomMessages[language].errors
  const errors: FieldError[] = []
  const day = (field: string) => {
    const text = words(form, field)
    if (!isDay(text)) errors.push({ field, message: t.date })
    return text
  }
  const start = day('start')
  const review = day('review')
  if (errors.length === 0 && review <= start) errors.push({ field: 'review', message: t.order })
  const priorities = Object.fromEntries(components.map((component) => [component, day(dateField(component))]))
  return { value: { start, review, priorities }, version: versionIn(form), errors }
}

export type Asked = { body: string; expectedOn: string; pause: boolean }

/** What is asked of the approval body. */
export function askedIn(form: PostedForm, language: Language): { value: Asked; errors: FieldError[] } {
  const t = finalPlanRoomMessages[language].errors
  const value = {
    body: words(form, 'body').slice(0, 300),
    expectedOn: words(form, 'expected'),
    pause: textIn(form, 'pause') === 'yes',
  }
  const errors: FieldError[] = []
  if (value.body === '') errors.push({ field: 'body', message: t.body })
  if (value.expectedOn !== '' && !isDay(value.expectedOn)) errors.push({ field: 'expected', message: t.date })
  return { value, errors }
}

export type Decided = {
  decision: 'signed' | 'returned' | undefined
  decidedOn: string
  reference: string
  comments: string
}

/** What the body decided. */
export function decidedIn(
  form: PostedForm,
  today: string,
  language: Language,
): { value: Decided; errors: FieldError[] } {
  const t = finalPlanRoomMessages[language].errors
  const said = textIn(form, 'decision')
  const value: Decided = {
    decision: said === 'signed' || said === 'returned' ? said : undefined,
    decidedOn: words(form, 'decidedOn'),
    reference: words(form, 'reference').slice(0, 300),
    comments: words(form, 'comments').slice(0, longest),
  }
  const errors: FieldError[] = []
  if (value.decision === undefined) errors.push({ field: 'decision', message: t.decision })
  if (!isDay(value.decidedOn)) errors.push({ field: 'decidedOn', message: t.decidedOn })
  else if (value.decidedOn > today) errors.push({ field: 'decidedOn', message: t.future })
  if (value.decision === 'returned' && value.comments === '') errors.push({ field: 'comments', message: t.comments })
  return { value, errors }
}
