import type { ActionPlan } from '../../domain/action-plan-types.ts'
import type { Language } from '../../platform/languages.ts'

/** Priorities, what makes their weight, and what can be done about them. */
const en = {
  title: 'Priorities and why',
  weight: 'Weight',
  value: 'Weight × gap',
  actions: 'Suggested actions',
  lowCost: 'Low-cost way',
  signs: 'Signs that the wanted level is reached',
  duty: 'A legal duty applies',
  onlyFacets: (facets: string) => `The gap is in ${facets}. The items of the pathways work on it.`,
  dutyCheck: {
    checked: 'The legal duties we know of for your province or territory were looked up. This is not legal advice.',
    'not-checked':
      'Legal duties: not checked for your jurisdiction, since we know of none there. Ask your clerk or legal advisor.',
    'unknown-jurisdiction':
      'Legal duties were not looked up, since the profile does not say which province or territory you are in. Ask your clerk or legal advisor.',
  } satisfies Record<ActionPlan['dutyCheck'], string>,
  noGapTitle: 'No gap to close',
  noGap:
    'The levels you want are already reached, or no wanted level was set. Both pathways are empty. You can set higher wanted levels and draw the plan again.',
}

const fr: typeof en = {
  title: 'Les priorités et leurs raisons',
  weight: 'Poids',
  value: 'Poids × écart',
  actions: 'Actions suggérées',
  lowCost: 'Façon à peu de frais',
  signs: 'Signes que le niveau visé est atteint',
  duty: 'Une obligation légale s’applique',
  onlyFacets: (facets) => `L’écart porte sur le volet ${facets}. Les éléments des parcours y travaillent.`,
  dutyCheck: {
    checked:
      'Les obligations légales que nous connaissons pour votre province ou territoire ont été consultées. Il ne s’agit pas d’un avis juridique.',
    'not-checked':
      'Obligations légales\u00a0: non vérifiées pour votre territoire, car nous n’en connaissons pas là. Demandez à votre greffe ou à votre service juridique.',
    'unknown-jurisdiction':
      'Les obligations légales n’ont pas été consultées, car le profil n’indique pas votre province ou territoire. Demandez à votre greffe ou à votre service juridique.',
  },
  noGapTitle: 'Aucun écart à combler',
  noGap:
    'Les niveaux que vous visez sont déjà atteints, ou aucun n’a été fixé. Les deux parcours sont vides. Vous pouvez viser des niveaux plus élevés et refaire le plan.',
}

export const priorityWords: Record<Language, typeof en> = { en, fr }
