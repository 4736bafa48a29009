import { roundHalfUp } from '../../domain/rounding.ts'
import { type Language, locales } from '../../platform/languages.ts'

/** A level as people read it: one decimal, a half up, with the decimal mark of the language. */
export function formatLevel(value: number, language: Language): string {
  return formatNumber(value, language, 1, 1)
}

/** A wanted level: people choose whole levels, so a decimal shows only in a mean. */
export function formatWanted(value: number, language: Language): string {
  return formatNumber(value, language, 1, 0)
}

/** A gain in levels: items close hundredths of a level, so as many decimals as that needs. */
export function formatGain(value: number, language: Language): string {
  return formatNumber(value, language, 2, 0)
}

/** Hours: as many decimals as a quarter-hour needs. */
export function formatHours(value: number, language: Language): string {
  return formatNumber(value, language, 2, 0)
}

/** Rounds a half up on decimal digits, then writes the number with the marks of the language. */
export function formatNumber(value: number, language: Language, decimals: number, atLeast = decimals): string {
  return new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: atLeast,
    maximumFractionDigits: decimals,
  }).format(roundHalfUp(value, decimals))
}

/** A share as a whole percentage. */
export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
