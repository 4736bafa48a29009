import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'Time line of the journey',
  today: 'Today',
  key: (number: number, stages: string, day: string) => `${number}  ${stages}: ${day}`,
  week: (week: number, weeks: number) => `Week ${week} of ${weeks}.`,
  planDone: 'The weeks up to the final plan are over.',
  started: (day: string) => `The weeks count from ${day}.`,
  dueBy: (stage: string, day: string) => `${stage} is due by ${day}.`,
  late: (stage: string, day: string) => `${stage} was due by ${day}.`,
  noDue: 'This stage has no date.',
  pausedDays: (days: number) => `Paused for ${days} ${days === 1 ? 'day' : 'days'} in all.`,
  noPause: 'It was never paused.',
  table: 'When each stage is due, and when it began',
  stage: 'Stage or pause',
  due: 'Due by, or end',
  entered: 'Began',
  notYet: 'not yet',
  pause: 'Pause',
  stillPaused: 'still paused',
}

const fr: typeof en = {
  title: 'Calendrier de la démarche',
  today: 'Aujourd’hui',
  key: (number, stages, day) => `${number}  ${stages}\u00a0: ${day}`,
  week: (week, weeks) => `Semaine ${week} sur ${weeks}.`,
  planDone: 'Les semaines jusqu’au plan final sont passées.',
  started: (day) => `Les semaines comptent à partir du ${day}.`,
  dueBy: (stage, day) => `Échéance de l’étape «\u00a0${stage}\u00a0»\u00a0: ${day}.`,
  late: (stage, day) => `L’échéance de l’étape «\u00a0${stage}\u00a0» était le ${day}.`,
  noDue: 'Cette étape n’a pas de date.',
  pausedDays: (days) => `En pause pendant ${days} ${days < 2 ? 'jour' : 'jours'} en tout.`,
  noPause: 'Elle n’a jamais été mise en pause.',
  table: 'Échéance et début de chaque étape',
  stage: 'Étape ou pause',
  due: 'Échéance ou fin',
  entered: 'Début',
  notYet: 'pas encore',
  pause: 'Pause',
  stillPaused: 'encore en pause',
}

export const timeWords: Record<Language, typeof en> = { en, fr }
