import type { Language } from '../../../platform/languages.ts'

/** What only the page says; the words for results themselves are those of the documents too, in `ui/words`. */
const en = {
  howToRead:
    'Filled marks show where you stand today. An open ring shows where you want to be in 12 months. There is no total score and no ranking: an average would hide what matters.',
  components: (n: number) => (n === 1 ? '1 component' : `${n} components`),
  answered: (n: number, all: number) => `${n} of ${all} answers given`,
  dontKnows: (n: number) => (n === 1 ? '1 “don’t know”' : `${n} “don’t know”`),
  profile: 'Your profile by domain',
  lowestNote: 'A domain shows the average of its components, so look at its lowest component too.',
  levelMeanings: 'What each level means',
  quoted: (word: string) => `“${word}”`,
  nextSteps: 'What to do next',
  nextStepsLead:
    'These come first when importance, what else they make possible, legal duties and your needs are weighed together.',
  nextLooksLike: 'The next level looks like this',
  noPriorities: 'Say how important each component is and where you want to be, and the next steps will appear here.',
  allComponents: 'Every component',
  openDetails: 'Details and calculation',
  importanceMissing: 'not answered',
  change: 'Change this answer',
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
  release: 'Content version',
}

const fr: typeof en = {
  howToRead:
    'Les marques pleines montrent où vous en êtes aujourd’hui. Un anneau ouvert montre où vous voulez être dans 12 mois. Il n’y a ni note globale ni classement\u00a0: une moyenne cacherait l’essentiel.',
  components: (n) => (n < 2 ? `${n} composante` : `${n} composantes`),
  answered: (n, all) => `${n} réponses données sur ${all}`,
  dontKnows: (n) => `${n} «\u00a0je ne sais pas\u00a0»`,
  profile: 'Votre portrait par domaine',
  lowestNote: 'Un domaine montre la moyenne de ses composantes. Regardez donc aussi sa composante la plus basse.',
  levelMeanings: 'Ce que chaque niveau veut dire',
  quoted: (word) => `«\u00a0${word}\u00a0»`,
  nextSteps: 'Les prochaines étapes',
  nextStepsLead:
    'Elles viennent en premier quand on pèse ensemble l’importance, ce qu’elles rendent possible, les obligations légales et vos besoins.',
  nextLooksLike: 'Voici à quoi ressemble le niveau suivant',
  noPriorities:
    'Dites quelle importance a chaque composante et où vous voulez être\u00a0: les prochaines étapes apparaîtront ici.',
  allComponents: 'Toutes les composantes',
  openDetails: 'Détails et calcul',
  importanceMissing: 'sans réponse',
  change: 'Modifier cette réponse',
  howComputed: 'Comment le bilan est calculé',
  howComputedBody: [
    'Un résultat est la simple moyenne des réponses, de 0 au niveau le plus élevé. «\u00a0Je ne sais pas\u00a0» ne compte jamais pour zéro; les réponses vides sont laissées de côté.',
    'Un écart est le niveau visé moins le niveau d’aujourd’hui. L’ordre des prochaines étapes multiplie chaque écart par son poids.',
    'Ouvrez «\u00a0Détails et calcul\u00a0» sous une composante pour voir les nombres derrière chaque chiffre.',
  ],
  methodLink: 'Lire la méthode',
  notSaid: 'Ce que le bilan ne dit pas',
  notSaidBody: [
    'Il ne vous compare à personne et ne juge pas vos gens.',
    'Il repose sur les réponses données, et non sur une vérification des faits.',
  ],
  calculation: 'Calcul',
  release: 'Version du contenu',
}

export const reportCardMessages: Record<Language, typeof en> = { en, fr }
