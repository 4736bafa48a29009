import type { ItemKind } from '../content/schema.ts'
import type { Language } from '../platform/languages.ts'

type KindWords = Record<ItemKind, string>
const kindsEn: KindWords = {
  'course-basic': 'Basic course',
  'course-advanced': 'Advanced course',
  guideline: 'Guideline',
  template: 'Template',
  coaching: 'Coaching session',
}
const kindsFr: KindWords = {
  'course-basic': 'Cours de base',
  'course-advanced': 'Cours avancé',
  guideline: 'Guide',
  template: 'Modèle',
  coaching: 'Séance d’accompagnement',
}

const en = {
  title: 'Catalogue',
  description: 'Courses, guidelines, templates and coaching sessions that help a community reach its next level.',
  lead: (count: number) =>
    `${count} courses, guidelines, templates and coaching sessions. A pathway is put together from these.`,
  bodiesNote:
    'Here you see what each item is for, how long it takes and what it can raise. The lessons and documents themselves are not part of this version.',
  kinds: kindsEn,
  filterTitle: 'Narrow the list',
  domain: 'Domain',
  kind: 'Kind',
  offline: 'Works without a connection',
  all: 'All',
  apply: 'Show',
  clear: 'Show everything',
  found: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  pages: 'Pages of the catalogue',
  previous: 'Previous page',
  next: 'Next page',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  nothing: 'No item fits these choices. Take one of them away to see more.',
  hours: (hours: string) => (hours === '1' ? '1 hour' : `${hours} hours`),
  objectives: 'After this, you can',
  helpsWith: 'What it can raise',
  lift: (amount: string, ceiling: string) => `up to +${amount} level, as far as “${ceiling}”`,
  liftNote: 'These gains are planning assumptions by experts. They have not yet been measured.',
  prerequisites: 'Take first',
  leadsTo: 'Then you can take',
  languagesLabel: 'Languages',
  offlineLabel: 'Without a connection',
  yes: 'Yes, once downloaded or printed',
  no: 'No',
  audience: 'For',
  audiences: {
    everyone: 'everyone',
    leaders: 'leaders',
    staff: 'staff',
    technical: 'people with technical tasks',
    partners: 'partners',
    'indigenous-government': 'Indigenous governments',
  },
  reviewed: 'Last reviewed',
  licence: 'Licence',
  time: 'Time',
}

const fr: typeof en = {
  title: 'Catalogue',
  description:
    'Des cours, des guides, des modèles et des séances d’accompagnement pour aider une communauté à atteindre le niveau suivant.',
  lead: (count) =>
    `${count} cours, guides, modèles et séances d’accompagnement. Un parcours est composé à partir de ceux-ci.`,
  bodiesNote:
    'Vous voyez ici à quoi sert chaque élément, combien de temps il prend et ce qu’il peut améliorer. Les leçons et les documents eux-mêmes ne font pas partie de cette version.',
  kinds: kindsFr,
  filterTitle: 'Réduire la liste',
  domain: 'Domaine',
  kind: 'Type',
  offline: 'Utilisable sans connexion',
  all: 'Tous',
  apply: 'Afficher',
  clear: 'Tout afficher',
  found: (count) => (count < 2 ? `${count} élément` : `${count} éléments`),
  pages: 'Pages du catalogue',
  previous: 'Page précédente',
  next: 'Page suivante',
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  nothing: 'Aucun élément ne correspond à ces choix. Retirez-en un pour en voir davantage.',
  hours: (hours) => (Number(hours.replace(',', '.')) < 2 ? `${hours} heure` : `${hours} heures`),
  objectives: 'Ensuite, vous pourrez',
  helpsWith: 'Ce qu’il peut améliorer',
  lift: (amount, ceiling) => `jusqu’à +${amount} niveau, sans dépasser « ${ceiling} »`,
  liftNote:
    'Ces gains sont des hypothèses de planification établies par des spécialistes. Ils n’ont pas encore été mesurés.',
  prerequisites: 'À suivre d’abord',
  leadsTo: 'Vous pourrez ensuite suivre',
  languagesLabel: 'Langues',
  offlineLabel: 'Sans connexion',
  yes: 'Oui, une fois téléchargé ou imprimé',
  no: 'Non',
  audience: 'Pour',
  audiences: {
    everyone: 'tout le monde',
    leaders: 'les dirigeants',
    staff: 'le personnel',
    technical: 'les personnes aux tâches techniques',
    partners: 'les partenaires',
    'indigenous-government': 'les gouvernements autochtones',
  },
  reviewed: 'Dernière révision',
  licence: 'Licence',
  time: 'Durée',
}

export const libraryMessages: Record<Language, typeof en> = { en, fr }
