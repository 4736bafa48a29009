/** The languages in which the service's own words exist. A further one is added here; the compiler then names each missing text. */
export const languages = ['en', 'fr'] as const

export type Language = (typeof languages)[number]

/** The name of each language in that language, for the switch at the top of every page. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

/** The value for an `Intl` formatter: Canadian usage in both languages. */
export const locales: Record<Language, string> = { en: 'en-CA', fr: 'fr-CA' }

export function isLanguage(value: string | undefined): value is Language {
  return languages.some((language) => language === value)
}

/**
 * Chooses a language from an `Accept-Language` header (RFC 9110, 12.5.4): the highest quality wins, the earlier of equals;
 * `fr-CA` counts as `fr`, and quality 0 means "not this one".
 *
 * @param header the header's value, or nothing
 * @returns English when nothing acceptable is named
 */
export function negotiateLanguage(header: string | undefined): Language {
  let best: { language: Language; quality: number } | undefined
  for (const part of (header ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = tag.trim().split('-')[0]
    if (!isLanguage(language)) continue
    const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
    const quality = weight === undefined ? 1 : Number(weight.slice(2))
    if (quality > 0 && (best === undefined || quality > best.quality)) best = { language, quality }
  }
  return best?.language ?? 'en'
}
