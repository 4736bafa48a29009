import type { Language } from '../platform/languages.ts'

/** What people write in the story. Of invented Indigenous governments nothing but office work is ever told. */
const en = {
  place: 'By video call',
  notes: [
    'Walked through the week of the clerk: permits, records requests, the phone. Paper lists are copied three times.',
    'Tried a shared folder two years ago. It worked until the person who set it up left.',
    'Residents mostly phone. The website is updated when someone finds the time.',
    'Wishes: fewer systems, and one person who knows where to look.',
  ],
  otherRole: 'Town treasurer',
  kept: 'Two of us are leaving in spring. We have not told anyone yet.',
  summary: {
    place: 'A small administration with few hands. Most records are on paper or in single files.',
    'need-1': 'Know which records and data there are, and who looks after each.',
    'need-2': 'Answer requests for information without searching for days.',
    'need-3': 'Keep working when one person is away.',
    strengths: 'People know each other and decide quickly. The council asks for facts.',
    constraints: 'Little time, no person for technology, a slow connection in winter.',
    hopes: 'In a year, one list of data that everyone uses.',
  },
  correction: 'Little time, nobody for technology alone, and a slow connection in winter.',
  answerNote: 'We tried a shared list last year; it was used for two months.',
  keptNote: 'Please do not pass this on: the last audit found gaps.',
  cardComment: 'What you described in the interview shows in these answers. We go through the open questions together.',
  planComment: 'Could the records work start after the budget is set?',
  planReply: 'Yes. We move it to the second month and keep the rest.',
  question: 'How do places of this size keep an inventory alive with two hours a month?',
  questionOpen: 'Which template for a data sharing agreement is short enough for a council of five?',
  answer: 'Give each row one owner and one review date. Two hours a month cover forty rows; beyond that, group them.',
  disputed: 'We do answer requests on time. The delay is in our log, not in the answers.',
  amended: 'True for the office; the works department already keeps such a list.',
  choice: 'Council wants first results before the next budget.',
  open: 'Who pays for the second licence is open until the budget meeting.',
  action: 'Name one owner for every list on the inventory',
  actionDone: 'Walk through the records room and write down what is there',
  actionEvidence: 'The list is in the shared folder; twelve boxes are to be sorted in winter.',
  message: 'Thank you for the summary. I passed it to the clerk and will answer by Thursday.',
  messageBack: 'No hurry. The next step waits for you on the journey’s page.',
  note: 'Prefers phone calls on Tuesday mornings. Ask about the budget date first.',
  override: 'The office has two people; the third position is vacant until spring.',
  withdraw: 'Staff are needed elsewhere after a flood; we would like to come back later.',
  deletion: 'Council decided to work with the neighbouring town instead.',
  askBack:
    'Could you tell us how many people work in your administration, and whether your council knows of the request?',
}

const fr: typeof en = {
  place: 'Par visioconférence',
  notes: [
    'Parcouru une semaine au greffe\u00a0: permis, demandes d’accès, téléphone. Les listes papier sont recopiées trois fois.',
    'Un dossier partagé a été essayé il y a deux ans. Il a servi jusqu’au départ de la personne qui l’avait créé.',
    'La population téléphone surtout. Le site est mis à jour quand quelqu’un en trouve le temps.',
    'Souhaits\u00a0: moins de systèmes, et une personne qui sait où chercher.',
  ],
  otherRole: 'Trésorerie',
  kept: 'Deux d’entre nous partent au printemps. Nous ne l’avons encore dit à personne.',
  summary: {
    place:
      'Une petite administration avec peu de bras. La plupart des dossiers sont sur papier ou dans des fichiers isolés.',
    'need-1': 'Savoir quels dossiers et quelles données existent, et qui s’occupe de chacun.',
    'need-2': 'Répondre aux demandes d’information sans chercher pendant des jours.',
    'need-3': 'Continuer à travailler quand une personne est absente.',
    strengths: 'Les gens se connaissent et décident vite. Le conseil demande des faits.',
    constraints: 'Peu de temps, personne pour la technologie, une connexion lente en hiver.',
    hopes: 'Dans un an, une seule liste de données que tout le monde utilise.',
  },
  correction: 'Peu de temps, personne pour la technologie seulement, et une connexion lente en hiver.',
  answerNote: 'Nous avons essayé une liste partagée l’an dernier; elle a servi deux mois.',
  keptNote: 'À ne pas transmettre\u00a0: la dernière vérification a relevé des lacunes.',
  cardComment:
    'Ce que vous avez décrit en entrevue paraît dans ces réponses. Nous verrons ensemble les questions ouvertes.',
  planComment: 'Le travail sur les dossiers pourrait-il commencer après le budget?',
  planReply: 'Oui. Nous le plaçons au deuxième mois et gardons le reste.',
  question: 'Comment une municipalité de cette taille tient-elle un inventaire à jour avec deux heures par mois?',
  questionOpen: 'Quel modèle d’entente de partage de données est assez court pour un conseil de cinq personnes?',
  answer:
    'Donnez à chaque ligne une personne responsable et une date de révision. Deux heures par mois suffisent pour quarante lignes; au-delà, regroupez-les.',
  disputed: 'Nous répondons à temps. Le retard est dans notre registre, pas dans les réponses.',
  amended: 'Vrai pour le bureau; les travaux publics tiennent déjà une telle liste.',
  choice: 'Le conseil veut de premiers résultats avant le prochain budget.',
  open: 'Qui paie la deuxième licence reste à décider à la réunion du budget.',
  action: 'Nommer une personne responsable pour chaque liste de l’inventaire',
  actionDone: 'Parcourir la salle des dossiers et noter ce qui s’y trouve',
  actionEvidence: 'La liste est dans le dossier partagé; douze boîtes seront triées cet hiver.',
  message: 'Merci pour le résumé. Je l’ai transmis à la greffière et je répondrai d’ici jeudi.',
  messageBack: 'Rien ne presse. La prochaine étape vous attend sur la page de la démarche.',
  note: 'Préfère le téléphone le mardi matin. Demander d’abord la date du budget.',
  override: 'Le bureau compte deux personnes; le troisième poste est vacant jusqu’au printemps.',
  withdraw: 'Le personnel est requis ailleurs après une inondation; nous aimerions revenir plus tard.',
  deletion: 'Le conseil a décidé de travailler plutôt avec la ville voisine.',
  askBack:
    'Pouvez-vous nous dire combien de personnes travaillent dans votre administration, et si le conseil connaît la demande?',
}

export const texts: Record<Language, typeof en> = { en, fr }
