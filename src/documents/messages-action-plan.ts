import type { PlanRisk } from '../domain/action-plan-types.ts'
import type { Language } from '../platform/languages.ts'

type Why = 'no-room' | 'gap-closed' | 'prerequisite' | 'item-limit' | 'same-content' | 'overlap' | 'lower-value'

const en = {
  title: 'Capacity-building Action Plan',
  lead: (community: string) =>
    `This draft turns the report card of ${community} into priorities, two learning pathways to choose from, and first steps for the next 30 days.`,
  leadUnnamed:
    'This draft turns your report card into priorities, two learning pathways to choose from, and first steps for the next 30 days.',
  statusTitle: 'A draft for people to decide on',
  statusText:
    'The program worked this plan out from the answers. It is advice. Change it, leave parts out, or start from something else: the community decides.',
  chosen: (pathway: string) =>
    `Pathway ${pathway} has been chosen. The other one stays in this document, so that you can come back to it.`,
  notChosen: 'No pathway has been chosen yet. Compare the two in the section “Two pathways”.',
  hours: (hours: string, weeks: number) => `${hours} hours of learning in ${weeks} weeks`,
  keyPriorities: (n: number): string => (n === 1 ? 'priority' : 'priorities'),
  keyHours: 'hours of learning at most',
  keyWeeks: (n: number): string => (n === 1 ? 'week' : 'weeks'),
  keyPathways: 'pathways to choose from',
  resultsTitle: 'Where you are and where you want to be',
  resultsIntro: 'The profile by domain, from the report card. The report card shows it as a picture and says more.',
  strengths: 'Strengths to build on',
  largestGaps: 'Largest gaps',
  prioritiesTitle: 'Priorities and why',
  prioritiesIntro:
    'A priority has a large gap and a large weight. The weight adds how important people said it is, how many other components build on it, a legal duty, and a need named in the interview.',
  prioritiesCaption: 'Priorities in order, with their weight',
  rank: 'Rank',
  priority: 'Priority',
  now: 'Now',
  weight: 'Weight',
  value: 'Weight × gap',
  firm: 'Firm',
  firmYes: 'yes',
  firmNo: (times: number) => `${times} of 8`,
  firmNote:
    'Firm: stays among the first in all eight trials with other weights. Otherwise, the number of trials in which it stays.',
  findOutTitle: 'Find out first',
  findOutText: (components: string) =>
    `There is no score yet for everything in ${components}. A short talk with the people who know is worth more than a course here.`,
  noGapTitle: 'No gap to close',
  noGapText:
    'The levels you want are already reached, or no wanted level was set. Both pathways are empty. You can set higher wanted levels and draw the plan again.',
  pathwaysTitle: 'Two pathways',
  pathwaysIntro: 'Both keep within the same hours. They differ in what they put first.',
  pathwayName: { A: 'Foundations', B: 'Our priorities' },
  pathwayLabel: (id: string, name: string) => `${id} · ${name}`,
  pathwayHeading: (id: string, name: string) => `Pathway ${id}: ${name}`,
  chosenMark: (label: string) => `${label} (chosen)`,
  goal: {
    A: 'First build what other capacities rest on.',
    B: 'First work on what you said matters most.',
  },
  compareCaption: 'The two pathways side by side',
  compareHead: 'What',
  compareGoal: 'Goal',
  compareItems: 'Items',
  compareHours: 'Hours',
  compareWeeks: 'Weeks',
  compareClosed: 'Gap closed',
  compareWorksOn: 'Works on',
  compareLeftOut: 'Left out',
  closedLevels: (levels: string) => `${levels} levels in all`,
  itemHours: (title: string, hours: string) => `${title} (${hours} h)`,
  leftOutCount: (n: number, considered: number) => `${n} of ${considered} items considered`,
  nothing: 'Nothing',
  overlap: (hours: string) => `The two pathways have ${hours} hours in common.`,
  noOverlap: 'The two pathways have no item in common.',
  shareMost: 'The two pathways share most of their items: another mix would have closed much less of the gap.',
  twoByTwoCaption: 'Each pathway judged both ways',
  twoByTwoHead: 'Judged by',
  twoByTwoA: 'the weights of Foundations',
  twoByTwoB: 'the weights of Our priorities',
  twoByTwoNote:
    'Read across: a pathway closes most by its own weights. If the two figures of a row are close, choose by what suits your people.',
  weeksCaption: (id: string) => `Pathway ${id} in weeks`,
  gapsCaption: (id: string) => `What pathway ${id} is expected to change`,
  gapsNote: 'An arrow shows the expected change. It is an assumption, not a promise.',
  itemsCaption: (id: string) => `Pathway ${id}: items in order and why each is there`,
  item: 'Item',
  itemWeeks: 'Weeks',
  why: 'Why it is there',
  weekRange: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  closes: (component: string, facet: string, amount: string) =>
    `Closes ${amount} of the gap in ${component} (${facet}).`,
  neededFor: (item: string) => `Needed for “${item}”.`,
  keepsApart: 'Makes this pathway different enough from the other one.',
  bestOf: (considered: number, proven: boolean) =>
    proven
      ? `The best of the ${considered} items considered; no other choice within these limits is better.`
      : `A good choice among the ${considered} items considered; a slightly better one may exist.`,
  leftOutWhy: {
    'no-room': 'no room in the hours',
    'gap-closed': 'its gap is already closed',
    prerequisite: 'something it builds on is not in',
    'item-limit': 'over the number of items',
    'same-content': 'same content as another item',
    overlap: 'already in the other pathway',
    'lower-value': 'closes less than the items chosen',
  } satisfies Record<Why, string>,
  leftOutGroup: (why: string, items: string) => `${why}: ${items}`,
  leftOutMore: (items: string, more: number) => `${items} and ${more} more`,
  thirtyTitle: 'The first 30 days',
  thirtyIntro: 'Small steps that can start now, whichever pathway you choose.',
  steps: {
    'name-a-lead': 'Name one person who keeps the plan moving, and a second who can step in.',
    'review-date': 'Set a date, in about 30 days, to look at what was done and what was learned.',
    findOut: (component: string) => `Find out where you stand on ${component}: ask the people who do the work.`,
    talkAbout: (component: string) => `Talk about ${component}, where people see things differently.`,
    startItem: (item: string, week: number, pathway?: string) =>
      `Start “${item}” in week ${week}${pathway === undefined ? '' : ` (pathway ${pathway})`}.`,
    takeAction: (component: string) => `Take the first action on ${component}`,
    setGoal: (component: string) => `Agree on a wanted level for ${component}.`,
  },
  actionsTitle: 'Suggested actions',
  actionsIntro:
    'For each priority: the next steps in practice, how much staff time they are likely to take, and a way to do it with little money.',
  actionsCaption: (component: string) => `Actions for ${component}`,
  action: 'Action',
  toLevel: 'To level',
  effort: 'Staff hours',
  lowCost: 'Low-cost option',
  noActions: 'The level today already matches the wanted level in words. Keep what works and note how you do it.',
  signs: 'Signs that the wanted level is reached',
  onlyKnowledge: 'The gap is in what people know how to do. The items of the pathways work on it.',
  duty: (source: string, checkedOn: string) => `Legal duty: ${source} (checked on ${checkedOn}).`,
  supportTitle: 'Support',
  support: [
    'All courses, guidelines and templates named in this plan are free and open. They work in English and French.',
    'A coaching session is a talk with someone who has done the work before. Book it when you have tried the first step.',
  ],
  offline: (count: number, all: number) =>
    `${count} of the ${all} items in the two pathways work without a connection: print or download them once.`,
  risksTitle: 'Risks and assumptions',
  risks: {
    'single-voice': 'The answers of one person decide much of this plan. Ask a few colleagues before you commit time.',
    'many-dont-know': 'Many answers were “don’t know”. The order of priorities may change when you know more.',
    'different-views': 'People see some components differently. Talk these over first: the mean hides it.',
    'not-firm': 'Some priorities would give way to others if the weights were a little different.',
    unproven:
      'For at least one pathway the search was stopped early. It is a good choice, but perhaps not the best one.',
    'little-time': 'The hours are few for the gaps. Expect to close only part of them.',
    'large-jump': 'Some wanted levels are a large step above today. A first half-way goal may be wiser.',
    'lifts-are-assumptions':
      'How much an item helps is a planning assumption by people with experience, not a measured effect.',
    'wording-not-tested': 'The wording of the levels has not yet been tested in the field.',
    'duty-not-checked': 'Legal duties were not checked for your jurisdiction. Ask your clerk or legal advisor.',
    'draft-for-review': 'Some texts are still under review by people with the authority to speak on them.',
    'one-person-depends': 'Much depends on one person. Plan how someone else could step in.',
  } satisfies Record<PlanRisk, string>,
  questionsTitle: 'Questions for the validation talk',
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
    'Next review date',
  ],
  annexTitle: 'Annex: the numbers behind the plan',
  annexIntro:
    'Every figure can be worked out again from these numbers. The file action-plan.json holds them at full precision.',
  weightsCaption: 'Weight of each priority for the order of priorities and for each pathway',
  weightOrder: 'Order of priorities',
  weightOf: (id: string) => `Pathway ${id}`,
  cellsCaption: (id: string) => `Pathway ${id}: now, expected after, wanted`,
  formula:
    'The value of a pathway is the sum, over components and facets, of weight × the part of the gap it is expected to close, halved when there are two facets. A gap that is closed counts once.',
  limits: (hours: string, weeks: number, items: number) =>
    `Limits: ${hours} hours, ${weeks} weeks, at most ${items} items in each pathway.`,
  searched: (id: string, value: string, nodes: string, proven: boolean) =>
    `Pathway ${id}: value ${value} by its own weights; ${nodes} choices looked at; ${proven ? 'proven best' : 'not proven best'}.`,
  diversity: (delta: string, ratio: string) =>
    `Pathway B may share at most ${delta} of the hours of the smaller pathway with A; it keeps ${ratio} of the value that is possible without this rule.`,
  noDiversity: 'No limit on shared hours left enough value, so pathway B is shown without one.',
  dutyCheck: {
    checked: 'Legal duties were checked for your jurisdiction.',
    'not-checked': 'Legal duties: not checked for your jurisdiction.',
    'unknown-jurisdiction': 'Legal duties: not checked, because no jurisdiction was given.',
  },
}

const fr: typeof en = {
  title: "Plan d'action pour le renforcement des capacités",
  lead: (community) =>
    `Cette ébauche part du bilan de ${community} et propose des priorités, deux parcours d'apprentissage au choix et les premiers pas des 30 prochains jours.`,
  leadUnnamed:
    "Cette ébauche part de votre bilan et propose des priorités, deux parcours d'apprentissage au choix et les premiers pas des 30 prochains jours.",
  statusTitle: 'Une ébauche sur laquelle des gens décident',
  statusText:
    "Le programme a tiré ce plan des réponses. C'est un conseil. Modifiez-le, retirez-en des parties ou partez d'autre chose\u00a0: la communauté décide.",
  chosen: (pathway) =>
    `Le parcours ${pathway} a été choisi. L'autre reste dans ce document pour que vous puissiez y revenir.`,
  notChosen: "Aucun parcours n'a encore été choisi. Comparez les deux dans la section «\u00a0Deux parcours\u00a0».",
  hours: (hours, weeks) => `${hours} heures d'apprentissage en ${weeks} semaines`,
  keyPriorities: (n) => (n < 2 ? 'priorité' : 'priorités'),
  keyHours: "heures d'apprentissage au plus",
  keyWeeks: (n) => (n < 2 ? 'semaine' : 'semaines'),
  keyPathways: 'parcours au choix',
  resultsTitle: 'Où vous en êtes et où vous voulez être',
  resultsIntro: 'Le portrait par domaine, tiré du bilan des capacités. Le bilan le montre en image et en dit plus.',
  strengths: "Points forts sur lesquels s'appuyer",
  largestGaps: 'Écarts les plus grands',
  prioritiesTitle: 'Les priorités et leurs raisons',
  prioritiesIntro:
    "Une priorité a un grand écart et un grand poids. Le poids additionne l'importance que les gens lui donnent, le nombre de composantes qui s'appuient sur elle, une obligation légale et un besoin nommé en entrevue.",
  prioritiesCaption: 'Les priorités dans leur ordre, avec leur poids',
  rank: 'Rang',
  priority: 'Priorité',
  now: "Aujourd'hui",
  weight: 'Poids',
  value: 'Poids × écart',
  firm: 'Ferme',
  firmYes: 'oui',
  firmNo: (times) => `${times} sur 8`,
  firmNote:
    "Ferme\u00a0: reste parmi les premières dans les huit essais faits avec d'autres poids. Sinon, le nombre d'essais où elle le reste.",
  findOutTitle: "À découvrir d'abord",
  findOutText: (components) =>
    `Tout n'a pas encore de résultat dans ${components}. Ici, une courte conversation avec les gens qui savent vaut mieux qu'un cours.`,
  noGapTitle: 'Aucun écart à combler',
  noGapText:
    "Les niveaux que vous visez sont déjà atteints, ou aucun n'a été fixé. Les deux parcours sont vides. Vous pouvez viser des niveaux plus élevés et refaire le plan.",
  pathwaysTitle: 'Deux parcours',
  pathwaysIntro: 'Les deux respectent le même nombre d’heures. Ils diffèrent par ce qu’ils placent en premier.',
  pathwayName: { A: 'Les fondations', B: 'Nos priorités' },
  pathwayLabel: (id, name) => `${id} · ${name}`,
  pathwayHeading: (id, name) => `Parcours ${id}\u00a0: ${name}`,
  chosenMark: (label) => `${label} (choisi)`,
  goal: {
    A: "Bâtir d'abord ce sur quoi reposent les autres capacités.",
    B: "Travailler d'abord à ce qui compte le plus pour vous.",
  },
  compareCaption: 'Les deux parcours côte à côte',
  compareHead: 'Quoi',
  compareGoal: 'But',
  compareItems: 'Éléments',
  compareHours: 'Heures',
  compareWeeks: 'Semaines',
  compareClosed: 'Écart comblé',
  compareWorksOn: 'Porte sur',
  compareLeftOut: 'Laissé de côté',
  closedLevels: (levels) => `${levels} niveaux en tout`,
  itemHours: (title, hours) => `${title} (${hours}\u00a0h)`,
  leftOutCount: (n, considered) => `${n} des ${considered} éléments examinés`,
  nothing: 'Rien',
  overlap: (hours) => `Les deux parcours ont ${hours} heures en commun.`,
  noOverlap: "Les deux parcours n'ont aucun élément en commun.",
  shareMost:
    "Les deux parcours partagent la plupart de leurs éléments\u00a0: une autre combinaison aurait comblé beaucoup moins de l'écart.",
  twoByTwoCaption: 'Chaque parcours jugé des deux façons',
  twoByTwoHead: 'Jugé selon',
  twoByTwoA: 'les poids des fondations',
  twoByTwoB: 'les poids de nos priorités',
  twoByTwoNote:
    "Lisez chaque ligne\u00a0: un parcours comble le plus selon ses propres poids. Si les deux chiffres d'une ligne sont proches, choisissez selon ce qui convient à vos gens.",
  weeksCaption: (id) => `Le parcours ${id} en semaines`,
  gapsCaption: (id) => `Ce que le parcours ${id} devrait changer`,
  gapsNote: "Une flèche montre le changement attendu. C'est une hypothèse, pas une promesse.",
  itemsCaption: (id) => `Parcours ${id}\u00a0: les éléments dans l'ordre et leur raison d'être`,
  item: 'Élément',
  itemWeeks: 'Semaines',
  why: "Sa raison d'être",
  weekRange: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
  closes: (component, facet, amount) => `Comble ${amount} de l'écart en ${component} (${facet}).`,
  neededFor: (item) => `Nécessaire pour «\u00a0${item}\u00a0».`,
  keepsApart: "Rend ce parcours assez différent de l'autre.",
  bestOf: (considered, proven) =>
    proven
      ? `Le meilleur choix parmi les ${considered} éléments examinés; aucun autre choix dans ces limites n'est meilleur.`
      : `Un bon choix parmi les ${considered} éléments examinés; il peut en exister un un peu meilleur.`,
  leftOutWhy: {
    'no-room': 'plus de place dans les heures',
    'gap-closed': 'son écart est déjà comblé',
    prerequisite: "un élément sur lequel il s'appuie n'y est pas",
    'item-limit': "au-delà du nombre d'éléments",
    'same-content': "même contenu qu'un autre élément",
    overlap: "déjà dans l'autre parcours",
    'lower-value': 'comble moins que les éléments choisis',
  },
  leftOutGroup: (why, items) => `${why}\u00a0: ${items}`,
  leftOutMore: (items, more) => `${items} et ${more} de plus`,
  thirtyTitle: 'Les 30 premiers jours',
  thirtyIntro: 'De petits pas qui peuvent commencer maintenant, quel que soit le parcours choisi.',
  steps: {
    'name-a-lead': 'Nommez une personne qui fait avancer le plan, et une autre qui peut prendre le relais.',
    'review-date': 'Fixez une date, dans 30 jours environ, pour regarder ce qui a été fait et appris.',
    findOut: (component) =>
      `Découvrez où vous en êtes pour la composante «\u00a0${component}\u00a0»\u00a0: demandez à ceux et celles qui font le travail.`,
    talkAbout: (component) => `Parlez de la composante «\u00a0${component}\u00a0», que les gens voient différemment.`,
    startItem: (item, week, pathway) =>
      `Commencez «\u00a0${item}\u00a0» à la semaine ${week}${pathway === undefined ? '' : ` (parcours ${pathway})`}.`,
    takeAction: (component) => `Faites la première action pour la composante «\u00a0${component}\u00a0»`,
    setGoal: (component) => `Entendez-vous sur un niveau visé pour la composante «\u00a0${component}\u00a0».`,
  },
  actionsTitle: 'Actions suggérées',
  actionsIntro:
    "Pour chaque priorité\u00a0: les prochaines étapes en pratique, le temps de personnel qu'elles demandent sans doute, et une façon de faire à peu de frais.",
  actionsCaption: (component) => `Actions pour la composante «\u00a0${component}\u00a0»`,
  action: 'Action',
  toLevel: 'Vers le niveau',
  effort: 'Heures de personnel',
  lowCost: 'Option à peu de frais',
  noActions:
    "Le niveau d'aujourd'hui correspond déjà, en mots, au niveau visé. Gardez ce qui marche et notez comment vous faites.",
  signs: 'Signes que le niveau visé est atteint',
  onlyKnowledge: "L'écart porte sur ce que les gens savent faire. Les éléments des parcours y travaillent.",
  duty: (source, checkedOn) => `Obligation légale\u00a0: ${source} (vérifiée le ${checkedOn}).`,
  supportTitle: 'Soutien',
  support: [
    'Tous les cours, guides et modèles nommés dans ce plan sont gratuits et ouverts. Ils existent en français et en anglais.',
    "Une séance d'accompagnement est une conversation avec quelqu'un qui a déjà fait ce travail. Réservez-la après avoir essayé la première étape.",
  ],
  offline: (count, all) =>
    `Éléments des deux parcours utilisables sans connexion, une fois imprimés ou téléchargés\u00a0: ${count} sur ${all}.`,
  risksTitle: 'Risques et hypothèses',
  risks: {
    'single-voice':
      "Les réponses d'une seule personne décident d'une bonne part de ce plan. Consultez quelques collègues avant d'y mettre du temps.",
    'many-dont-know':
      "Beaucoup de réponses étaient «\u00a0je ne sais pas\u00a0». L'ordre des priorités peut changer quand vous en saurez plus.",
    'different-views':
      "Les gens voient certaines composantes différemment. Parlez-en d'abord\u00a0: la moyenne le cache.",
    'not-firm': "Certaines priorités céderaient la place à d'autres si les poids étaient un peu différents.",
    unproven:
      "Pour au moins un parcours, la recherche a été arrêtée avant la fin. C'est un bon choix, mais peut-être pas le meilleur.",
    'little-time': "Il y a peu d'heures pour ces écarts. Attendez-vous à n'en combler qu'une partie.",
    'large-jump':
      "Certains niveaux visés sont un grand pas au-dessus d'aujourd'hui. Un premier but à mi-chemin serait peut-être plus sage.",
    'lifts-are-assumptions':
      "L'aide qu'apporte un élément est une hypothèse de planification de gens d'expérience, pas un effet mesuré.",
    'wording-not-tested': "Le libellé des niveaux n'a pas encore été mis à l'essai sur le terrain.",
    'duty-not-checked':
      "Les obligations légales n'ont pas été vérifiées pour votre territoire. Demandez à votre greffe ou à votre service juridique.",
    'draft-for-review': "Certains textes sont encore en révision par des gens qui ont l'autorité d'en parler.",
    'one-person-depends': 'Beaucoup repose sur une seule personne. Prévoyez qui pourrait prendre le relais.',
  },
  questionsTitle: "Questions pour l'entrevue de validation",
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
    `Qu'y a-t-il derrière les avis différents sur la composante «\u00a0${component}\u00a0»?`,
  signTitle: 'Approbation',
  signIntro: "À remplir quand la communauté aura décidé. D'ici là, ceci est une ébauche.",
  signLabels: [
    'Parcours choisi',
    'Pour la communauté (nom et fonction)',
    'Signature',
    'Date',
    "Conseillère ou conseiller, s'il y a lieu (nom)",
    'Prochaine date de révision',
  ],
  annexTitle: 'Annexe\u00a0: les nombres derrière le plan',
  annexIntro:
    'Chaque chiffre peut être refait à partir de ces nombres. Le fichier action-plan.json les contient en pleine précision.',
  weightsCaption: "Poids de chaque priorité pour l'ordre des priorités et pour chaque parcours",
  weightOrder: 'Ordre des priorités',
  weightOf: (id) => `Parcours ${id}`,
  cellsCaption: (id) => `Parcours ${id}\u00a0: aujourd'hui, attendu après, visé`,
  formula:
    "La valeur d'un parcours est la somme, sur les composantes et les volets, du poids × la part de l'écart qu'il devrait combler, divisée par deux quand il y a deux volets. Un écart comblé ne compte qu'une fois.",
  limits: (hours, weeks, items) =>
    `Limites\u00a0: ${hours} heures, ${weeks} semaines, au plus ${items} éléments par parcours.`,
  searched: (id, value, nodes, proven) =>
    `Parcours ${id}\u00a0: valeur ${value} selon ses propres poids; ${nodes} choix examinés; ${proven ? 'meilleur choix démontré' : 'meilleur choix non démontré'}.`,
  diversity: (delta, ratio) =>
    `Le parcours B peut partager avec A au plus ${delta} des heures du plus petit des deux; il garde ${ratio} de la valeur possible sans cette règle.`,
  noDiversity:
    'Aucune limite sur les heures communes ne laissait assez de valeur; le parcours B est donc montré sans limite.',
  dutyCheck: {
    checked: 'Les obligations légales ont été vérifiées pour votre territoire.',
    'not-checked': 'Obligations légales\u00a0: non vérifiées pour votre territoire.',
    'unknown-jurisdiction': "Obligations légales\u00a0: non vérifiées, car aucun territoire n'a été indiqué.",
  },
}

export const actionPlanMessages: Record<Language, typeof en> = { en, fr }
