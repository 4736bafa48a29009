import type { FacetStatus } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'

type Status = Exclude<FacetStatus, 'scored'> | 'not-asked'

const statusesEn: Record<Status, string> = {
  unknown: 'not known yet',
  unanswered: 'no answer',
  'out-of-scope': 'does not apply here',
  'not-asked': 'not asked in this form',
  withheld: 'shown once both agree',
}
const statusesFr: Record<Status, string> = {
  unknown: 'pas encore connu',
  unanswered: 'sans réponse',
  'out-of-scope': 'ne s’applique pas ici',
  'not-asked': 'pas demandé dans cette version',
  withheld: 'montré si les deux acceptent',
}

/** How a result is put into words: the same on pages, in charts and in documents. */
const en = {
  reportCard: 'Report card',
  component: 'Component',
  domain: 'Domain',
  today: 'Today',
  wanted: 'Wanted',
  gap: 'Gap',
  /** At the head of a column, where a component has several facets. */
  meanGap: 'Gap on average',
  importance: 'Importance',
  importanceWords: ['Not now', 'Would help', 'Important', 'Urgent'],
  statuses: statusesEn,
  tooFew: 'too few answers',
  lowest: 'Lowest component',
  none: '–',
  /** How many people answered. */
  respondents: (n: number) => (n === 1 ? '1 person answered' : `${n} people answered`),
  couldBeAsLowAs: (level: string) => `could be as low as ${level}`,
  goalMet: 'goal already met',
  goalNotSet: 'no wanted level yet',
  forms: { short: 'Short form', full: 'Full form' },
  strengths: 'Strengths',
  noStrengths:
    'Beside the largest gaps, no component is at or above the middle of the scale yet. That is common at the start.',
  largestGaps: 'Largest gaps',
  noGaps: 'There is no gap between where you are and where you want to be.',
  noGoals: 'No wanted level was given, so there is no gap to show.',
  firm: 'firm',
  firmNote:
    'A priority is firm when it stays among the first in all eight trials with slightly different weights (Method 4.6).',
  /** Stands for an empty list of strengths, gaps or findings when it is empty because of that. */
  withheldList: 'What rests on two people is shown once both agree.',
  /** Said once at the head of what is passed on. */
  withheldTitle: 'Figures of two people are not shown',
  withheldText:
    'Where only two people gave a level, a figure would tell each of them what the other one said. Those figures are shown once both agree. The order of the priorities holds.',
}

const fr: typeof en = {
  reportCard: 'Bilan des capacités',
  component: 'Composante',
  domain: 'Domaine',
  today: 'Aujourd’hui',
  wanted: 'Niveau visé',
  gap: 'Écart',
  meanGap: 'Écart moyen',
  importance: 'Importance',
  importanceWords: ['Pas maintenant', 'Serait utile', 'Important', 'Urgent'],
  statuses: statusesFr,
  tooFew: 'trop peu de réponses',
  lowest: 'Composante la plus basse',
  none: '–',
  respondents: (n) => (n < 2 ? `${n} personne a répondu` : `${n} personnes ont répondu`),
  couldBeAsLowAs: (level) => `pourrait descendre à ${level}`,
  goalMet: 'but déjà atteint',
  goalNotSet: 'pas encore de niveau visé',
  forms: { short: 'Version courte', full: 'Version complète' },
  strengths: 'Points forts',
  noStrengths:
    'Hormis les écarts les plus grands, aucune composante n’est encore au milieu de l’échelle ou au-dessus. C’est courant au début.',
  largestGaps: 'Écarts les plus grands',
  noGaps: 'Il n’y a pas d’écart entre où vous en êtes et où vous voulez être.',
  noGoals: 'Aucun niveau visé n’a été donné. Il n’y a donc pas d’écart à montrer.',
  firm: 'ferme',
  firmNote:
    'Une priorité est ferme quand elle reste parmi les premières dans les huit essais faits avec des poids un peu différents (Méthode 4.6).',
  withheldList: 'Ce qui repose sur deux personnes est montré si les deux l’acceptent.',
  withheldTitle: 'Les chiffres de deux personnes ne sont pas montrés',
  withheldText:
    'Là où seulement deux personnes ont donné un niveau, un chiffre dirait à chacune ce que l’autre a répondu. Ces chiffres sont montrés quand les deux l’acceptent. L’ordre des priorités tient.',
}

export const resultWords: Record<Language, typeof en> = { en, fr }
