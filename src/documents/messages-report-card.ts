import type { Language } from '../platform/languages.ts'

/** What only the document says; the words for results themselves are those of the page too, in `ui/words`. */
const en = {
  lead: (community: string) =>
    `This report card shows where ${community} stands today, where it wants to be in 12 months, and what to talk about first.`,
  leadUnnamed:
    'This report card shows where your community stands today, where it wants to be in 12 months, and what to talk about first.',
  people: (n: number): string => (n === 1 ? 'person answered' : 'people answered'),
  components: (n: number): string => (n === 1 ? 'component looked at' : 'components looked at'),
  dontKnows: (n: number): string => (n === 1 ? 'answer was “don’t know”' : 'answers were “don’t know”'),
  gaps: (n: number): string => (n === 1 ? 'component with a gap to close' : 'components with a gap to close'),
  firstTitle: 'Where to start',
  firstIntro: 'These come first when the size of the gap and its weight are taken together:',
  facetNow: (facet: string, now: string, wanted: string) => `${facet}: today ${now}, wanted ${wanted}`,
  noGapAnywhere: 'No component has a gap to its wanted level. The plan can be about keeping what you have.',
  howToRead: 'How to read it',
  howLevels: (top: number) =>
    `Each component has levels from 0 to ${top}. Each level has its own sentence about what can be seen today. A level is not a mark.`,
  howMean: 'When several people answer, a figure is the average of their answers. “Don’t know” never lowers it.',
  howGap: 'A gap is the wanted level minus the level today. It is never below zero.',
  howNoTotal: 'There is no total and no ranking. A low level is a place to start from.',
  levelsCaption: 'The levels of each facet',
  level: 'Level',
  profileTitle: 'Profile by domain',
  profileIntro:
    'Each domain groups several components. The mark is the average of its components; the lowest one is named beside it.',
  strengthsIntro: 'The components with the highest levels today:',
  gapsIntro: 'The components where the wanted level is furthest from today, by size of gap:',
  gapsCaption: 'Largest gaps and what the next level looks like',
  nowToWanted: (facet: string) => `${facet}, today – wanted`,
  nextLevel: 'Next level in practice',
  profileFigure: 'Level today and wanted level of each domain',
  profileTable: 'The same in figures',
  componentsFigure: 'Level today and wanted level of each component',
  tableTitle: 'Each component in words',
  tableIntro: 'For each facet: the level today, the wanted level, and the sentence that describes today.',
  tableCaption: 'Components by domain',
  wantedInside: (level: string) => ` (wanted ${level})`,
  facetCell: (figure: string, name: string) => `${figure} · ${name}`,
  someDidNotKnow: (couldBe: string) => `${couldBe}: some people did not know.`,
  reviewMark: '(text still under review)',
  computedTitle: 'How it was computed',
  computedScore:
    'A facet’s score is the average of the levels chosen; “don’t know” and “does not apply” are counted apart.',
  computedDomain:
    'The score of a domain is the average of its components. It is shown only when enough of them have a score: at least two, and at least 60%.',
  computedWanted: 'The wanted level is the median of those people gave.',
  computedWantedFurther: (facets: string) => `For ${facets} it stops one level below the top.`,
  computedWeight: (importance: string, leverage: string, duty: string, need: string) =>
    `The order of priorities is weight × gap. The weight adds importance (${importance}), how many other components build on it (${leverage}), a legal duty (${duty}) and a need you named (${need}).`,
  computedDetail: 'The data file of the report card holds every figure with the numbers behind it, at full precision.',
  weightsCaption: 'How the order of the first priorities came about',
  leverage: 'Leverage',
  duty: 'Duty',
  need: 'Need',
  firm: 'Firm',
  yes: 'yes',
  no: 'no',
  notSayTitle: 'What it does not say',
  notSay: [
    'It does not compare you with other communities.',
    'It is not an audit, and no one outside has checked the answers.',
    'It does not say how good your services are, or how hard people work.',
    'It is about the whole organization, never about one person.',
  ],
  withheld: (n: number) =>
    `Because ${n} people answered, single answers and counts by level are left out, so that no one can be recognized.`,
}

const fr: typeof en = {
  lead: (community) =>
    `Ce bilan montre où en est ${community} aujourd’hui, où la communauté veut être dans 12 mois et de quoi parler d’abord.`,
  leadUnnamed:
    'Ce bilan montre où en est votre communauté aujourd’hui, où elle veut être dans 12 mois et de quoi parler d’abord.',
  people: (n) => (n < 2 ? 'personne a répondu' : 'personnes ont répondu'),
  components: (n) => (n < 2 ? 'composante examinée' : 'composantes examinées'),
  dontKnows: (n) => (n < 2 ? 'réponse «\u00a0je ne sais pas\u00a0»' : 'réponses «\u00a0je ne sais pas\u00a0»'),
  gaps: (n) => (n < 2 ? 'composante avec un écart à combler' : 'composantes avec un écart à combler'),
  firstTitle: 'Par où commencer',
  firstIntro:
    'Voici ce qui vient d’abord quand on tient compte à la fois de la taille de l’écart et de son poids\u00a0:',
  facetNow: (facet, now, wanted) => `${facet}\u00a0: aujourd’hui ${now}, visé ${wanted}`,
  noGapAnywhere:
    'Aucune composante n’a d’écart avec son niveau visé. Le plan peut porter sur le maintien de ce que vous avez.',
  howToRead: 'Comment le lire',
  howLevels: (top) =>
    `Chaque composante a des niveaux de 0 à ${top}. Chaque niveau a sa propre phrase sur ce qu’on peut voir aujourd’hui. Un niveau n’est pas une note.`,
  howMean:
    'Quand plusieurs personnes répondent, un chiffre est la moyenne de leurs réponses. «\u00a0Je ne sais pas\u00a0» ne l’abaisse jamais.',
  howGap: 'Un écart est le niveau visé moins le niveau d’aujourd’hui. Il n’est jamais sous zéro.',
  howNoTotal: 'Il n’y a ni total ni classement. Un niveau bas est un point de départ.',
  levelsCaption: 'Les niveaux de chaque volet',
  level: 'Niveau',
  profileTitle: 'Portrait par domaine',
  profileIntro:
    'Chaque domaine regroupe plusieurs composantes. La marque est la moyenne de ses composantes; la plus basse est nommée à côté.',
  strengthsIntro: 'Les composantes qui ont les niveaux les plus élevés aujourd’hui\u00a0:',
  gapsIntro: 'Les composantes où le niveau visé est le plus loin d’aujourd’hui, selon la taille de l’écart\u00a0:',
  gapsCaption: 'Les plus grands écarts et le prochain niveau',
  nowToWanted: (facet) => `${facet}, aujourd’hui – visé`,
  nextLevel: 'Prochain niveau en pratique',
  profileFigure: 'Niveau d’aujourd’hui et niveau visé de chaque domaine',
  profileTable: 'Les mêmes en chiffres',
  componentsFigure: 'Niveau d’aujourd’hui et niveau visé de chaque composante',
  tableTitle: 'Chaque composante en mots',
  tableIntro: 'Pour chaque volet\u00a0: le niveau d’aujourd’hui, le niveau visé et la phrase qui décrit aujourd’hui.',
  tableCaption: 'Les composantes par domaine',
  wantedInside: (level) => ` (visé\u00a0: ${level})`,
  facetCell: (figure, name) => `${figure} · ${name}`,
  someDidNotKnow: (couldBe) => `${couldBe}\u00a0: des personnes ne savaient pas.`,
  reviewMark: '(texte encore en révision)',
  computedTitle: 'Comment il a été calculé',
  computedScore:
    'Le résultat d’un volet est la moyenne des niveaux choisis; «\u00a0je ne sais pas\u00a0» et «\u00a0ne s’applique pas\u00a0» sont comptés à part.',
  computedDomain:
    'Le résultat d’un domaine est la moyenne de ses composantes. Il n’est montré que si assez d’entre elles ont un résultat\u00a0: au moins deux, et au moins 60\u00a0%.',
  computedWanted: 'Le niveau visé est la médiane de ceux que les gens ont donnés.',
  computedWantedFurther: (facets) => `Pour ${facets}, il s’arrête un niveau sous le plus élevé.`,
  computedWeight: (importance, leverage, duty, need) =>
    `L’ordre des priorités est le poids × l’écart. Le poids additionne l’importance (${importance}), le nombre de composantes qui s’appuient sur celle-ci (${leverage}), une obligation légale (${duty}) et un besoin que vous avez nommé (${need}).`,
  computedDetail:
    'Le fichier de données du bilan contient chaque chiffre avec les nombres dont il vient, en pleine précision.',
  weightsCaption: 'D’où vient l’ordre des premières priorités',
  leverage: 'Levier',
  duty: 'Obligation',
  need: 'Besoin',
  firm: 'Ferme',
  yes: 'oui',
  no: 'non',
  notSayTitle: 'Ce qu’il ne dit pas',
  notSay: [
    'Il ne vous compare pas à d’autres communautés.',
    'Ce n’est pas un audit, et personne de l’extérieur n’a vérifié les réponses.',
    'Il ne dit pas si vos services sont bons, ni si les gens travaillent fort.',
    'Il porte sur toute l’organisation, jamais sur une personne.',
  ],
  withheld: (n) =>
    `Comme ${n} personnes ont répondu, les réponses individuelles et le nombre de réponses par niveau ne sont pas montrés, afin que personne ne puisse être reconnu.`,
}

export const reportCardMessages: Record<Language, typeof en> = { en, fr }
