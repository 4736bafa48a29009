import { z } from 'zod'
import type { Pack } from '../../content/schema.ts'
import { endOfDay } from '../../domain/participation.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { type PostedForm, textIn, textsIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import type { AnswerWordings } from './answer-messages.ts'
import type { DiagnosticWords } from './messages.ts'

type Read<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] }

const mostDays = 90
const longestRole = 120

/** The last day of a round, where the community is: from tomorrow on, at most 90 days away. */
export function readClosing(form: PostedForm, given: { now: Date; timeZone: string }, t: DiagnosticWords): Read<Date> {
  const day = z.iso.date().safeParse(textIn(form, 'closes').trim())
  const closes = day.success ? endOfDay(day.data, given.timeZone) : undefined
  const ahead = closes ? closes.getTime() - given.now.getTime() : 0
  // A day ends up to 24 hours after it began; today's end is not enough time for anyone.
  return closes && ahead >= 86_400_000 / 2 && ahead <= (mostDays + 1) * 86_400_000
    ? { ok: true, value: closes }
    : { ok: false, errors: [{ field: 'closes', message: t.closesError }] }
}

export type OpenValues = { form: 'short' | 'full'; variant: string; closes: string }

/** Form and wording of a round that is being opened; what cannot be read keeps what is proposed. */
export function readOpening(form: PostedForm, pack: Pack, proposed: OpenValues): OpenValues {
  const chosen = textIn(form, 'form')
  const variant = pack.variants.find(({ id }) => id === textIn(form, 'variant'))?.id
  return {
    form: chosen === 'short' || chosen === 'full' ? chosen : proposed.form,
    variant: variant ?? proposed.variant,
    closes: textIn(form, 'closes'),
  }
}

export type MailInvitation = { email: string; role: string; language: Language }

/** Someone to invite by e-mail. */
export function readMailInvitation(
  form: PostedForm,
  otherwise: Language,
  t: DiagnosticWords,
): { value: MailInvitation; errors: FieldError[] } {
  const language = textIn(form, 'language')
  const value = {
    email: textIn(form, 'email').trim().toLowerCase(),
    role: textIn(form, 'role').trim(),
    language: isLanguage(language) ? language : otherwise,
  }
  const errors: FieldError[] = []
  if (value.email === '') errors.push({ field: 'email', message: t.inviteProblems['no-address'] })
  if (value.role.length > longestRole) errors.push({ field: 'role', message: t.roleError })
  return { value, errors }
}

/** Members of the community that were ticked. */
export function readMembers(form: PostedForm, members: readonly { personId: string }[]): string[] {
  const ticked = textsIn(form, 'members')
  return members.map(({ personId }) => personId).filter((id) => ticked.includes(id))
}

/** Components that were ticked, in the pack's order. */
export function readParts(form: PostedForm, pack: Pack): string[] {
  const ticked = textsIn(form, 'components')
  return pack.components.map(({ id }) => id).filter((id) => ticked.includes(id))
}

/** Domains that someone says are part of their work. */
export function readOwnDomains(form: PostedForm, pack: Pack): string[] {
  const ticked = textsIn(form, 'domains')
  return pack.domains.map(({ id }) => id).filter((id) => ticked.includes(id))
}

/** A sentence that says why. */
export function readReason(form: PostedForm, field: string, message: string): Read<string> {
  const text = textIn(form, field).replaceAll('\r\n', '\n').trim()
  return text.length >= 10 && text.length <= 2000
    ? { ok: true, value: text }
    : { ok: false, errors: [{ field, message }] }
}

/** A link to evidence; only secure ones, as they are. */
export function readLink(form: PostedForm, t: AnswerWordings): Read<string | undefined> {
  const text = textIn(form, 'link').trim()
  if (text === '') return { ok: true, value: undefined }
  const address = text.length <= 2000 ? URL.parse(text) : null
  return address?.protocol === 'https:'
    ? { ok: true, value: address.href }
    : { ok: false, errors: [{ field: 'link', message: t.evidenceBadLink }] }
}

export type Entry = { kind: 'paper' | 'phone'; role: string; name: string }

/** Someone whose answers an advisor enters. */
export function readEntry(
  form: PostedForm,
  t: AnswerWordings,
  d: DiagnosticWords,
): { values: Partial<Entry>; errors: FieldError[] } {
  const kind = textIn(form, 'kind')
  const values: Partial<Entry> = {
    role: textIn(form, 'role').trim(),
    name: textIn(form, 'name').trim().slice(0, 200),
    ...(kind === 'paper' || kind === 'phone' ? { kind } : {}),
  }
  const errors: FieldError[] = []
  if (values.kind === undefined) errors.push({ field: 'kind', message: t.enterChooseHow })
  if ((values.role ?? '').length > longestRole) errors.push({ field: 'role', message: d.roleError })
  return { values, errors }
}
