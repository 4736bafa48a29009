import type { Language } from '../platform/languages.ts'

const en = {
  homeTitle: 'Know where you stand, choose your next step',
  homeDescription: 'A free and private self-assessment for communities that want to use data and technology well.',
  homeLead:
    'Waymark helps a municipality or an Indigenous government look at what it can already do with data and technology, decide where it wants to be in a year, and choose a way to learn its way there.',
  start: 'Start the self-check',
  startHint: 'Free, no account. Your answers stay on your device.',
  paper: 'Print the questionnaire',
  pictureCaption: 'Part of a report card, for an invented community.',
  stepsTitle: 'How it works',
  steps: [
    {
      title: 'Answer',
      text: 'For each component, pick the sentence that fits you best today. The short form has 14 components and takes about 20 minutes. The full form has 28.',
    },
    {
      title: 'Read your report card',
      text: 'It shows what you do and what your team knows how to do, in words and pictures. There is no total score and no ranking.',
    },
    {
      title: 'Compare two learning pathways',
      text: 'Each one fits in the hours you have. See what each closes, change your mind, and choose.',
    },
    { title: 'Take your plan with you', text: 'Download it as PDF or Word, and bring it to your council.' },
  ],
  openTitle: 'What makes an open smart city',
  openMore: 'Read more about the ideas behind it',
  servedBy: 'Components that serve it',
  privacyTitle: 'Your answers belong to you',
  privacy: [
    'The self-check runs on your own device. Nothing is sent unless you ask for it: to get a private link that lets you go on elsewhere, or to make a document.',
    'A document is made and then forgotten. A private link is kept for 30 days, and you can delete it at any time.',
    'Without scripts, the self-check still works. Your answers are then kept on the server under a private link, and we tell you so before you start.',
  ],
  methodTitle: 'How it is worked out',
  methodDescription: 'How Waymark computes scores, gaps, priorities and pathways, in plain words.',
  methodLead: 'Every figure can be traced. This page says how each one is worked out, and what it cannot tell you.',
  release: 'Content version',
  cautionTitle: 'Please keep in mind',
  rulesTitle: 'Rules by number',
  rulesLead: 'The numbers are those of the full method guide that comes with the source code.',
  rules: [
    {
      number: '4.1',
      text: 'A figure is kept at full precision and rounded for display only; the level in words is the one nearest to it.',
    },
    {
      number: '4.2',
      text: 'A score is the plain average of the levels that people gave; “don’t know” never lowers it.',
    },
    {
      number: '4.3',
      text: 'A domain is the average of its components, shown when at least two of them, and at least 60%, have a score.',
    },
    {
      number: '4.4',
      text: 'People agree when their answers lie close to their average; a wide spread is named as different views.',
    },
    {
      number: '4.5',
      text: 'A gap is the wanted level minus today’s level, never below zero; the gap of a component is the average over its facets.',
    },
    {
      number: '4.6',
      text: 'A weight adds importance, what else a component makes possible, legal duties and your needs; a priority is weight × gap.',
    },
    {
      number: '4.7',
      text: 'A pathway is the set of items that closes the most weighted gap within the hours and the number of items.',
    },
  ],
  dutiesTitle: 'Legal duties we know of',
  dutiesLead:
    'A duty adds weight to a priority only when we have its source. For any other place the plan says “not checked for your jurisdiction”. This is not legal advice.',
  dutySource: 'Source',
  dutyChecked: (day: string) => `Checked on ${day}.`,
}

const fr: typeof en = {
  homeTitle: 'Savoir où vous en êtes, choisir la suite',
  homeDescription:
    'Un autodiagnostic gratuit et privé pour les communautés qui veulent bien utiliser les données et les technologies.',
  homeLead:
    'Waymark aide une municipalité ou un gouvernement autochtone à voir ce qu’il sait déjà faire avec les données et les technologies, à décider où il veut être dans un an et à choisir un parcours pour y arriver.',
  start: 'Commencer l’autodiagnostic',
  startHint: 'Gratuit, sans compte. Vos réponses restent sur votre appareil.',
  paper: 'Imprimer le questionnaire',
  pictureCaption: 'Extrait d’un bilan des capacités, pour une communauté inventée.',
  stepsTitle: 'Comment ça fonctionne',
  steps: [
    {
      title: 'Répondez',
      text: 'Pour chaque composante, choisissez la phrase qui vous décrit le mieux aujourd’hui. La version courte compte 14 composantes et prend environ 20 minutes. La version complète en compte 28.',
    },
    {
      title: 'Lisez votre bilan',
      text: 'Il montre ce que vous faites et ce que votre équipe sait faire, en mots et en images. Il n’y a ni note globale ni classement.',
    },
    {
      title: 'Comparez deux parcours d’apprentissage',
      text: 'Chacun tient dans les heures dont vous disposez. Voyez ce que chacun apporte, changez d’idée et choisissez.',
    },
    {
      title: 'Emportez votre plan',
      text: 'Téléchargez-le en PDF ou en Word et présentez-le à votre conseil.',
    },
  ],
  openTitle: 'Ce qui fait une ville intelligente ouverte',
  openMore: 'En lire plus sur les idées de départ',
  servedBy: 'Composantes qui y contribuent',
  privacyTitle: 'Vos réponses vous appartiennent',
  privacy: [
    'L’autodiagnostic se fait sur votre appareil. Rien n’est envoyé sans que vous le demandiez, soit pour obtenir un lien privé qui permet de continuer ailleurs, soit pour produire un document.',
    'Un document est produit, puis oublié. Un lien privé est conservé 30 jours et vous pouvez le supprimer à tout moment.',
    'L’autodiagnostic fonctionne aussi sans scripts. Vos réponses sont alors conservées sur le serveur sous un lien privé, et nous vous le disons avant de commencer.',
  ],
  methodTitle: 'Comment les résultats sont calculés',
  methodDescription:
    'Comment Waymark calcule les résultats, les écarts, les priorités et les parcours, en mots simples.',
  methodLead:
    'On peut remonter à la source de chaque chiffre. Cette page dit comment chacun est calculé, et ce qu’il ne peut pas vous apprendre.',
  release: 'Version du contenu',
  cautionTitle: 'À garder en tête',
  rulesTitle: 'Les règles par numéro',
  rulesLead: 'Les numéros sont ceux du guide complet de la méthode, livré avec le code source.',
  rules: [
    {
      number: '4.1',
      text: 'Un chiffre est gardé en pleine précision et arrondi seulement pour l’affichage; le niveau en mots est le plus proche.',
    },
    {
      number: '4.2',
      text: 'Un résultat est la simple moyenne des niveaux donnés; «\u00a0je ne sais pas\u00a0» ne l’abaisse jamais.',
    },
    {
      number: '4.3',
      text: 'Un domaine est la moyenne de ses composantes, montrée quand au moins deux, et au moins 60\u00a0%, ont un résultat.',
    },
    {
      number: '4.4',
      text: 'Les gens s’entendent quand leurs réponses sont proches de leur moyenne; une grande dispersion est dite «\u00a0avis différents\u00a0».',
    },
    {
      number: '4.5',
      text: 'Un écart est le niveau visé moins le niveau d’aujourd’hui, jamais sous zéro; celui d’une composante est la moyenne de ses volets.',
    },
    {
      number: '4.6',
      text: 'Un poids additionne l’importance, ce qu’une composante rend possible, les obligations légales et vos besoins; une priorité est le poids × l’écart.',
    },
    {
      number: '4.7',
      text: 'Un parcours est l’ensemble d’éléments qui comble le plus d’écart pondéré dans les heures et le nombre d’éléments.',
    },
  ],
  dutiesTitle: 'Obligations légales que nous connaissons',
  dutiesLead:
    'Une obligation n’ajoute du poids à une priorité que si nous en avons la source. Ailleurs, le plan indique «\u00a0non vérifiées pour votre territoire\u00a0». Il ne s’agit pas d’un avis juridique.',
  dutySource: 'Source',
  dutyChecked: (day) => `Vérifiée le ${day}.`,
}

export const welcomeMessages: Record<Language, typeof en> = { en, fr }
