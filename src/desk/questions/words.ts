import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'Questions to you',
  lead: 'Advisors ask when a plan needs your knowledge. Your answer goes to the advisor and the community.',
  none: 'Nobody has asked you anything yet. You will get an e-mail when someone does.',
  open: 'Waiting for your answer',
  answered: 'Answered',
  from: (community: string, date: string) => `${community}, asked on ${date}`,
  seePlan: 'See the draft plan',
  answer: 'Your answer',
  answerHint: 'What you would do in their place, in plain words. Name sources where you can.',
  send: 'Send the answer',
  sent: 'Your answer was sent.',
  empty: 'Write your answer first.',
  gone: 'This question was answered or taken back in the meantime. What you wrote is still below, so that you can copy it.',
  yourAnswer: (date: string) => `Your answer of ${date}`,
}

const fr: typeof en = {
  title: 'Questions pour vous',
  lead: 'Les conseillères et conseillers vous interrogent quand un plan a besoin de ce que vous savez. Votre réponse va à la personne qui conseille et à la communauté.',
  none: 'Personne ne vous a encore rien demandé. Vous recevrez un courriel le moment venu.',
  open: 'En attente de votre réponse',
  answered: 'Répondues',
  from: (community, date) => `${community}, demandé le ${date}`,
  seePlan: 'Voir le plan provisoire',
  answer: 'Votre réponse',
  answerHint: 'Ce que vous feriez à leur place, en mots simples. Nommez vos sources si possible.',
  send: 'Envoyer la réponse',
  sent: 'Votre réponse est envoyée.',
  empty: 'Écrivez d’abord votre réponse.',
  gone: 'Cette question a reçu une réponse ou a été retirée entre-temps. Ce que vous avez écrit est encore ci-dessous, pour que vous puissiez le copier.',
  yourAnswer: (date) => `Votre réponse du ${date}`,
}

export const questionWords: Record<Language, typeof en> = { en, fr }
