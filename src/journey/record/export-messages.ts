import type { Language } from '../../platform/languages.ts'
import type { DictionaryEntry } from './export.ts'

const en = {
  title: 'Take your data with you',
  lead: 'One ZIP file with what this service keeps for your community, in open formats.',
  inside: 'What is in it',
  insideItems: [
    'The community’s profile, terms and members.',
    'Every published document of each journey, as PDF, plain text and data, in English and French.',
    'Results and plans, with counts only where enough people answered.',
    'Notes that may be shared, and files that are not marked “stays with us”.',
    'The record of who did what.',
    'A data dictionary in English and French, and checksums.',
  ],
  outside: 'What is not in it',
  outsideItems: [
    'Answers of single people. Each person takes their own, under “Your account”.',
    'Files marked “stays with us”. Download those one by one under “Files”.',
    'Evidence that belongs to one person’s answer.',
  ],
  button: 'Download everything (ZIP)',
  logged: 'The download is noted in the community’s record.',
  back: 'Back to the community',
  fileName: 'waymark-export',
}

const fr: typeof en = {
  title: 'Emporter vos données',
  lead: 'Un seul fichier ZIP avec ce que ce service garde pour votre communauté, dans des formats ouverts.',
  inside: 'Ce qu’il contient',
  insideItems: [
    'Le profil, les conditions et les membres de la communauté.',
    'Chaque document publié de chaque démarche, en PDF, en texte brut et en données, en français et en anglais.',
    'Les résultats et les plans, avec des décomptes seulement là où assez de gens ont répondu.',
    'Les notes qui peuvent être partagées et les fichiers qui ne sont pas marqués «\u00a0reste chez nous\u00a0».',
    'Le registre de qui a fait quoi.',
    'Un dictionnaire de données en français et en anglais, et des sommes de contrôle.',
  ],
  outside: 'Ce qu’il ne contient pas',
  outsideItems: [
    'Les réponses d’une seule personne. Chaque personne emporte les siennes, sous «\u00a0Votre compte\u00a0».',
    'Les fichiers marqués «\u00a0reste chez nous\u00a0». Téléchargez-les un à un sous «\u00a0Fichiers\u00a0».',
    'Les pièces qui appuient la réponse d’une seule personne.',
  ],
  button: 'Tout télécharger (ZIP)',
  logged: 'Le téléchargement est noté dans le registre de la communauté.',
  back: 'Retour à la communauté',
  fileName: 'waymark-exportation',
}

export const exportMessages: Record<Language, typeof en> = { en, fr }

/** The text that comes with an export. */
export const readmeOf: Record<Language, (community: string, day: string) => string> = {
  en: (community, day) =>
    [
      `${community}: export of ${day}`,
      '',
      ...en.insideItems.map((item) => `- ${item}`),
      '',
      en.outside,
      ...en.outsideItems.map((item) => `- ${item}`),
      '',
      'This data belongs to the community. data-dictionary.en.csv says what each column and field means.',
      '',
    ].join('\n'),
  fr: (community, day) =>
    [
      `${community}\u00a0: exportation du ${day}`,
      '',
      ...fr.insideItems.map((item) => `- ${item}`),
      '',
      fr.outside,
      ...fr.outsideItems.map((item) => `- ${item}`),
      '',
      'Ces données appartiennent à la communauté. data-dictionary.fr.csv dit ce que signifie chaque colonne et chaque champ.',
      '',
    ].join('\n'),
}

const entry = (file: string, field: string, english: string, french: string): DictionaryEntry => ({
  file,
  field,
  meaning: { en: english, fr: french },
})

/** What the record's own files mean. */
export const recordDictionary: readonly DictionaryEntry[] = [
  entry('community.json', 'name', 'Name of the community', 'Nom de la communauté'),
  entry('community.json', 'ownName', 'Its name for itself', 'Le nom qu’elle se donne'),
  entry('community.json', 'language', 'Language of its documents and mail', 'Langue de ses documents et courriels'),
  entry('community.json', 'approvalBody', 'Who approves the final plan', 'Qui approuve le plan final'),
  entry('community.json', 'dataTerms', 'Data terms that apply', 'Conditions qui s’appliquent aux données'),
  entry('community.json', 'profile', 'Answers about the community', 'Réponses sur la communauté'),
  entry('community.json', 'landAcknowledgement', 'Its text about the land', 'Son texte sur le territoire'),
  entry('members.csv', 'name', 'Name of a person', 'Nom d’une personne'),
  entry('members.csv', 'email', 'Address of that person', 'Adresse de cette personne'),
  entry(
    'members.csv',
    'role',
    'Role: lead, contributor or steward',
    'Rôle\u00a0: responsable (lead), collaboration (contributor) ou intendance des données (steward)',
  ),
  entry('members.csv', 'title', 'What they do, in their words', 'Ce qu’elle fait, en ses mots'),
  entry('record.csv', 'at', 'When, in UTC', 'Quand, en temps universel'),
  entry('record.csv', 'who', 'Who did it', 'Qui l’a fait'),
  entry('record.csv', 'act', 'What was done, as a fixed word', 'Ce qui a été fait, en un mot fixe'),
  entry('record.csv', 'what', 'What was done, in words', 'Ce qui a été fait, en mots'),
  entry('journeys/*/journey.csv', 'stage', 'Stage that was entered', 'Étape commencée'),
  entry('journeys/*/journey.csv', 'entered', 'When, in UTC', 'Quand, en temps universel'),
  entry(
    'journeys/*/journey.csv',
    'back',
    'yes when the journey went back',
    'yes si la démarche est revenue en arrière',
  ),
  entry('journeys/*/journey.csv', 'reason', 'Why it went back', 'Pourquoi elle est revenue en arrière'),
  entry('journeys/*/record.csv', 'at', 'When, in UTC', 'Quand, en temps universel'),
  entry('journeys/*/record.csv', 'who', 'Who did it', 'Qui l’a fait'),
  entry('journeys/*/record.csv', 'act', 'What was done, as a fixed word', 'Ce qui a été fait, en un mot fixe'),
  entry('journeys/*/record.csv', 'what', 'What was done, in words', 'Ce qui a été fait, en mots'),
  entry('journeys/*.json', 'kind', 'Kind of document', 'Type de document'),
  entry('journeys/*.json', 'version', 'Version of the document', 'Version du document'),
  entry(
    'journeys/*.json',
    'data',
    'The values it was made from, as its readers may see them',
    'Les valeurs qui ont servi à le produire, telles que ses lecteurs peuvent les voir',
  ),
  entry('files.csv', 'file', 'Name in the folder “files”', 'Nom dans le dossier «\u00a0files\u00a0»'),
  entry('files.csv', 'name', 'Name it was uploaded with', 'Nom au moment du téléversement'),
  entry(
    'files.csv',
    'label',
    'How the community asks that it be used',
    'Comment la communauté demande qu’il soit utilisé',
  ),
  entry('files.csv', 'uploaded', 'When, in UTC', 'Quand, en temps universel'),
]
