import type { Language } from '../platform/languages.ts'

const en = {
  lessons: 'Lessons',
  lessonsOf: (title: string) => `Lessons of “${title}”`,
  placeOf: (place: number, total: number) => `Lesson ${place} of ${total}`,
  minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  about: (minutes: string) => `about ${minutes}`,
  back: 'Back',
  next: 'Next',
  between: 'From lesson to lesson',
  done: 'done',
  exercise: 'Your turn',
  openTemplate: (title: string) => `Open the template: ${title}`,
  toCheck: 'Check what you learned',
  toCourse: 'To the course',
  furtherReading: 'To read further',
}

const fr: typeof en = {
  lessons: 'Leçons',
  lessonsOf: (title) => `Leçons du cours «\u00a0${title}\u00a0»`,
  placeOf: (place, total) => `Leçon ${place} sur ${total}`,
  minutes: (minutes) => (minutes < 2 ? `${minutes} minute` : `${minutes} minutes`),
  about: (minutes) => `environ ${minutes}`,
  back: 'Retour',
  next: 'Suite',
  between: 'D’une leçon à l’autre',
  done: 'terminée',
  exercise: 'À vous de jouer',
  openTemplate: (title) => `Ouvrir le modèle\u00a0: ${title}`,
  toCheck: 'Vérifier ce que vous avez appris',
  toCourse: 'Vers le cours',
  furtherReading: 'Pour aller plus loin',
}

export const lessonMessages: Record<Language, typeof en> = { en, fr }
