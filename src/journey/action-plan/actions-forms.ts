import { z } from 'zod'
import type { Pack } from '../../content/schema.ts'
import type { Language } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import { actionStatuses } from './action-status.ts'
import { actionMessages } from './actions-messages.ts'
import type { ActionValues, PlanAction } from './actions-store.ts'
import { numberIn } from './edit-forms.ts'

const longest = { title: 300, description: 2000, note: 2000, link: 500, owner: 120 }

/** The fields of an action as they are typed. */
export const actionFields = [
  'title',
  'description',
  'component',
  'owner',
  'ownerName',
  'due',
  'effort',
  'cost',
  'status',
] as const
export type TypedAction = Record<(typeof actionFields)[number], string>

/** What was typed, so that nothing is lost. */
export function typedAction(form: PostedForm): TypedAction {
  const entries = actionFields.map((field) => [field, textIn(form, field).replaceAll('\r\n', '\n').trim()])
  return Object.fromEntries(entries) as TypedAction
}

/** A saved action as its form shows it. */
export function asTyped(action: PlanAction | undefined): TypedAction {
  const { owner } = action ?? {}
  return {
    title: action?.title ?? '',
    description: action?.description ?? '',
    component: action?.component ?? '',
    owner: owner && 'personId' in owner ? owner.personId : '',
    ownerName: owner && !('personId' in owner) ? owner.name : '',
    due: action?.due ?? '',
    effort: action?.effortHours === undefined ? '' : String(action.effortHours),
    cost: action?.costCents === undefined ? '' : (action.costCents / 100).toFixed(2),
    status: action?.status ?? 'planned',
  }
}

/** Reads the form of an action. */
export function readAction(
  form: PostedForm,
  given: { pack: Pick<Pack, 'components'>; owners: readonly { personId: string }[]; language: Language },
): { ok: true; values: ActionValues } | { ok: false; errors: FieldError[] } {
  const t = actionMessages[given.language]
  const typed = typedAction(form)
  const errors: FieldError[] = []
  const check = (holds: boolean, field: string, message: string) => {
    if (!holds) errors.push({ field, message })
  }
  const effort = typed.effort === '' ? undefined : numberIn(form, 'effort')
  const cost = typed.cost === '' ? undefined : numberIn(form, 'cost')
  check(typed.title !== '', 'title', t.required)
  check(typed.title.length <= longest.title, 'title', t.tooLong(longest.title))
  check(typed.description.length <= longest.description, 'description', t.tooLong(longest.description))
  check(typed.ownerName.length <= longest.owner, 'ownerName', t.tooLong(longest.owner))
  check(typed.due === '' || isDay(typed.due), 'due', t.badDate)
  check(effort === undefined || (effort >= 0 && effort <= 100_000), 'effort', t.badHours)
  check(cost === undefined || (cost >= 0 && cost <= 1_000_000_000), 'cost', t.badCost)
  if (errors.length > 0) return { ok: false, errors }
  const ownerId = given.owners.find(({ personId }) => personId === typed.owner)?.personId
  return {
    ok: true,
    values: {
      title: typed.title,
      description: typed.description,
      component: given.pack.components.find(({ id }) => id === typed.component)?.id,
      ownerId,
      ownerName: ownerId === undefined ? typed.ownerName : '',
      due: typed.due === '' ? undefined : typed.due,
      effortHours: effort === undefined ? undefined : Math.round(effort * 100) / 100,
      costCents: cost === undefined ? undefined : Math.round(cost * 100),
      status: actionStatuses.find((status) => status === typed.status) ?? 'planned',
    },
  }
}

/** Reads what shows that an action is done; the file is checked apart. */
export function readDone(
  form: PostedForm,
  today: string,
  language: Language,
): { ok: true; doneOn: string; note: string; link: string } | { ok: false; errors: FieldError[] } {
  const t = actionMessages[language]
  const doneOn = textIn(form, 'doneOn').trim() || today
  const note = textIn(form, 'note').replaceAll('\r\n', '\n').trim()
  const link = textIn(form, 'link').trim()
  const errors: FieldError[] = []
  if (!isDay(doneOn)) errors.push({ field: 'doneOn', message: t.badDate })
  if (note.length > longest.note) errors.push({ field: 'note', message: t.tooLong(longest.note) })
  if (link !== '' && (link.length > longest.link || !z.url({ protocol: /^https?$/ }).safeParse(link).success)) {
    errors.push({ field: 'link', message: t.badLink })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, doneOn, note, link }
}

function isDay(day: string): boolean {
  return z.iso.date().safeParse(day).success
}
