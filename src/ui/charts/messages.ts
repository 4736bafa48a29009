import type { Language } from '../../platform/languages.ts'

const en = {
  profileTitle: 'Profile by domain',
  componentsTitle: 'Profile by component',
  weeksTitle: (pathway: string) => `Pathway ${pathway} week by week`,
  gapsTitle: (pathway: string) => `What pathway ${pathway} is expected to change`,
  changeTitle: 'Change between the two rounds',
  wanted: 'Wanted in 12 months',
  wantedOf: (facet: string) => `${facet}, wanted`,
  nowOf: (facet: string) => `${facet}, today`,
  afterOf: (facet: string) => `${facet}, after`,
  beforeOf: (facet: string) => `${facet}, before`,
  lowestIs: (component: string) => `lowest component: ${component}`,
  before: 'Before',
  after: 'Expected after the pathway',
  wordingChanged: 'wording changed',
  noGap: 'no known gap',
  item: 'Item',
  hoursShort: (hours: string) => `${hours} h`,
  week: 'Week',
  weekRange: (first: number, last: number) => (first === last ? `${first}` : `${first} to ${last}`),
  scaleNote: (top: number) => `Scale from 0 to ${top}.`,
  lane: (facet: string, now: string, wanted?: string) =>
    wanted === undefined ? `${facet} ${now}` : `${facet} ${now}, wanted ${wanted}`,
  laneMove: (facet: string, from: string, to: string) => `${facet} from ${from} to ${to}`,
  sentence: (label: string, parts: string) => `${label}: ${parts}.`,
  weeksAlt: (items: number, hours: string, weeks: number) =>
    `${items} ${items === 1 ? 'item' : 'items'}, ${hours} hours, over ${weeks} ${weeks === 1 ? 'week' : 'weeks'}.`,
  itemWeeks: (title: string, first: number, last: number) =>
    first === last ? `${title}: week ${first}.` : `${title}: weeks ${first} to ${last}.`,
  nothing: 'There is nothing to show.',
}

const fr: typeof en = {
  profileTitle: 'Portrait par domaine',
  componentsTitle: 'Portrait par composante',
  weeksTitle: (pathway) => `Le parcours ${pathway}, semaine par semaine`,
  gapsTitle: (pathway) => `Ce que le parcours ${pathway} devrait changer`,
  changeTitle: 'Changement entre les deux tours',
  wanted: 'Visé dans 12 mois',
  wantedOf: (facet) => `${facet}, niveau visé`,
  nowOf: (facet) => `${facet}, aujourd’hui`,
  afterOf: (facet) => `${facet}, après`,
  beforeOf: (facet) => `${facet}, avant`,
  lowestIs: (component) => `composante la plus basse\u00a0: ${component}`,
  before: 'Avant',
  after: 'Attendu après le parcours',
  wordingChanged: 'libellé modifié',
  noGap: 'aucun écart connu',
  item: 'Élément',
  hoursShort: (hours) => `${hours}\u00a0h`,
  week: 'Semaine',
  weekRange: (first, last) => (first === last ? `${first}` : `${first} à ${last}`),
  scaleNote: (top) => `Échelle de 0 à ${top}.`,
  lane: (facet, now, wanted) => (wanted === undefined ? `${facet} ${now}` : `${facet} ${now}, niveau visé ${wanted}`),
  laneMove: (facet, from, to) => `${facet} de ${from} à ${to}`,
  sentence: (label, parts) => `${label}\u00a0: ${parts}.`,
  weeksAlt: (items, hours, weeks) =>
    `${items} ${items < 2 ? 'élément' : 'éléments'}, ${hours} heures, sur ${weeks} ${weeks < 2 ? 'semaine' : 'semaines'}.`,
  itemWeeks: (title, first, last) =>
    first === last ? `${title}\u00a0: semaine ${first}.` : `${title}\u00a0: semaines ${first} à ${last}.`,
  nothing: 'Il n’y a rien à montrer.',
}

export const chartMessages: Record<Language, typeof en> = { en, fr }
