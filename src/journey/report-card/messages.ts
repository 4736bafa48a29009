import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'Report card',
  howToRead:
    'Filled marks show where you stand today. An open ring shows where you want to be in 12 months. There is no total score and no ranking: an average would hide what matters.',
  respondents: (n: number) => (n === 1 ? '1 respondent' : `${n} respondents`),
  forms: { short: 'Short form', full: 'Full form' },
  components: (n: number) => (n === 1 ? '1 component' : `${n} components`),
  answered: (n: number, all: number) => `${n} of ${all} answers given`,
  dontKnows: (n: number) => (n === 1 ? '1 “don’t know”' : `${n} “don’t know”`),
  profile: 'Your profile by domain',
  lowestNote: 'A domain shows the average of its components, so look at its lowest component too.',
  levelMeanings: 'What each level means',
  strengths: 'Strengths',
  noStrengths: 'No component is at or above the middle of the scale yet. The next steps below are the place to start.',
  gaps: 'Largest gaps',
  noGaps: 'There is no gap between where you are and where you want to be.',
  noGoals: 'You have not said yet where you want to be in 12 months, so there is no gap to show.',
  gapLine: (from: string, to: string) => `from “${from}” to “${to}”`,
  gapOf: (gap: string) => `gap of ${gap}`,
  nextSteps: 'What to do next',
  nextStepsLead:
    'These come first when importance, what else they make possible, legal duties and your needs are weighed together.',
  nextLooksLike: 'The next level looks like this',
  firm: 'firm',
  firmNote: 'A priority is firm when it stays at the top even if the weights are changed a little.',
  noPriorities: 'Say how important each component is and where you want to be, and the next steps will appear here.',
  findings: 'What else the answers show',
  noFindings: 'Nothing else stands out.',
  findOut: 'Find out first',
  findOutLead: 'We do not know where you stand here. Ask the people who would know.',
  finding: {
    differentViews: (component: string, facet: string) =>
      `${component} (${facet}): people have different views. Talk about what each of them sees.`,
    split: (component: string, facet: string) =>
      `${component} (${facet}): some see little and others see a lot. Talk about what each of them sees.`,
    doNotKnow: (component: string, facet: string) =>
      `${component} (${facet}): half or more answered “don’t know”. We do not know where we stand.`,
    oneVoice: (n: number) =>
      n === 1
        ? 'One component rests on one voice. Ask a second person.'
        : `${n} components rest on one voice. Ask a second person where it matters.`,
    checkScope: (component: string) => `${component}: half said it does not apply. Check whether it does.`,
    unrealistic: (component: string, facet: string) =>
      `${component} (${facet}): the wanted level is far from today for 12 months. Is this realistic?`,
    goalNotSet: (n: number) =>
      n === 1 ? 'One component has no wanted level yet.' : `${n} components have no wanted level yet.`,
    goalMet: (n: number) =>
      n === 1 ? 'One component is already where you want it.' : `${n} components are already where you want them.`,
  },
  allComponents: 'Every component',
  openDetails: 'Details and calculation',
  today: 'Today',
  wanted: 'Wanted',
  gap: 'Gap',
  importance: 'Importance',
  importanceWords: ['Not now', 'Would help', 'Important', 'Urgent'],
  importanceMissing: 'not answered',
  couldBeAsLowAs: (level: string) => `could be as low as ${level}`,
  statuses: {
    unknown: 'not known yet',
    unanswered: 'no answer',
    'out-of-scope': 'does not apply here',
    'not-asked': 'not asked in this form',
  },
  goalMet: 'goal already met',
  goalNotSet: 'goal not set',
  change: 'Change this answer',
  evidence: 'What would show it',
  howComputed: 'How it was computed',
  howComputedBody: [
    'A score is the plain average of the answers, from 0 to the top level. “Don’t know” is never counted as zero; blanks are left out.',
    'A gap is the wanted level minus today’s level. The order of next steps multiplies each gap by its weight.',
    'Open “Details and calculation” under any component to see the numbers behind each figure.',
  ],
  methodLink: 'Read the method',
  notSaid: 'What it does not say',
  notSaidBody: [
    'It does not compare you with anyone, and it does not judge your people.',
    'It rests on what was answered, not on a check of the facts.',
  ],
  calculation: 'Calculation',
  figure: 'Figure',
  from: 'From',
  result: 'Result',
  toPlan: 'See your plan and its two pathways',
  domainTooFew: (scored: number, needed: number) => `not enough answers (${scored} of the ${needed} needed)`,
  release: 'Content version',
}

const fr: typeof en = {
  title: 'Bilan des capacités',
  howToRead:
    'Les marques pleines montrent où vous en êtes aujourd’hui. Un anneau ouvert montre où vous voulez être dans 12 mois. Il n’y a ni note globale ni classement : une moyenne cacherait l’essentiel.',
  respondents: (n) => (n < 2 ? `${n} répondant` : `${n} répondants`),
  forms: { short: 'Version courte', full: 'Version complète' },
  components: (n) => (n < 2 ? `${n} composante` : `${n} composantes`),
  answered: (n, all) => `${n} réponses données sur ${all}`,
  dontKnows: (n) => `${n} « je ne sais pas »`,
  profile: 'Votre portrait par domaine',
  lowestNote: 'Un domaine montre la moyenne de ses composantes. Regardez donc aussi sa composante la plus basse.',
  levelMeanings: 'Ce que chaque niveau veut dire',
  strengths: 'Points forts',
  noStrengths:
    'Aucune composante n’atteint encore le milieu de l’échelle. Les prochaines étapes ci-dessous sont un bon point de départ.',
  gaps: 'Écarts les plus grands',
  noGaps: 'Il n’y a pas d’écart entre où vous en êtes et où vous voulez être.',
  noGoals: 'Vous n’avez pas encore dit où vous voulez être dans 12 mois. Il n’y a donc pas d’écart à montrer.',
  gapLine: (from, to) => `de « ${from} » à « ${to} »`,
  gapOf: (gap) => `écart de ${gap}`,
  nextSteps: 'Les prochaines étapes',
  nextStepsLead:
    'Elles viennent en premier quand on pèse ensemble l’importance, ce qu’elles rendent possible, les obligations légales et vos besoins.',
  nextLooksLike: 'Voici à quoi ressemble le niveau suivant',
  firm: 'ferme',
  firmNote: 'Une priorité est ferme quand elle reste en tête même si l’on change un peu les poids.',
  noPriorities:
    'Dites quelle importance a chaque composante et où vous voulez être : les prochaines étapes apparaîtront ici.',
  findings: 'Ce que les réponses montrent aussi',
  noFindings: 'Rien d’autre ne ressort.',
  findOut: 'À éclaircir d’abord',
  findOutLead: 'Nous ne savons pas où vous en êtes ici. Demandez aux personnes qui pourraient le savoir.',
  finding: {
    differentViews: (component, facet) =>
      `${component} (${facet}) : les avis sont différents. Parlez de ce que chaque personne constate.`,
    split: (component, facet) =>
      `${component} (${facet}) : certaines personnes voient peu de choses et d’autres, beaucoup. Parlez de ce que chacune constate.`,
    doNotKnow: (component, facet) =>
      `${component} (${facet}) : la moitié des réponses ou plus sont « je ne sais pas ». Nous ne savons pas où nous en sommes.`,
    oneVoice: (n) =>
      n < 2
        ? 'Une composante repose sur une seule voix. Demandez l’avis d’une deuxième personne.'
        : `${n} composantes reposent sur une seule voix. Demandez un deuxième avis là où c’est important.`,
    checkScope: (component) => `${component} : la moitié dit que cela ne s’applique pas. Vérifiez si c’est le cas.`,
    unrealistic: (component, facet) =>
      `${component} (${facet}) : le niveau visé est loin d’aujourd’hui pour 12 mois. Est-ce réaliste?`,
    goalNotSet: (n) =>
      n < 2 ? 'Une composante n’a pas encore de niveau visé.' : `${n} composantes n’ont pas encore de niveau visé.`,
    goalMet: (n) =>
      n < 2 ? 'Une composante est déjà là où vous la voulez.' : `${n} composantes sont déjà là où vous les voulez.`,
  },
  allComponents: 'Toutes les composantes',
  openDetails: 'Détails et calcul',
  today: 'Aujourd’hui',
  wanted: 'Niveau visé',
  gap: 'Écart',
  importance: 'Importance',
  importanceWords: ['Pas maintenant', 'Serait utile', 'Important', 'Urgent'],
  importanceMissing: 'sans réponse',
  couldBeAsLowAs: (level) => `pourrait descendre à ${level}`,
  statuses: {
    unknown: 'pas encore connu',
    unanswered: 'sans réponse',
    'out-of-scope': 'ne s’applique pas ici',
    'not-asked': 'pas demandé dans cette version',
  },
  goalMet: 'but déjà atteint',
  goalNotSet: 'but non fixé',
  change: 'Modifier cette réponse',
  evidence: 'Ce qui le montrerait',
  howComputed: 'Comment le bilan est calculé',
  howComputedBody: [
    'Un résultat est la simple moyenne des réponses, de 0 au niveau le plus élevé. « Je ne sais pas » ne compte jamais pour zéro; les réponses vides sont laissées de côté.',
    'Un écart est le niveau visé moins le niveau d’aujourd’hui. L’ordre des prochaines étapes multiplie chaque écart par son poids.',
    'Ouvrez « Détails et calcul » sous une composante pour voir les nombres derrière chaque chiffre.',
  ],
  methodLink: 'Lire la méthode',
  notSaid: 'Ce que le bilan ne dit pas',
  notSaidBody: [
    'Il ne vous compare à personne et ne juge pas vos gens.',
    'Il repose sur les réponses données, et non sur une vérification des faits.',
  ],
  calculation: 'Calcul',
  figure: 'Chiffre',
  from: 'À partir de',
  result: 'Résultat',
  toPlan: 'Voir votre plan et ses deux parcours',
  domainTooFew: (scored, needed) => `pas assez de réponses (${scored} sur les ${needed} nécessaires)`,
  release: 'Version du contenu',
}

export const reportCardMessages: Record<Language, typeof en> = { en, fr }
