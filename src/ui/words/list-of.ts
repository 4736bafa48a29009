import { type Language, locales } from '../../platform/languages.ts'

/** "a, b and c" in the language. */
export function listOf(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
}
