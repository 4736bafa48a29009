import type { Language } from '../../platform/languages.ts'

const en = {
  inviteSubject: (community: string) => `Please answer the diagnostic of ${community}`,
  invite: (community: string, until: string) => [
    `${community} asks you to answer its diagnostic, for the parts you know.`,
    `You answer alone. You can stop and go on later, on any device, until the end of ${until}.`,
    'Your answers are confidential: the lead sees that you answered, never what you answered.',
  ],
  inviteLink: 'Answer your part',
  reminderSubject: (community: string) => `Still open: your part of the diagnostic of ${community}`,
  reminder: (until: string) => [
    `Your part of the diagnostic is still open. You can answer until the end of ${until}.`,
    'What you have answered so far is kept.',
    'If you have not accepted the invitation to the community yet, please use the link in that message first.',
  ],
  returnedSubject: (community: string) => `A question about your answers for ${community}`,
  returned: [
    'The advisor returned your part of the diagnostic with a question. You find the question on your page.',
    'You can change your answers there and hand in again.',
  ],
  returnedLink: 'Read the question',
}

const fr: typeof en = {
  inviteSubject: (community) => `Répondez au diagnostic de ${community}, s’il vous plaît`,
  invite: (community, until) => [
    `${community} vous demande de répondre à son diagnostic, pour les parties que vous connaissez.`,
    `Vous répondez de votre côté. Vous pouvez arrêter et reprendre plus tard, sur n’importe quel appareil, jusqu’à la fin du ${until}.`,
    'Vos réponses sont confidentielles\u00a0: la personne responsable voit que vous avez répondu, jamais ce que vous avez répondu.',
  ],
  inviteLink: 'Répondre à votre partie',
  reminderSubject: (community) => `Encore ouvert\u00a0: votre partie du diagnostic de ${community}`,
  reminder: (until) => [
    `Votre partie du diagnostic est encore ouverte. Vous pouvez répondre jusqu’à la fin du ${until}.`,
    'Ce que vous avez déjà répondu est conservé.',
    'Si vous n’avez pas encore accepté l’invitation dans la communauté, utilisez d’abord le lien de ce message-là.',
  ],
  returnedSubject: (community) => `Une question sur vos réponses pour ${community}`,
  returned: [
    'La conseillère ou le conseiller vous a retourné votre partie du diagnostic avec une question. Vous la trouverez dans votre page.',
    'Vous pouvez y changer vos réponses et les remettre de nouveau.',
  ],
  returnedLink: 'Lire la question',
}

/** The words of the mail about the diagnostic. */
export const diagnosticMail: Record<Language, typeof en> = { en, fr }
