import type { Language } from '../../platform/languages.ts'

const en = {
  // Public
  kind: 'Question and answer',
  answer: 'Answer',
  about: 'About',
  published: (month: string) => `Published in ${month}. Nothing is kept here about who asked.`,
  otherLanguage: 'This answer exists in one language only.',

  // Authors
  title: 'Answers for the library',
  lead: 'Someone agreed that a question and its answer help others. Shorten both, take out what is left of names and places, translate, and publish.',
  none: 'Nothing waits, and nothing is published yet.',
  drafts: 'Waiting for you',
  done: 'Published',
  edit: 'Edit an answer',
  check:
    'Before you publish: no names, no places, no figures that only one community has. Nothing leads back to who asked.',
  question: (language: string) => `Question in ${language}`,
  answerIn: (language: string) => `Answer in ${language}`,
  item: 'Catalogue item',
  component: 'Component',
  noItem: 'None',
  save: 'Save',
  publish: 'Save and publish',
  saved: 'Saved.',
  isPublished: 'Published in the library.',
  bothParts: 'Write question and answer in this language, or neither',
  needOne: 'Write question and answer in at least one language',
  tooLong: 'Use 10,000 characters or fewer',
  conflict: 'Someone else changed this in the meantime. It shows what is saved; what you wrote stands below.',
  see: 'See it in the library',
  remove: 'Set it aside for good',
  removeTitle: 'Set this answer aside for good?',
  removeLead:
    'It is deleted here and in the library. Whoever agreed sees that there is no copy any more, and nothing else.',
  removed: 'The answer was deleted.',
  back: 'Back',
}

const fr: typeof en = {
  kind: 'Question et réponse',
  answer: 'Réponse',
  about: 'Au sujet de',
  published: (month) => `Publié en ${month}. Rien n’est conservé ici sur la personne qui a posé la question.`,
  otherLanguage: 'Cette réponse n’existe que dans une langue.',

  title: 'Réponses pour la bibliothèque',
  lead: 'Quelqu’un a accepté qu’une question et sa réponse servent à d’autres. Abrégez les deux, retirez ce qui reste de noms et de lieux, traduisez et publiez.',
  none: 'Rien n’attend, et rien n’est encore publié.',
  drafts: 'En attente',
  done: 'Publiées',
  edit: 'Modifier une réponse',
  check:
    'Avant de publier\u00a0: aucun nom, aucun lieu, aucun chiffre propre à une seule communauté. Rien ne mène à la personne qui a posé la question.',
  question: (language) => `Question en ${language}`,
  answerIn: (language) => `Réponse en ${language}`,
  item: 'Élément du catalogue',
  component: 'Composante',
  noItem: 'Aucun',
  save: 'Enregistrer',
  publish: 'Enregistrer et publier',
  saved: 'Enregistré.',
  isPublished: 'Publié dans la bibliothèque.',
  bothParts: 'Écrivez la question et la réponse dans cette langue, ou ni l’une ni l’autre',
  needOne: 'Écrivez la question et la réponse dans au moins une langue',
  tooLong: 'Utilisez 10 000 caractères au plus',
  conflict:
    'Quelqu’un d’autre a modifié ce texte entre-temps. Il montre ce qui est enregistré; ce que vous avez écrit est plus bas.',
  see: 'La voir dans la bibliothèque',
  remove: 'L’écarter pour de bon',
  removeTitle: 'Écarter cette réponse pour de bon?',
  removeLead:
    'Elle est supprimée ici et dans la bibliothèque. La personne qui a accepté voit qu’il n’y a plus de copie, et rien d’autre.',
  removed: 'La réponse est supprimée.',
  back: 'Retour',
}

export const publishedMessages: Record<Language, typeof en> = { en, fr }
