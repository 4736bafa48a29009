import type { Language } from '../../platform/languages.ts'

const en = {
  bookedSubject: (community: string) => `Session booked: ${community}`,
  changedSubject: (community: string) => `Session moved: ${community}`,
  cancelledSubject: (community: string) => `Session cancelled: ${community}`,
  bookedText: (host: string, community: string, when: string) => `${host} and ${community} talk on ${when}.`,
  changedText: (host: string, community: string, when: string) =>
    `The session of ${host} and ${community} is now on ${when}.`,
  cancelledText: (host: string, community: string, when: string) =>
    `The session of ${host} and ${community} on ${when} will not take place.`,
  topic: (topic: string) => `It is about: ${topic}`,
  otherTime: (when: string) => `On the clock of the other side: ${when}.`,
  place: (place: string) => `Where or how: ${place}`,
  reason: (reason: string) => `Reason: ${reason}`,
  calendar: 'The attached file puts this into your calendar.',
  open: 'Open the session',
  eventTitle: (community: string, topic: string) => `${community}: ${topic}`,
  someone: 'Someone',
}

const fr: typeof en = {
  bookedSubject: (community) => `Séance réservée\u00a0: ${community}`,
  changedSubject: (community) => `Séance déplacée\u00a0: ${community}`,
  cancelledSubject: (community) => `Séance annulée\u00a0: ${community}`,
  bookedText: (host, community, when) => `${host} et ${community} se parlent\u00a0: ${when}.`,
  changedText: (host, community, when) => `La séance de ${host} et ${community} aura maintenant lieu\u00a0: ${when}.`,
  cancelledText: (host, community, when) =>
    `La séance de ${host} et ${community}, prévue pour ${when}, n’aura pas lieu.`,
  topic: (topic) => `Sujet\u00a0: ${topic}`,
  otherTime: (when) => `À l’heure de l’autre côté\u00a0: ${when}.`,
  place: (place) => `Lieu ou moyen\u00a0: ${place}`,
  reason: (reason) => `Raison\u00a0: ${reason}`,
  calendar: 'Le fichier joint l’inscrit dans votre agenda.',
  open: 'Ouvrir la séance',
  eventTitle: (community, topic) => `${community}\u00a0: ${topic}`,
  someone: 'Une personne',
}

export const sessionMailMessages: Record<Language, typeof en> = { en, fr }
