import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'Messages',
  lead: 'Between the community and its advisor. Everyone on this journey’s team can read them.',
  none: 'No message yet.',
  write: 'Your message',
  hint: 'Do not write other people’s personal information here.',
  send: 'Send',
  sent: 'Sent.',
  empty: 'Write something first.',
  tooLong: 'A message holds at most 10,000 characters. Shorten it, or send it in two.',
  older: 'Older messages',
  someone: 'Someone who left',
  mailSubject: (community: string) => `New message about ${community}`,
  mailText: (author: string) => `${author} wrote to you. To keep it private, the message itself is only in Waymark.`,
  mailLink: 'Read and answer',
}

const fr: typeof en = {
  title: 'Messages',
  lead: 'Entre la communauté et la personne qui la conseille. Toute l’équipe de cette démarche peut les lire.',
  none: 'Aucun message pour l’instant.',
  write: 'Votre message',
  hint: 'N’inscrivez pas ici les renseignements personnels d’autres personnes.',
  send: 'Envoyer',
  sent: 'Envoyé.',
  empty: 'Écrivez d’abord quelque chose.',
  tooLong: 'Un message compte au plus 10 000 caractères. Raccourcissez-le ou envoyez-le en deux.',
  older: 'Messages plus anciens',
  someone: 'Quelqu’un qui est parti',
  mailSubject: (community) => `Nouveau message au sujet de ${community}`,
  mailText: (author) => `${author} vous a écrit. Pour rester privé, le message lui-même est seulement dans Waymark.`,
  mailLink: 'Lire et répondre',
}

export const messageWords: Record<Language, typeof en> = { en, fr }
