import { z } from 'zod'
import type { Language } from '../platform/languages.ts'

const words = z.string().trim().max(300).default('')
const bothWords = z.object({ en: words, fr: words }).default({ en: '', fr: '' })

/** How the program presents and runs itself. Every part has a default, so that it works before anyone has set anything. */
const schema = z.object({
  name: bothWords,
  /** The line that names who pays, on documents and pages. */
  funderLine: bothWords,
  contactName: words,
  contactEmail: z.union([z.email(), z.literal('')]).default(''),
  contactPhone: z.string().trim().max(60).default(''),
  contactAddress: z.string().trim().max(500).default(''),
  /** Who answers for the protection of personal information, by name and title (Method 6.1). */
  privacyLead: words,
  privacyEmail: z.union([z.email(), z.literal('')]).default(''),
  /** Country and province where the data is kept. */
  dataPlace: bothWords,
  /** Weeks of the assisted service from the interview on; a journey may be on the fast track. */
  weeks: z.union([z.literal(4), z.literal(6)]).default(6),
  /** Days the diagnostic stays open. */
  diagnosticDays: z.number().int().min(3).max(60).default(10),
  /** Days on which the program is closed, `YYYY-MM-DD`. */
  closedDays: z.array(z.iso.date()).max(100).default([]),
  /** Months that individual answers stay after a journey has ended (Method 6.3). */
  answersMonths: z.number().int().min(1).max(120).default(24),
  /** Months that logs stay. */
  logsMonths: z.number().int().min(1).max(120).default(24),
  /** The least number of respondents whatever the size; 0 leaves it to the size table (Method 3). */
  minimumRespondents: z.number().int().min(0).max(50).default(0),
  /** The release that new journeys begin with; empty for the one that ships. */
  journeyRelease: z.union([z.string().regex(/^[0-9a-f]{64}$/), z.literal('')]).default(''),
})

export type ProgramSettings = z.infer<typeof schema>

export const defaultSettings: ProgramSettings = schema.parse({})

/** Reads what was stored; a part that is missing takes its default. */
export function settingsOf(stored: unknown): ProgramSettings {
  const outcome = schema.safeParse(stored)
  return outcome.success ? outcome.data : defaultSettings
}

export type SettingsField = keyof ProgramSettings

/** Checks what was typed. `problems` names the fields that cannot be used. */
export function checkSettings(
  typed: unknown,
): { ok: true; settings: ProgramSettings } | { ok: false; problems: SettingsField[] } {
  const outcome = schema.safeParse(typed)
  if (outcome.success) return { ok: true, settings: outcome.data }
  return { ok: false, problems: [...new Set(outcome.error.issues.map((issue) => issue.path[0] as SettingsField))] }
}

/** The program's name for itself, or the product's. */
export function programName(settings: ProgramSettings, language: Language): string {
  return settings.name[language] || settings.name.en || settings.name.fr || 'Waymark'
}
