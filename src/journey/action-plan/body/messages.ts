import type { Language } from '../../../platform/languages.ts'

/** What only the page says; the words for the plan itself are those of the document too, in `ui/words`. */
const en = {
  draft: 'Draft. People decide: this plan is advice, worked out from your answers.',
  prioritiesLead: 'In the order of weight × average gap.',
  weightLine: (weight: string) => `Weight: ${weight}`,
  hoursShort: (hours: string) => `${hours} h`,
  about: (hours: string) => `about ${hours} h of staff time`,
  source: 'Source',
  figures: (items: number, hours: string, weeks: number) =>
    `${items} ${items === 1 ? 'item' : 'items'} · ${hours} hours · ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
  gapClosed: (levels: string) => `Closes ${levels} levels of gap in all`,
  noItems: 'No item in the catalogue closes one of these gaps within your hours.',
  weekOf: (first: number, last: number) => (first === last ? `Week ${first}` : `Weeks ${first} to ${last}`),
  weekPicture: 'Week by week',
  gapPicture: 'What it is expected to change',
  nothingLeftOut: 'Nothing that would help was left out.',
  choose: (id: string) => `Choose pathway ${id}`,
  chosen: 'Your choice',
  chosenNote: (id: string) => `You chose pathway ${id}. The documents will say so. You can change your mind.`,
  unchoose: 'Undo this choice',
  compareTitle: 'The two pathways compared',
  firstDaysFor: (id: string) => `with pathway ${id}`,
  settingsTitle: 'Try other settings',
  settingsLead:
    'Both pathways are worked out again at once. Importance is part of your answers: a change here is kept there too.',
  settingsLeadForm:
    'Press the button to work out both pathways again. Importance is part of your answers: a change here is kept there too.',
  hoursLabel: 'Learning hours in all',
  weeksLabel: 'Weeks',
  importanceLegend: 'How important is each of these?',
  recompute: 'Work out again',
  working: 'Working out your pathways…',
  ready: 'Both pathways are up to date.',
  planFault: 'The pathways could not be worked out on this device. Reload the page to try again.',
  traceTitle: 'How the pathways were worked out',
  traceBody: [
    'Each gap has a weight. A pathway is the set of items that closes the most weighted gap within your hours and its number of items. Items on a gap that is already closed add nothing.',
    'An item comes in only with what must be taken first.',
    'The second pathway is the best one that shares no more than part of its hours with the first.',
  ],
  traceCaption: 'Weights of each component in the two pathways',
  weightIn: (id: string) => `Weight in ${id}`,
}

const fr: typeof en = {
  draft: 'Ébauche. Les gens décident\u00a0: ce plan est un conseil, calculé à partir de vos réponses.',
  prioritiesLead: 'Dans l’ordre du poids × l’écart moyen.',
  weightLine: (weight) => `Poids\u00a0: ${weight}`,
  hoursShort: (hours) => `${hours}\u00a0h`,
  about: (hours) => `environ ${hours}\u00a0h de travail du personnel`,
  source: 'Source',
  figures: (items, hours, weeks) =>
    `${items} ${items < 2 ? 'élément' : 'éléments'} · ${hours} heures · ${weeks} ${weeks < 2 ? 'semaine' : 'semaines'}`,
  gapClosed: (levels) => `Comble ${levels} niveaux d’écart en tout`,
  noItems: 'Aucun élément du catalogue ne comble un de ces écarts dans vos heures.',
  weekOf: (first, last) => (first === last ? `Semaine ${first}` : `Semaines ${first} à ${last}`),
  weekPicture: 'Semaine par semaine',
  gapPicture: 'Ce qu’il devrait changer',
  nothingLeftOut: 'Rien d’utile n’a été laissé de côté.',
  choose: (id) => `Choisir le parcours ${id}`,
  chosen: 'Votre choix',
  chosenNote: (id) => `Vous avez choisi le parcours ${id}. Les documents l’indiqueront. Vous pouvez changer d’idée.`,
  unchoose: 'Annuler ce choix',
  compareTitle: 'Les deux parcours comparés',
  firstDaysFor: (id) => `avec le parcours ${id}`,
  settingsTitle: 'Essayer d’autres réglages',
  settingsLead:
    'Les deux parcours sont recalculés aussitôt. L’importance fait partie de vos réponses\u00a0: ce que vous changez ici y est gardé.',
  settingsLeadForm:
    'Appuyez sur le bouton pour recalculer les deux parcours. L’importance fait partie de vos réponses\u00a0: ce que vous changez ici y est gardé.',
  hoursLabel: 'Heures d’apprentissage en tout',
  weeksLabel: 'Semaines',
  importanceLegend: 'Quelle est l’importance de chacune?',
  recompute: 'Recalculer',
  working: 'Calcul de vos parcours…',
  ready: 'Les deux parcours sont à jour.',
  planFault: 'Les parcours n’ont pas pu être calculés sur cet appareil. Rechargez la page pour réessayer.',
  traceTitle: 'Comment les parcours sont calculés',
  traceBody: [
    'Chaque écart a un poids. Un parcours est l’ensemble d’éléments qui comble le plus d’écart pondéré dans vos heures et son nombre d’éléments. Un élément n’apporte rien à un écart déjà comblé.',
    'Un élément n’est retenu qu’avec ce qui doit venir avant.',
    'Le deuxième parcours est le meilleur parmi ceux qui n’ont qu’une partie de leurs heures en commun avec le premier.',
  ],
  traceCaption: 'Poids de chaque composante dans les deux parcours',
  weightIn: (id) => `Poids dans ${id}`,
}

export const actionPlanMessages: Record<Language, typeof en> = { en, fr }
