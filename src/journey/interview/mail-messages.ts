import type { Language } from '../../platform/languages.ts'

const en = {
  bookedSubject: (community: string) => `Needs interview booked: ${community}`,
  changedSubject: (community: string) => `Needs interview changed: ${community}`,
  cancelledSubject: (community: string) => `Needs interview cancelled: ${community}`,
  bookedText: (community: string, when: string) => `The needs interview of ${community} is booked for ${when}.`,
  changedText: (community: string, when: string) => `The needs interview of ${community} now takes place ${when}.`,
  cancelledText: (community: string, when: string) =>
    `The needs interview of ${community}, booked for ${when}, will not take place.`,
  communityTime: (when: string) => `In the community’s time: ${when}.`,
  place: (place: string) => `Where or how: ${place}`,
  reason: (reason: string) => `Reason: ${reason}`,
  calendarFile: 'The attached file puts this into your calendar.',
  nothingToPrepare: 'You do not need to prepare anything. It takes about 75 minutes, and nothing is recorded.',
  seeInterview: 'Open the interview',
  eventTitle: (community: string) => `Needs interview: ${community}`,
  eventText:
    'About 75 minutes on what matters now, what has been tried, and hopes for the next 12 months. Nothing is recorded.',

  sharedSubject: (community: string) => `Please check the interview summary of ${community}`,
  sharedText: (until: string) => [
    'The summary of your needs interview is ready. Please read it and correct what is not right.',
    `You can do so until ${until}. After that it is frozen as it stands.`,
  ],
  reminderSubject: (community: string) => `Still open: the interview summary of ${community}`,
  reminderText: (until: string) => [
    `The summary of your needs interview can be corrected until ${until}. If it is right, one click confirms it.`,
  ],
  readSummary: 'Read the summary',
  correctedSubject: (community: string) => `Corrections to the interview summary of ${community}`,
  correctedText: ['The community corrected the summary of its needs interview. You can see what changed.'],
  frozenSubject: (community: string) => `Interview summary confirmed: ${community}`,
  frozenText: ['The summary of the needs interview is frozen and is now a document of the journey.'],
}

const fr: typeof en = {
  bookedSubject: (community) => `Entrevue sur les besoins réservée\u00a0: ${community}`,
  changedSubject: (community) => `Entrevue sur les besoins modifiée\u00a0: ${community}`,
  cancelledSubject: (community) => `Entrevue sur les besoins annulée\u00a0: ${community}`,
  bookedText: (community, when) => `L’entrevue sur les besoins de ${community} est réservée\u00a0: ${when}.`,
  changedText: (community, when) => `L’entrevue sur les besoins de ${community} aura maintenant lieu\u00a0: ${when}.`,
  cancelledText: (community, when) =>
    `L’entrevue sur les besoins de ${community}, réservée pour ${when}, n’aura pas lieu.`,
  communityTime: (when) => `À l’heure de la communauté\u00a0: ${when}.`,
  place: (place) => `Lieu ou moyen\u00a0: ${place}`,
  reason: (reason) => `Raison\u00a0: ${reason}`,
  calendarFile: 'Le fichier joint l’inscrit dans votre agenda.',
  nothingToPrepare: 'Vous n’avez rien à préparer. Elle dure environ 75 minutes, et rien n’est enregistré.',
  seeInterview: 'Ouvrir l’entrevue',
  eventTitle: (community) => `Entrevue sur les besoins\u00a0: ${community}`,
  eventText:
    'Environ 75 minutes sur ce qui compte maintenant, ce qui a été essayé et les souhaits pour les 12 prochains mois. Rien n’est enregistré.',

  sharedSubject: (community) => `À vérifier\u00a0: le sommaire de l’entrevue de ${community}`,
  sharedText: (until) => [
    'Le sommaire de votre entrevue sur les besoins est prêt. Veuillez le lire et corriger ce qui n’est pas juste.',
    `Vous pouvez le faire jusqu’au ${until}. Il sera ensuite figé tel quel.`,
  ],
  reminderSubject: (community) => `Encore à vérifier\u00a0: le sommaire de l’entrevue de ${community}`,
  reminderText: (until) => [
    `Le sommaire de votre entrevue sur les besoins peut être corrigé jusqu’au ${until}. S’il est juste, un clic suffit pour le confirmer.`,
  ],
  readSummary: 'Lire le sommaire',
  correctedSubject: (community) => `Corrections au sommaire de l’entrevue de ${community}`,
  correctedText: [
    'La communauté a corrigé le sommaire de son entrevue sur les besoins. Vous pouvez voir ce qui a changé.',
  ],
  frozenSubject: (community) => `Sommaire de l’entrevue confirmé\u00a0: ${community}`,
  frozenText: ['Le sommaire de l’entrevue sur les besoins est figé. Il est maintenant un document de la démarche.'],
}

export const interviewMailMessages: Record<Language, typeof en> = { en, fr }
