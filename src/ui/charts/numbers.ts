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
