import type { ItemBody } from '../content/schema.ts'
import type { Language } from '../platform/languages.ts'

/** Verbs of learning events, from the vocabulary that xAPI's own profiles use; the words are ours. */
export const verbs = {
  initialized: { id: 'http://adlnet.gov/expapi/verbs/initialized', display: { en: 'started', fr: 'a commencé' } },
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed', fr: 'a terminé' } },
  attempted: { id: 'http://adlnet.gov/expapi/verbs/attempted', display: { en: 'attempted', fr: 'a essayé' } },
  shared: { id: 'http://adlnet.gov/expapi/verbs/shared', display: { en: 'shared', fr: 'a partagé' } },
} as const satisfies Record<string, { id: string; display: Record<Language, string> }>

export type VerbName = keyof typeof verbs

/** What an event is about. */
export type ObjectKind = ItemBody['kind'] | 'item' | 'lesson' | 'check'

/** The type of each kind of object, as learning standards name it. */
export const activityTypes: Record<ObjectKind, string> = {
  course: 'http://adlnet.gov/expapi/activities/course',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  check: 'http://adlnet.gov/expapi/activities/assessment',
  guideline: 'http://activitystrea.ms/schema/1.0/article',
  template: 'http://activitystrea.ms/schema/1.0/file',
  coaching: 'http://adlnet.gov/expapi/activities/meeting',
  link: 'http://adlnet.gov/expapi/activities/link',
  file: 'http://activitystrea.ms/schema/1.0/file',
  package: 'http://adlnet.gov/expapi/activities/course',
  item: 'http://adlnet.gov/expapi/activities/media',
}

/** Names of things in this installation, the same in every language and release. Each leads to its page. */
export function identifiersOf(origin: string) {
  const item = (id: string) => `${origin}/id/item/${id}`
  return {
    item,
    lesson: (id: string, lesson: string) => `${item(id)}/lesson/${lesson}`,
    check: (id: string, form: 'a' | 'b') => `${item(id)}/check/${form}`,
  }
}
