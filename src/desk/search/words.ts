import type { Language } from '../../platform/languages.ts'
import type { FoundKind } from './store.ts'

const en = {
  title: 'Search',
  lead: 'Finds what you may see: communities, people, plans, files, messages, and the open catalogue. Accents and capitals do not matter.',
  words: 'What are you looking for?',
  find: 'Search',
  tooShort: 'Write at least two letters.',
  none: (words: string) => `Nothing was found for “${words}”. Try fewer or other words.`,
  found: (n: number) => `${n} ${n === 1 ? 'result' : 'results'}`,
  kinds: {
    community: 'Communities',
    journey: 'Journeys',
    document: 'Documents',
    action: 'Actions',
    message: 'Messages',
    file: 'Files',
    person: 'People',
  } satisfies Record<FoundKind, string> as Record<FoundKind, string>,
  content: 'Framework and catalogue',
}

const fr: typeof en = {
  title: 'Recherche',
  lead: 'Trouve ce que vous pouvez voir : communautés, personnes, plans, fichiers, messages et le catalogue ouvert. Accents et majuscules ne comptent pas.',
  words: 'Que cherchez-vous?',
  find: 'Chercher',
  tooShort: 'Écrivez au moins deux lettres.',
  none: (words) => `Rien n’a été trouvé pour « ${words} ». Essayez avec moins de mots, ou d’autres.`,
  found: (n) => `${n} ${n < 2 ? 'résultat' : 'résultats'}`,
  kinds: {
    community: 'Communautés',
    journey: 'Démarches',
    document: 'Documents',
    action: 'Actions',
    message: 'Messages',
    file: 'Fichiers',
    person: 'Personnes',
  },
  content: 'Cadre et catalogue',
}

export const searchWords: Record<Language, typeof en> = { en, fr }
