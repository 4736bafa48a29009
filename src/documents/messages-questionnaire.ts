import type { Language } from '../platform/languages.ts'

const en = {
  title: 'Diagnostic questionnaire',
  titleIn: (wording: string) => `Diagnostic questionnaire – ${wording}`,
  optionLevel: (level: string) => ` (${level})`,
  lead: 'Answer for the whole organization as it is today, not as it should be. Mark one box in each list. Leave a question blank if you wish.',
  howTitle: 'Before you start',
  how: [
    'There are no right answers and no total. A sentence far up the list is a place to start from.',
    'Sentences build on each other. Choose the last one that is true together with all those above it.',
    '“Don’t know” is a useful answer. It never lowers a result.',
    '“Does not apply here” needs a short reason.',
    'Notes help you remember what you had in mind. Do not write names of people in them.',
  ],
  about: ['Community', 'Your role', 'Date'],
  wantedPrompt: 'Level wanted in 12 months:',
  importancePrompt: 'Importance for you now:',
  dontKnow: 'Don’t know',
  notApplicable: 'Does not apply here, because:',
  notes: 'Notes',
  thanks: 'Thank you. Hand this to the person who collects the answers in your community.',
  reviewMark: 'Text still under review',
}

const fr: typeof en = {
  title: 'Questionnaire de diagnostic',
  titleIn: (wording) => `Questionnaire de diagnostic – ${wording}`,
  optionLevel: (level) => ` (${level})`,
  lead: "Répondez pour toute l'organisation telle qu'elle est aujourd'hui, non telle qu'elle devrait être. Cochez une case par liste. Vous pouvez laisser une question en blanc.",
  howTitle: 'Avant de commencer',
  how: [
    "Il n'y a ni bonne réponse ni total. Une phrase du haut de la liste est un point de départ.",
    "Les phrases s'appuient les unes sur les autres. Choisissez la dernière qui est vraie avec toutes celles qui la précèdent.",
    '«\u00a0Je ne sais pas\u00a0» est une réponse utile. Elle n’abaisse jamais un résultat.',
    '«\u00a0Ne s’applique pas ici\u00a0» demande une courte raison.',
    "Les notes vous aident à vous rappeler ce que vous aviez en tête. N'y écrivez pas le nom de personnes.",
  ],
  about: ['Communauté', 'Votre fonction', 'Date'],
  wantedPrompt: 'Niveau visé dans 12 mois\u00a0:',
  importancePrompt: 'Importance pour vous maintenant\u00a0:',
  dontKnow: 'Je ne sais pas',
  notApplicable: 'Ne s’applique pas ici, parce que\u00a0:',
  notes: 'Notes',
  thanks: 'Merci. Remettez ce questionnaire à la personne qui recueille les réponses dans votre communauté.',
  reviewMark: 'Texte encore en révision',
}

export const questionnaireMessages: Record<Language, typeof en> = { en, fr }
