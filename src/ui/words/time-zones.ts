import { type Language, locales } from '../../platform/languages.ts'

const canada: [string, { en: string; fr: string }][] = [
  ['America/Vancouver', { en: 'Pacific (Vancouver)', fr: 'Pacifique (Vancouver)' }],
  ['America/Whitehorse', { en: 'Yukon (Whitehorse)', fr: 'Yukon (Whitehorse)' }],
  ['America/Edmonton', { en: 'Mountain (Edmonton)', fr: 'Rocheuses (Edmonton)' }],
  ['America/Regina', { en: 'Saskatchewan (Regina)', fr: 'Saskatchewan (Regina)' }],
  ['America/Winnipeg', { en: 'Central (Winnipeg)', fr: 'Centre (Winnipeg)' }],
  ['America/Toronto', { en: 'Eastern (Toronto, Montréal)', fr: 'Est (Toronto, Montréal)' }],
  ['America/Iqaluit', { en: 'Eastern Arctic (Iqaluit)', fr: 'Arctique de l’Est (Iqaluit)' }],
  ['America/Halifax', { en: 'Atlantic (Halifax)', fr: 'Atlantique (Halifax)' }],
  ['America/St_Johns', { en: 'Newfoundland (St. John’s)', fr: 'Terre-Neuve (St. John’s)' }],
]

/**
 * Time zones to choose from, west to east; one that was set elsewhere stays a choice.
 *
 * @param current an IANA name
 */
export function timeZoneOptions(language: Language, current?: string): { value: string; label: string }[] {
  const options = canada.map(([value, label]) => ({ value, label: label[language] }))
  if (current === undefined || options.some(({ value }) => value === current)) return options
  return [...options, { value: current, label: current }]
}

/** Whether a name is a time zone that dates can be shown in. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat(locales.en, { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}
