import type { Language } from '../platform/languages.ts'

/** What only the document says; the words for the plan itself are those of the page too, in `ui/words`. */
const en = {
  title: 'Capacity-building Action Plan',
  lead: (community: string) =>
    `This draft turns the report card of ${community} into priorities, two learning pathways to choose from, and first steps for the next 30 days.`,
  leadUnnamed:
    'This draft turns your report card into priorities, two learning pathways to choose from, and first steps for the next 30 days.',
  statusTitle: 'A draft for people to decide on',
  statusText:
    'This plan was worked out from the answers by fixed rules. It is advice. Change it, leave parts out, or start from something else: the community decides.',
  chosen: (pathway: string) =>
    `Pathway ${pathway} has been chosen. The other one stays in this document, so that you can come back to it.`,
  notChosen: 'No pathway has been chosen yet. Compare the two in the section “Two pathways”.',
  keyPriorities: (n: number): string => (n === 1 ? 'priority' : 'priorities'),
  keyHours: 'hours of learning at most',
  keyWeeks: (n: number): string => (n === 1 ? 'week' : 'weeks'),
  keyPathways: 'pathways to choose from',
  resultsTitle: 'Where you are and where you want to be',
  resultsIntro: 'The profile by domain, from the report card. The report card shows it as a picture and says more.',
  prioritiesIntro:
    'A priority has a large gap and a large weight. The weight adds how important people said it is, how many other components build on it, a legal duty, and a need you named.',
  prioritiesCaption: 'Priorities in order, with their weight',
  priority: 'Priority',
  firm: 'Firm',
  firmYes: 'yes',
  firmNo: (times: number) => `${times} of 8`,
  firmElse: 'A figure in the last column is the number of trials in which a priority stays among the first.',
  pathwayLabel: (id: string, name: string) => `${id} · ${name}`,
  chosenMark: (label: string) => `${label} (chosen)`,
  compareCaption: 'The two pathways side by side',
  compareHead: 'What',
  compareGoal: 'Goal',
  compareClosed: 'Gap closed',
  compareWorksOn: 'Works on',
  compareNotOn: 'Priorities it does not touch',
  closedLevels: (levels: string) => `${levels} levels in all`,
  itemHours: (title: string, hours: string) => `${title} (${hours} h)`,
  leftOutCount: (n: number, considered: number) => `${n} of ${considered} items considered`,
  nothing: 'Nothing',
  weeksCaption: (id: string) => `Pathway ${id} in weeks`,
  gapsCaption: (id: string) => `What pathway ${id} is expected to change`,
  gapsNote: 'An arrow shows the expected change. It is an assumption, not a promise.',
  itemsCaption: (id: string) => `Pathway ${id}: items in order and why each is there`,
  item: 'Item',
  weekRange: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  leftOutGroup: (why: string, items: string) => `${why} ${items}`,
  leftOutMore: (items: string, more: number) => `${items} and ${more} ${more === 1 ? 'other' : 'others'}`,
  thirtyIntro: 'Small steps that can start now, whichever pathway you choose.',
  actionsIntro:
    'For each priority: the next steps in practice, how much staff time they are likely to take, and a way to do it with little money.',
  actionsCaption: (component: string) => `Actions for ${component}`,
  action: 'Action',
  toLevel: 'To level',
  effort: 'Staff hours',
  allSteps: 'All steps are listed, since the level of today is not shown.',
  noActions: 'The level today already matches the wanted level in words. Keep what works and note how you do it.',
  dutySource: (source: string, checkedOn: string) => `Legal duty: ${source} (checked on ${checkedOn}).`,
  supportTitle: 'Support',
  support: [
    'All courses, guidelines and templates named in this plan are free and open. They work in English and French.',
    'A coaching session is a talk with someone who has done the work before. Book it when you have tried the first step.',
  ],
  offline: (count: number, all: number) =>
    `${count} of the ${all} items in the two pathways work without a connection: print or download them once.`,
  questionsTitle: 'Questions to talk over before you decide',
  questions: [
    'Do the strengths and gaps match what you see every day? What is missing?',
    'Which level would you change, and what shows it?',
    'Is each wanted level realistic in 12 months with the people you have?',
    'Are these the right priorities, in this order? What would you drop?',
    'Which pathway suits your people, your season and your workload? Who will follow it?',
    'Who must approve the plan, and when do they meet?',
    'Who else in the community should see this, and in which language?',
  ],
  questionAbout: (component: string) => `What lies behind the different views on ${component}?`,
  signTitle: 'Sign-off',
  signIntro: 'To be filled in when the community has decided. Until then this is a draft.',
  signLabels: [
    'Pathway chosen',
    'For the community (name and role)',
    'Signature',
    'Date',
    'Advisor, if any (name)',
    'Date of the look back',
  ],
  annexTitle: 'Annex: the numbers behind the plan',
  annexIntro:
    'Every figure can be worked out again from these numbers. The data file of the plan holds them at full precision.',
  weightsCaption: 'Weight of each priority for the order of priorities and for each pathway',
  weightOrder: 'Order of priorities',
  weightOf: (id: string) => `Pathway ${id}`,
  cellsCaption: (id: string) => `Pathway ${id}: today, expected after, wanted`,
  formula:
    'The value of a pathway is the sum, over components and facets, of weight × the part of the gap it is expected to close, divided by the number of facets. A gap that is closed counts once.',
  limits: (hours: string, weeks: number, items: number) =>
    `Limits: ${hours} hours, ${weeks} weeks, at most ${items} items in each pathway.`,
  searched: (id: string, value: string, other: string, nodes: string, proven: boolean) =>
    `Pathway ${id}: value ${value} by its own weights, ${other} by those of the other one; ${nodes} choices looked at; ${proven ? 'proven best' : 'not proven best'}.`,
  diversity: (delta: string, ratio: string) =>
    `Pathway B may share at most ${delta} of the hours of the smaller pathway with A; it keeps ${ratio} of the value that is possible without this rule.`,
  noDiversity: 'No limit on shared hours left enough value, so pathway B is shown without one.',
}

const fr: typeof en = {
  title: 'Plan d’action pour le renforcement des capacités',
  lead: (community) =>
    `Cette ébauche part du bilan de ${community} et propose des priorités, deux parcours d’apprentissage au choix et les premiers pas des 30 prochains jours.`,
  leadUnnamed:
    'Cette ébauche part de votre bilan et propose des priorités, deux parcours d’apprentissage au choix et les premiers pas des 30 prochains jours.',
  statusTitle: 'Une ébauche sur laquelle des gens décident',
  statusText:
    'Ce plan a été tiré des réponses par des règles fixes. C’est un conseil. Modifiez-le, retirez-en des parties ou partez d’autre chose\u00a0: la communauté décide.',
  chosen: (pathway) =>
    `Le parcours ${pathway} a été choisi. L’autre reste dans ce document pour que vous puissiez y revenir.`,
  notChosen: 'Aucun parcours n’a encore été choisi. Comparez les deux dans la section «\u00a0Deux parcours\u00a0».',
  keyPriorities: (n) => (n < 2 ? 'priorité' : 'priorités'),
  keyHours: 'heures d’apprentissage au plus',
  keyWeeks: (n) => (n < 2 ? 'semaine' : 'semaines'),
  keyPathways: 'parcours au choix',
  resultsTitle: 'Où vous en êtes et où vous voulez être',
  resultsIntro: 'Le portrait par domaine, tiré du bilan des capacités. Le bilan le montre en image et en dit plus.',
  prioritiesIntro:
    'Une priorité a un grand écart et un grand poids. Le poids additionne l’importance que les gens lui donnent, le nombre de composantes qui s’appuient sur elle, une obligation légale et un besoin que vous avez nommé.',
  prioritiesCaption: 'Les priorités dans leur ordre, avec leur poids',
  priority: 'Priorité',
  firm: 'Ferme',
  firmYes: 'oui',
  firmNo: (times) => `${times} sur 8`,
  firmElse: 'Un chiffre dans la dernière colonne est le nombre d’essais où une priorité reste parmi les premières.',
  pathwayLabel: (id, name) => `${id} · ${name}`,
  chosenMark: (label) => `${label} (choisi)`,
  compareCaption: 'Les deux parcours côte à côte',
  compareHead: 'Quoi',
  compareGoal: 'But',
  compareClosed: 'Écart comblé',
  compareWorksOn: 'Porte sur',
  compareNotOn: 'Priorités qu’il ne touche pas',
  closedLevels: (levels) => `${levels} niveaux en tout`,
  itemHours: (title, hours) => `${title} (${hours}\u00a0h)`,
  leftOutCount: (n, considered) => `${n} des ${considered} éléments examinés`,
  nothing: 'Rien',
  weeksCaption: (id) => `Le parcours ${id} en semaines`,
  gapsCaption: (id) => `Ce que le parcours ${id} devrait changer`,
  gapsNote: 'Une flèche montre le changement attendu. C’est une hypothèse, pas une promesse.',
  itemsCaption: (id) => `Parcours ${id}\u00a0: les éléments dans l’ordre et leur raison d’être`,
  item: 'Élément',
  weekRange: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
  leftOutGroup: (why, items) => `${why} ${items}`,
  leftOutMore: (items, more) => `${items} et ${more} ${more < 2 ? 'autre' : 'autres'}`,
  thirtyIntro: 'De petits pas qui peuvent commencer maintenant, quel que soit le parcours choisi.',
  actionsIntro:
    'Pour chaque priorité\u00a0: les prochaines étapes en pratique, le temps de personnel qu’elles demandent sans doute, et une façon de faire à peu de frais.',
  actionsCaption: (component) => `Actions pour la composante «\u00a0${component}\u00a0»`,
  action: 'Action',
  toLevel: 'Vers le niveau',
  effort: 'Heures de personnel',
  allSteps: 'Toutes les étapes sont données, car le niveau d’aujourd’hui n’est pas montré.',
  noActions:
    'Le niveau d’aujourd’hui correspond déjà, en mots, au niveau visé. Gardez ce qui marche et notez comment vous faites.',
  dutySource: (source, checkedOn) => `Obligation légale\u00a0: ${source} (vérifiée le ${checkedOn}).`,
  supportTitle: 'Soutien',
  support: [
    'Tous les cours, guides et modèles nommés dans ce plan sont gratuits et ouverts. Ils existent en français et en anglais.',
    'Une séance d’accompagnement est une conversation avec quelqu’un qui a déjà fait ce travail. Réservez-la après avoir essayé la première étape.',
  ],
  offline: (count, all) =>
    `Éléments des deux parcours utilisables sans connexion, une fois imprimés ou téléchargés\u00a0: ${count} sur ${all}.`,
  questionsTitle: 'Questions dont parler avant de décider',
  questions: [
    'Les points forts et les écarts correspondent-ils à ce que vous voyez chaque jour? Que manque-t-il?',
    'Quel niveau changeriez-vous, et qu’est-ce qui le montre?',
    'Chaque niveau visé est-il réaliste en 12 mois avec les gens que vous avez?',
    'Est-ce les bonnes priorités, dans cet ordre? Que laisseriez-vous tomber?',
    'Quel parcours convient à vos gens, à votre saison et à votre charge de travail? Qui le suivra?',
    'Qui doit approuver le plan, et quand ces personnes se réunissent-elles?',
    'Qui d’autre dans la communauté devrait le voir, et dans quelle langue?',
  ],
  questionAbout: (component) =>
    `Qu’y a-t-il derrière les avis différents sur la composante «\u00a0${component}\u00a0»?`,
  signTitle: 'Approbation',
  signIntro: 'À remplir quand la communauté aura décidé. D’ici là, ceci est une ébauche.',
  signLabels: [
    'Parcours choisi',
    'Pour la communauté (nom et fonction)',
    'Signature',
    'Date',
    'Conseillère ou conseiller, s’il y a lieu (nom)',
    'Date du retour sur le plan',
  ],
  annexTitle: 'Annexe\u00a0: les nombres derrière le plan',
  annexIntro:
    'Chaque chiffre peut être refait à partir de ces nombres. Le fichier de données du plan les contient en pleine précision.',
  weightsCaption: 'Poids de chaque priorité pour l’ordre des priorités et pour chaque parcours',
  weightOrder: 'Ordre des priorités',
  weightOf: (id) => `Parcours ${id}`,
  cellsCaption: (id) => `Parcours ${id}\u00a0: aujourd’hui, attendu après, visé`,
  formula:
    'La valeur d’un parcours est la somme, sur les composantes et les volets, du poids × la part de l’écart qu’il devrait combler, divisée par le nombre de volets. Un écart comblé ne compte qu’une fois.',
  limits: (hours, weeks, items) =>
    `Limites\u00a0: ${hours} heures, ${weeks} semaines, au plus ${items} éléments par parcours.`,
  searched: (id, value, other, nodes, proven) =>
    `Parcours ${id}\u00a0: valeur ${value} selon ses propres poids, ${other} selon ceux de l’autre; ${nodes} choix examinés; ${proven ? 'meilleur choix démontré' : 'meilleur choix non démontré'}.`,
  diversity: (delta, ratio) =>
    `Le parcours B peut partager avec A au plus ${delta} des heures du plus petit des deux; il garde ${ratio} de la valeur possible sans cette règle.`,
  noDiversity:
    'Aucune limite sur les heures communes ne laissait assez de valeur; le parcours B est donc montré sans limite.',
}

export const actionPlanMessages: Record<Language, typeof en> = { en, fr }
