import { planLimits } from '../../domain/plan-basis.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { assessMessages } from './messages.ts'

/** Options as they stand on the command line. */
export type GivenOptions = {
  out?: string
  pack?: string
  profile?: string
  lang?: string
  hours?: string
  weeks?: string
  format?: string
  community?: string
  bothAgreed?: boolean
}

export type AssessOptions = {
  out: string
  pack?: string
  profile?: string
  language: Language
  hours?: number
  weeks?: number
  /** Word and plain text besides the documents that are always written. */
  word: boolean
  text: boolean
  community?: string
  /** Both people of every pair agreed that figures made from their two answers are shown (Method 4.4). */
  bothAgreed: boolean
}

const extraFormats = ['docx', 'text']
/** Always written; naming them changes nothing. `txt` is how many people call plain text. */
const otherFormats = ['json', 'pdf', 'txt']

const quarterHours = 4
const longestCommunity = 120

/** Checks the options; every one that cannot be used gives a line. */
export function readOptions(
  given: GivenOptions,
  terminalLanguage: Language,
): { ok: true; options: AssessOptions } | { ok: false; lines: string[] } {
  const t = assessMessages[terminalLanguage]
  const lines: string[] = []
  const refuse = (option: Exclude<keyof GivenOptions, 'bothAgreed'>, allowed: string) =>
    lines.push(t.badOption(`--${option}`, given[option] ?? '', allowed))

  if (given.out === undefined || given.out === '') lines.push(t.missingOut)
  const language = given.lang ?? terminalLanguage
  if (!isLanguage(language)) refuse('lang', t.allowed.language)
  const hours = numberOf(given.hours)
  if (hours !== undefined && !(fits(hours, planLimits.hours) && Number.isInteger(hours * quarterHours))) {
    refuse('hours', t.allowed.hours)
  }
  const weeks = numberOf(given.weeks)
  if (weeks !== undefined && !(Number.isInteger(weeks) && fits(weeks, planLimits.weeks))) {
    refuse('weeks', t.allowed.weeks)
  }
  const formats = (given.format ?? '').split(',').map((name) => name.trim().toLowerCase())
  const named = formats.filter((name) => name !== '')
  if (named.some((name) => ![...extraFormats, ...otherFormats].includes(name))) refuse('format', t.allowed.formats)
  const community = given.community?.trim()
  if (community !== undefined && (community === '' || community.length > longestCommunity)) {
    refuse('community', t.allowed.community)
  }
  if (lines.length > 0 || !isLanguage(language)) return { ok: false, lines }
  return {
    ok: true,
    options: {
      out: given.out ?? '',
      ...(given.pack === undefined ? {} : { pack: given.pack }),
      ...(given.profile === undefined ? {} : { profile: given.profile }),
      language,
      ...(hours === undefined ? {} : { hours }),
      ...(weeks === undefined ? {} : { weeks }),
      word: named.includes('docx'),
      text: named.includes('text') || named.includes('txt'),
      ...(community === undefined ? {} : { community }),
      bothAgreed: given.bothAgreed === true,
    },
  }
}

function fits(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most
}

/** A decimal number with a point or, as French writes it, a comma; NaN for anything else. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d{1,6}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

/** Names of the files that a run writes, the same in every language so that programs find them. */
export function documentNames({ word, text }: Pick<AssessOptions, 'word' | 'text'>): string[] {
  return [
    'report-card.json',
    'report-card.pdf',
    ...(word ? ['report-card.docx'] : []),
    ...(text ? ['report-card.txt'] : []),
    'action-plan.json',
    'action-plan.pdf',
    'action-plan.docx',
    ...(text ? ['action-plan.txt'] : []),
  ]
}
