import type { Language } from '../platform/languages.ts'

/** What a plan that an advisor and a community work on says beyond the automatic one. */
const en = {
  statusText:
    'The service worked this draft out from the answers by fixed rules; then people changed what they thought right. It is advice: the community decides at the validation interview.',
  needsTitle: 'What we heard',
  needsIntro: 'The needs named in the interview, in the community’s own words.',
  findingsTitle: 'What the answers show',
  changedPathway: 'People changed this pathway. What it closes is worked out from its items as they are now.',
  changesIntro: (added: string, removed: string) =>
    [added && `Put in by people: ${added}.`, removed && `Taken out by people: ${removed}.`].filter(Boolean).join(' '),
  whoTitle: 'Who does what',
  whoIntro: 'The actions as they stand today. They live on after the plan: owners and dates can change.',
  whoCaption: 'Actions with owner, date, effort, cost and status',
  what: 'Action',
  owner: 'Owner',
  due: 'Due',
  effort: 'Staff hours',
  cost: 'Cost',
  status: 'Status',
  nobody: 'not named yet',
  noDate: 'no date yet',
  none: '–',
  statuses: { planned: 'Planned', doing: 'Under way', done: 'Done', dropped: 'Dropped' },
}

const fr: typeof en = {
  statusText:
    'Le service a tiré cette ébauche des réponses par des règles fixes; des personnes ont ensuite modifié ce qui leur semblait juste. C’est un conseil\u00a0: la communauté décide à l’entrevue de validation.',
  needsTitle: 'Ce que nous avons entendu',
  needsIntro: 'Les besoins nommés à l’entrevue, dans les mots de la communauté.',
  findingsTitle: 'Ce que montrent les réponses',
  changedPathway:
    'Des personnes ont modifié ce parcours. Ce qu’il comble est calculé à partir de ses éléments tels qu’ils sont.',
  changesIntro: (added, removed) =>
    [added && `Ajouté par des personnes\u00a0: ${added}.`, removed && `Retiré par des personnes\u00a0: ${removed}.`]
      .filter(Boolean)
      .join(' '),
  whoTitle: 'Qui fait quoi',
  whoIntro:
    'Les actions telles qu’elles sont aujourd’hui. Elles continuent après le plan\u00a0: responsables et dates peuvent changer.',
  whoCaption: 'Les actions avec responsable, date, effort, coût et état',
  what: 'Action',
  owner: 'Responsable',
  due: 'Échéance',
  effort: 'Heures de personnel',
  cost: 'Coût',
  status: 'État',
  nobody: 'pas encore nommé',
  noDate: 'pas encore de date',
  none: '–',
  statuses: { planned: 'Prévue', doing: 'En cours', done: 'Faite', dropped: 'Abandonnée' },
}

export const draftPlanWords: Record<Language, typeof en> = { en, fr }
