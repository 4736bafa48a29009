import type { Loaded } from '../load.ts'
import type { ContentMessages } from '../messages.ts'
import type { Reporter } from './reporter.ts'
import { allTexts } from './texts.ts'

/** English and French are required by the schema; here: no language that the pack does not list, and typography. */
export function checkLanguages(loaded: Loaded, report: Reporter): void {
  const { languages } = loaded.pack
  const texts = allTexts(loaded)
  for (const { source, path, text } of texts) {
    for (const language of Object.keys(text)) {
      if (!languages.includes(language)) {
        report.error(source, [...path, language], report.t.languageNotListed(language), languages.join(', '))
      }
    }
    for (const [language, words] of Object.entries(text)) {
      if (hasStraightMarks(words)) report.error(source, [...path, language], report.t.straightMarks)
    }
    for (const slip of frenchSlips(text.fr, report.t)) report.error(source, [...path, 'fr'], slip)
  }
  for (const language of languages) {
    if (language === 'en' || language === 'fr') continue
    const there = texts.filter(({ text }) => text[language] !== undefined).length
    if (there < texts.length) {
      report.note(loaded.sources.pack, ['languages'], report.t.partlyTranslated(language, there, texts.length))
    }
  }
}

/** An apostrophe or quotation mark as typewriters had it; pages and documents use the curved ones. Measures (5') are left alone. */
export function hasStraightMarks(text: string): boolean {
  return /\p{L}'|'\p{L}|"/u.test(text)
}

/** Slips of French typography as used in Canada. Addresses (https://…) and times (14:30) are left alone. */
export function frenchSlips(text: string, t: ContentMessages): string[] {
  const slips = []
  if (/[\s\u00a0\u202f][?!;]/.test(text)) slips.push(t.spaceBeforeMark)
  if (/[^\u00a0\s\d]:(?!\/\/)|[ \u202f]:/.test(text)) slips.push(t.spaceBeforeColon)
  if (/«[^\u00a0]|[^\u00a0]»/.test(text)) slips.push(t.spaceInQuotes)
  return slips
}
