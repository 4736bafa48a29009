import type { Language } from '../platform/languages.ts'

const en = {
  label: 'Your notes',
  hint: 'Only you can read them. They are on every device you sign in on.',
  save: 'Save the notes',
  saving: 'Saving…',
  saved: 'Saved',
  offline: 'Not saved yet. Use the Save button when you are back online.',
  conflict: 'These notes were changed on another device. Use the Save button to see both.',
  conflictTitle: 'These notes were changed on another device',
  conflictLead: 'Nothing was overwritten. Both are below. Put together what should stay, and save again.',
  conflictSaved: 'Saved there',
  conflictYours: 'Written here',
  nothing: '(nothing)',
  tooLong: 'The notes are longer than 20,000 characters. Shorten them, or keep a part elsewhere',
  allTitle: 'All your notes',
  allNone: 'You have no notes yet. There is room for them beside every lesson.',
  download: 'Download as a text file',
  back: 'Back to your learning',
  changed: (date: string) => `changed on ${date}`,
  fileName: 'my-notes',
}

const fr: typeof en = {
  label: 'Vos notes',
  hint: 'Personne d’autre ne peut les lire. Vous les retrouvez sur chaque appareil où vous ouvrez une session.',
  save: 'Enregistrer les notes',
  saving: 'Enregistrement en cours…',
  saved: 'Enregistré',
  offline: 'Pas encore enregistré. Utilisez le bouton quand la connexion sera revenue.',
  conflict: 'Ces notes ont changé sur un autre appareil. Utilisez le bouton pour voir les deux versions.',
  conflictTitle: 'Ces notes ont changé sur un autre appareil',
  conflictLead:
    'Rien n’a été remplacé. Les deux versions sont ci-dessous. Réunissez ce qui doit rester, puis enregistrez de nouveau.',
  conflictSaved: 'Enregistré là-bas',
  conflictYours: 'Écrit ici',
  nothing: '(rien)',
  tooLong: 'Les notes dépassent 20 000 caractères. Raccourcissez-les ou gardez-en une partie ailleurs',
  allTitle: 'Toutes vos notes',
  allNone: 'Vous n’avez pas encore de notes. Il y a de la place pour elles à côté de chaque leçon.',
  download: 'Télécharger en fichier texte',
  back: 'Retour à votre apprentissage',
  changed: (date) => `modifiées le ${date}`,
  fileName: 'mes-notes',
}

export const noteMessages: Record<Language, typeof en> = { en, fr }
