import type { Language } from '../platform/languages.ts'

const en = {
  titles: { pre: 'Before the course', post: 'At the end', practice: 'Practice' },
  leads: {
    pre: 'What do you know already? Leave nothing out for fear of being wrong: only you see the result.',
    post: 'What did you learn? Any result counts, and only you see it.',
    practice: 'Try as often as you like. Nothing is kept.',
  },
  send: 'Send the answers',
  once: 'This check is sent once. Afterwards you see every answer explained, and may practise as often as you like.',
  unanswered: (place: number) => `Question ${place}: give an answer, or the one that seems closest`,
  againPractice: 'Practise once more',
  toLessons: 'On to the first lesson',
  toItem: 'Back to the course',
  tooLate: 'You have begun the lessons, so the check before the course is over. You may practise instead.',
  compare: (before: string, after: string) => `Before the course: ${before}. After: ${after}.`,
}

const fr: typeof en = {
  titles: { pre: 'Avant le cours', post: 'À la fin', practice: 'Exercice' },
  leads: {
    pre: 'Que savez-vous déjà? Répondez à tout sans crainte de vous tromper\u00a0: le résultat est pour vous seulement.',
    post: 'Qu’avez-vous appris? Tout résultat compte, et il est pour vous seulement.',
    practice: 'Essayez autant de fois que vous voulez. Rien n’est gardé.',
  },
  send: 'Envoyer les réponses',
  once: 'Cette vérification s’envoie une seule fois. Ensuite, chaque réponse est expliquée, et vous pouvez vous exercer autant que vous voulez.',
  unanswered: (place) => `Question ${place}\u00a0: donnez une réponse, ou celle qui vous semble la plus proche`,
  againPractice: 'S’exercer encore',
  toLessons: 'Vers la première leçon',
  toItem: 'Retour au cours',
  tooLate:
    'Vous avez commencé les leçons\u00a0: la vérification avant le cours n’est plus offerte. Vous pouvez vous exercer.',
  compare: (before, after) => `Avant le cours\u00a0: ${before}. Après\u00a0: ${after}.`,
}

export const ownCheckMessages: Record<Language, typeof en> = { en, fr }
