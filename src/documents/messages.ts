import type { Language } from '../platform/languages.ts'

/** Words that every document uses. */
const en = {
  draft: 'Draft',
  dated: (date: string) => date,
  framework: (name: string, version: string) => `${name}, version ${version}`,
  release: (hash: string) => `Release ${hash}`,
  form: { short: 'Short form', full: 'Full form' },
  page: 'Page',
  of: 'of',
  yourCommunity: 'Your community',
  component: 'Component',
  domain: 'Domain',
  wanted: 'Wanted',
  gap: 'Gap',
  none: '–',
  levelNamed: (level: string, name: string) => `${level} · ${name}`,
  colon: (label: string) => `${label}: `,
  sentence: (label: string, rest: string) => `${label}: ${rest}`,
  list: (items: string[]) => new Intl.ListFormat('en-CA', { type: 'conjunction' }).format(items),
  lowestIs: (component: string) => `Lowest: ${component}`,
  textVersion: 'Text version',
  table: 'Table',
  figure: 'Figure',
}

const fr: typeof en = {
  draft: 'Ébauche',
  dated: (date) => date,
  framework: (name, version) => `${name}, version ${version}`,
  release: (hash) => `Version publiée ${hash}`,
  form: { short: 'Version courte', full: 'Version complète' },
  page: 'Page',
  of: 'de',
  yourCommunity: 'Votre communauté',
  component: 'Composante',
  domain: 'Domaine',
  wanted: 'Niveau visé',
  gap: 'Écart',
  none: '–',
  levelNamed: (level, name) => `${level} · ${name}`,
  colon: (label) => `${label}\u00a0: `,
  sentence: (label, rest) => `${label}\u00a0: ${rest}`,
  list: (items) => new Intl.ListFormat('fr-CA', { type: 'conjunction' }).format(items),
  lowestIs: (component) => `Plus basse\u00a0: ${component}`,
  textVersion: 'Version texte',
  table: 'Tableau',
  figure: 'Figure',
}

export const documentMessages: Record<Language, typeof en> = { en, fr }
