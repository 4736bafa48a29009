import { z } from 'zod'
import { minuteOf, momentOf } from '../../domain/slots.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import type { interviewMessages } from './messages.ts'
import { longestPart, type SummaryPart, summaryParts } from './summary.ts'

type Words = (typeof interviewMessages)['en']
type Outcome<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] }

const Version = z.coerce.number().int().min(0).catch(0)

/** The version of something that a form was opened with. */
export function versionIn(form: PostedForm, name = 'version'): number {
  return Version.parse(textIn(form, name))
}

/** All values of a field. */
export function listIn(form: PostedForm, name: string): string[] {
  return [form[name] ?? []].flat().filter((value) => typeof value === 'string')
}

/** Text as it is kept: line ends as one character, nothing at the ends. */
export function writtenIn(form: PostedForm, name: string): string {
  return textIn(form, name).replaceAll('\r\n', '\n').trim()
}

export type TypedMoment = { day: string; time: string }

/** A day and a time on the clock of a time zone. `prefix` is that of the fields' names. */
export function readMoment(typed: TypedMoment, timeZone: string, prefix: string, t: Words): Outcome<Date> {
  const day = typed.day.trim()
  const minute = minuteOf(typed.time)
  const errors: FieldError[] = []
  if (!isDay(day)) errors.push({ field: `${prefix}day`, message: t.wrongDay })
  if (minute === undefined) errors.push({ field: `${prefix}time`, message: t.wrongTime })
  if (errors.length > 0 || minute === undefined) return { ok: false, errors }
  const moment = momentOf({ day, minute }, timeZone)
  return moment
    ? { ok: true, value: moment }
    : { ok: false, errors: [{ field: `${prefix}time`, message: t.noSuchTime }] }
}

export function isDay(day: string): boolean {
  return z.iso.date().safeParse(day).success
}

const longestPlace = 300

/** Where people meet. */
export function readPlace(form: PostedForm, t: Words): Outcome<string> {
  const place = writtenIn(form, 'place').replaceAll('\n', ' ')
  return place.length < longestPlace
    ? { ok: true, value: place }
    : { ok: false, errors: [{ field: 'place', message: t.placeTooLong }] }
}

const Roles = z.array(z.string().max(99)).max(30)

/** The roles of those who take part and are not members: one on a line. */
export function readRoles(form: PostedForm, t: Words): Outcome<string[]> {
  const lines = writtenIn(form, 'others')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = Roles.safeParse(lines)
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, errors: [{ field: 'others', message: t.peopleTooMany }] }
}

export type Setting = { language: string; languageWishes: string; notesAgreed: boolean }

/** Language of the talk and consent to notes. */
export function readSetting(form: PostedForm, t: Words): Outcome<Setting> {
  const language = textIn(form, 'language')
  const languageWishes = writtenIn(form, 'wishes')
  const errors: FieldError[] = []
  if (!['en', 'fr', 'mul'].includes(language)) errors.push({ field: 'language', message: t.settingChoose })
  if (languageWishes.length >= longestPlace) errors.push({ field: 'wishes', message: t.settingTooLong })
  const notesAgreed = textIn(form, 'agreed') === 'yes'
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { language, languageWishes, notesAgreed } }
}

const longestNote = 10_000

/** A note of a block, or of the community alone. */
export function readNote(form: PostedForm, name: string, t: Words): Outcome<string> {
  const text = writtenIn(form, name)
  return text.length < longestNote
    ? { ok: true, value: text }
    : { ok: false, errors: [{ field: name, message: t.noteTooLong }] }
}

export type TypedPart = { part: SummaryPart; text: string; tags: string[]; version: number }

/** The parts of the summary that a form carries: text, components and the version that was seen of each. */
export function readParts(
  form: PostedForm,
  components: ReadonlySet<string>,
  t: Words,
): { parts: TypedPart[]; errors: FieldError[] } {
  const parts = summaryParts
    .filter((part) => form[part] !== undefined)
    .map((part) => ({
      part,
      text: writtenIn(form, part),
      tags: [...new Set(listIn(form, `${part}-tags`))].filter((id) => components.has(id)),
      version: versionIn(form, `${part}-version`),
    }))
  const errors = parts
    .filter(({ part, text }) => text.length > longestPart[part])
    .map(({ part }) => ({ field: part, message: t.partTooLong(t.parts[part], longestPart[part]) }))
  return { parts, errors }
}
