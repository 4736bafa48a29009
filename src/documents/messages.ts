import type { Language } from '../platform/languages.ts'

/** Words that every document uses. */
const en = {
  draft: 'Draft',
  framework: (name: string, version: string) => `${name}, version ${version}`,
  release: (hash: string) => `Release ${hash}`,
  page: 'Page',
  of: 'of',
  colon: (label: string) => `${label}: `,
  table: 'Table',
  figure: 'Figure',
}

const fr: typeof en = {
  draft: 'Ébauche',
  framework: (name, version) => `${name}, version ${version}`,
  release: (hash) => `Version publiée ${hash}`,
  page: 'Page',
  of: 'sur',
  colon: (label) => `${label}\u00a0: `,
  table: 'Tableau',
  figure: 'Figure',
}

export const documentMessages: Record<Language, typeof en> = { en, fr }
