import { type PostedForm, textIn } from '../platform/web/posted-form.ts'
import type { ProgramSettings } from './settings.ts'
import type { SettingsForm } from './settings-page.tsx'

const inBoth = ['name', 'funderLine', 'dataPlace'] as const
const lines = ['contactName', 'contactEmail', 'contactPhone', 'contactAddress', 'privacyLead', 'privacyEmail'] as const
const numbers = ['weeks', 'diagnosticDays', 'answersMonths', 'logsMonths', 'minimumRespondents'] as const

/** The settings as the form shows them. */
export function formOf(settings: ProgramSettings): SettingsForm {
  return {
    ...Object.fromEntries(
      inBoth.flatMap((field) => [
        [`${field}.en`, settings[field].en],
        [`${field}.fr`, settings[field].fr],
      ]),
    ),
    ...Object.fromEntries(lines.map((field) => [field, settings[field]])),
    ...Object.fromEntries(numbers.map((field) => [field, String(settings[field])])),
    closedDays: settings.closedDays.join('\n'),
  }
}

/** What was typed: as the form shows it again, and as `checkSettings` reads it. */
export function readSettingsForm(
  form: PostedForm,
  before: ProgramSettings,
): { typed: SettingsForm; values: Record<string, unknown> } {
  const typed = Object.fromEntries(Object.keys(formOf(before)).map((name) => [name, textIn(form, name)]))
  const values: Record<string, unknown> = { journeyRelease: before.journeyRelease }
  for (const field of inBoth) values[field] = { en: typed[`${field}.en`], fr: typed[`${field}.fr`] }
  for (const field of lines) values[field] = typed[field]?.trim()
  for (const field of numbers) values[field] = typed[field]?.trim() === '' ? undefined : Number(typed[field])
  values.closedDays = (typed.closedDays ?? '')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .sort()
  return { typed, values }
}
