import { type Language, locales } from '../platform/languages.ts'
import { libraryMessages } from './messages.ts'

/** Hours as people write them: `1.5 hours`, `1,5 heure`. */
export function hoursIn(hours: number, language: Language): string {
  return libraryMessages[language].hours(new Intl.NumberFormat(locales[language]).format(hours))
}
