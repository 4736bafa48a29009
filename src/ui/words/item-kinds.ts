import type { ItemKind } from '../../content/schema.ts'
import type { Language } from '../../platform/languages.ts'

const en: Record<ItemKind, string> = {
  'course-basic': 'Basic course',
  'course-advanced': 'Advanced course',
  guideline: 'Guideline',
  template: 'Template',
  coaching: 'Coaching session',
}

const fr: typeof en = {
  'course-basic': 'Cours de base',
  'course-advanced': 'Cours avancé',
  guideline: 'Guide',
  template: 'Modèle',
  coaching: 'Séance d’accompagnement',
}

/** What each kind of catalogue item is called. */
export const itemKindWords: Record<Language, typeof en> = { en, fr }
