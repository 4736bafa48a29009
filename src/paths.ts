import type { Language } from './platform/languages.ts'

/** Where a self-check lives: on the visitor's own device, or on the server under a private link. */
export type SelfCheckPlace = { kind: 'device' } | { kind: 'kept'; token: string }

export const onDevice: SelfCheckPlace = { kind: 'device' }

const selfCheckBase = (language: Language, place: SelfCheckPlace) =>
  place.kind === 'device' ? `/${language}/self-check` : `/${language}/self-check/kept/${place.token}`

/** Every address of the service. A language switch changes the first part only. */
export const paths = {
  home: (language: Language) => `/${language}`,
  about: (language: Language) => `/${language}/about`,
  framework: (language: Language) => `/${language}/framework`,
  domain: (language: Language, domain: string) => `/${language}/framework/${domain}`,
  component: (language: Language, domain: string, component: string) => `/${language}/framework/${domain}/${component}`,
  catalogue: (language: Language) => `/${language}/catalogue`,
  item: (language: Language, item: string) => `/${language}/catalogue/${item}`,
  method: (language: Language) => `/${language}/method`,
  /** The sentence of a rule of the method, by its number: "4.2". */
  rule: (language: Language, number: string) => `/${language}/method#${ruleAnchor(number)}`,
  questionnaire: (language: Language, form: 'short' | 'full', variant: string) =>
    `/${language}/questionnaire/${variant}-${form}.pdf`,

  selfCheck: selfCheckBase,
  profile: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/profile`,
  setUp: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/set-up`,
  question: (language: Language, place: SelfCheckPlace, component: string) =>
    `${selfCheckBase(language, place)}/${component}`,
  review: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/review`,
  reportCard: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/report-card`,
  plan: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/plan`,
  compare: (language: Language) => `/${language}/self-check/compare`,
  files: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/files`,
  documents: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/documents`,
  /** What a device needs of a release to draw results; the hash makes it safe to keep for good. */
  devicePack: (language: Language, release: string) => `/${language}/self-check/content/${release}.json`,
  withoutScripts: (language: Language) => `/${language}/self-check/without-scripts`,
  resumeLink: (language: Language) => `/${language}/self-check/resume-link`,
  /** The answers of a kept self-check as a file. */
  keptAnswers: (language: Language, token: string, format: 'json' | 'csv') =>
    `/${language}/self-check/kept/${token}/answers.${format}`,
  /** The whole record of a kept self-check, for bringing it to a device. */
  keptRecord: (language: Language, token: string) => `/${language}/self-check/kept/${token}/record.json`,
  /** Where a deletion ends: no token, since there is none any more. */
  forgotten: (language: Language) => `/${language}/self-check/kept/forgotten`,
  forget: (language: Language, token: string) => `/${language}/self-check/kept/${token}/forget`,
}

/** Where a rule of the method stands on its page. */
export function ruleAnchor(number: string): string {
  return `rule-${number.replaceAll('.', '-')}`
}

/** Last parts of self-check addresses that are not components; the pack check keeps component ids clear of them. */
export const reservedSelfCheckWords = [
  'profile',
  'set-up',
  'review',
  'report-card',
  'plan',
  'compare',
  'files',
  'documents',
  'without-scripts',
  'resume-link',
  'kept',
  'content',
  'forget',
]

/** The same page in another language: `/en/method` becomes `/fr/method`. */
export function inLanguage(path: string, language: Language): string {
  return path.replace(/^\/[^/]+/, `/${language}`)
}
