import type { Language } from '../../platform/languages.ts'
import type { FileProblem } from './input-file.ts'
import type { OutputProblem } from './output-folder.ts'

type Place = { row?: number }

const en = {
  about: 'Read a file of answers; write a report card and an action plan.',
  answers: 'answers of one or several people, CSV or JSON (see docs/answers-file.md)',
  options: {
    out: 'folder for the documents; made if it does not exist',
    pack: 'folder of another content pack',
    profile: 'JSON file that describes the community; it replaces a profile in the answers file',
    lang: 'language of the documents and messages: en or fr (otherwise by LANG)',
    hours: 'learning hours of a whole pathway (otherwise by the profile, or 20)',
    weeks: 'length of a pathway in weeks (otherwise 12)',
    format: 'more documents, separated by commas: docx, text',
    community: 'name of the community, as the documents should show it',
    bothAgreed: 'where two people answered, both agreed that their figures are shown',
  },
  placeholders: {
    answers: 'ANSWERS',
    folder: 'DIR',
    file: 'FILE',
    language: 'LANG',
    number: 'N',
    list: 'LIST',
    name: 'NAME',
  },
  help: `
Writes report-card.json, report-card.pdf, action-plan.json, action-plan.pdf and action-plan.docx.
--format docx adds report-card.docx; --format text adds report-card.txt and action-plan.txt.
The JSON files hold every figure with the numbers behind it: they are for whoever holds the answers.
The other documents hide what could give away the answers of fewer than five people. Figures of two people are left out
until both agree: then add --both-agreed.

Examples:
  waymark assess answers.csv --out results
  waymark assess answers.csv --out results --community "Maple Flats" --hours 30 --format docx,text
  waymark assess reponses.json --out bilan --lang fr --profile profil.json

Exit status:
  0  the documents are written
  1  something went wrong that is not in what you gave
  2  something in the command, the files or the output folder cannot be used; nothing is written`,
  showHelp: 'show this help',
  /** Headings of the help, where they differ from Commander's own. */
  titles: {} as Record<string, string>,
  line: (file: string, place: Place, text: string) =>
    place.row === undefined ? `${file}: ${text}` : `${file}: row ${place.row}: ${text}`,
  more: (n: number) => (n === 1 ? 'and 1 more problem' : `and ${n} more problems`),
  nothingWritten: 'Nothing was written. Correct the file, then run the command again.',
  file: {
    'not-found': 'there is no such file',
    folder: 'this is a folder; give a file',
    'not-a-file': 'this is not a file that can be read',
    'not-allowed': 'you may not read this file',
    unreadable: 'the file cannot be read',
    empty: 'the file is empty',
    workbook: 'this is a spreadsheet workbook; save it as "CSV UTF-8 (comma separated)", then give that file',
    'utf-16': 'the text is in UTF-16; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet)',
    'not-utf-8':
      'the text is not in UTF-8, perhaps in Windows-1252 or Latin-1; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet)',
  } satisfies Record<Exclude<FileProblem['code'], 'too-large'>, string>,
  tooLarge: (megabytes: number, most: number) => `the file has ${megabytes} MB; allowed: up to ${most} MB`,
  brokenQuotes:
    'a quotation mark is not closed or stands in the wrong place; put a text with quotation marks between "…" and double those inside',
  notJson: 'the file is not valid JSON here',
  output: {
    'not-a-folder': 'this is not a folder; --out needs a folder',
    'not-allowed': 'you may not write in this folder',
    'read-only': 'the disk is read-only; choose another folder for --out',
    full: 'the disk is full; free some space, then run the command again',
    'file-in-the-way': 'a folder has the name of a document; move it, or choose another folder for --out',
    unusable: 'the folder cannot be used',
  } satisfies Record<OutputProblem['code'], string>,
  pack: (directory: string) => `${directory}: this content pack cannot be used:`,
  badOption: (option: string, value: string, allowed: string) =>
    `${option}: "${value}" cannot be used; allowed: ${allowed}`,
  allowed: {
    hours: 'a number from 0.25 to 2000, in quarter hours',
    weeks: 'a whole number from 1 to 104',
    language: 'en, fr',
    formats: 'docx, text (json and pdf are always written)',
    community: 'a name of up to 120 characters',
  },
  missingArgument: 'Name the file of answers: waymark assess ANSWERS --out DIR',
  missingOut: 'Name the folder for the documents: waymark assess ANSWERS --out DIR',
  unknownOption: (option: string) => `${option} is not an option of this command; see waymark assess --help`,
  missingValue: (option: string) => `${option} needs a value; see waymark assess --help`,
  tooManyArguments: 'Give one file of answers; put the answers of several people in the same file',
  otherRelease:
    'Note: these answers were given on another release of the content. They are read with the release at hand; wordings may have changed.',
  steps: {
    pack: 'Reading the content pack',
    answers: 'Reading the answers',
    card: 'Working out the report card',
    pathways: 'Comparing learning pathways',
    documents: 'Making the documents',
  },
  pairWithheld:
    'Note: where only two people gave a level, the documents leave out figures that would tell each of them the other’s answer. If both agree, run it again with --both-agreed.',
  written: (folder: string) => `Written to ${folder}:`,
}

const fr: typeof en = {
  about: 'Lire un fichier de réponses; écrire un bilan des capacités et un plan d’action.',
  answers: 'réponses d’une ou de plusieurs personnes, en CSV ou en JSON (voir docs/answers-file.md)',
  options: {
    out: 'dossier pour les documents; créé s’il n’existe pas',
    pack: 'dossier d’une autre trousse de contenu',
    profile: 'fichier JSON qui décrit la communauté; il remplace le profil du fichier de réponses',
    lang: 'langue des documents et des messages\u00a0: en ou fr (sinon selon LANG)',
    hours: 'heures d’apprentissage de tout un parcours (sinon selon le profil, ou 20)',
    weeks: 'durée d’un parcours en semaines (sinon 12)',
    format: 'documents de plus, séparés par des virgules\u00a0: docx, text',
    community: 'nom de la communauté, tel que les documents le montreront',
    bothAgreed: 'là où deux personnes ont répondu, les deux acceptent que leurs chiffres soient montrés',
  },
  placeholders: {
    answers: 'RÉPONSES',
    folder: 'DOSSIER',
    file: 'FICHIER',
    language: 'LANGUE',
    number: 'N',
    list: 'LISTE',
    name: 'NOM',
  },
  help: `
Écrit report-card.json, report-card.pdf, action-plan.json, action-plan.pdf et action-plan.docx.
--format docx ajoute report-card.docx; --format text ajoute report-card.txt et action-plan.txt.
Les fichiers JSON contiennent chaque chiffre et les nombres dont il vient\u00a0: ils sont pour qui détient les réponses.
Les autres documents taisent ce qui pourrait révéler les réponses de moins de cinq personnes. Les chiffres de deux personnes
sont laissés de côté jusqu’à ce que les deux l’acceptent\u00a0: ajoutez alors --both-agreed.

Exemples\u00a0:
  waymark assess reponses.csv --out bilan --lang fr
  waymark assess reponses.csv --out bilan --community "Rivière-aux-Pins" --hours 30 --format docx,text
  waymark assess reponses.json --out bilan --profile profil.json

Code de sortie\u00a0:
  0  les documents sont écrits
  1  un problème est survenu, sans rapport avec ce que vous avez donné
  2  la commande, un fichier ou le dossier de sortie est inutilisable; rien n’est écrit`,
  showHelp: 'afficher cette aide',
  titles: {
    'Usage:': 'Utilisation\u00a0:',
    'Arguments:': 'Arguments\u00a0:',
    'Options:': 'Options\u00a0:',
    'Global Options:': 'Options générales\u00a0:',
  },
  line: (file, place, text) =>
    place.row === undefined ? `${file}\u00a0: ${text}` : `${file}\u00a0: ligne ${place.row}\u00a0: ${text}`,
  more: (n) => (n < 2 ? 'et 1 autre problème' : `et ${n} autres problèmes`),
  nothingWritten: 'Rien n’a été écrit. Corrigez le fichier, puis relancez la commande.',
  file: {
    'not-found': 'ce fichier n’existe pas',
    folder: 'c’est un dossier; donnez un fichier',
    'not-a-file': 'ce n’est pas un fichier lisible',
    'not-allowed': 'vous n’avez pas le droit de lire ce fichier',
    unreadable: 'le fichier est illisible',
    empty: 'le fichier est vide',
    workbook:
      'c’est un classeur de tableur; enregistrez-le au format «\u00a0CSV UTF-8 (séparateur virgule)\u00a0», puis donnez ce fichier',
    'utf-16': 'le texte est en UTF-16; enregistrez le fichier en UTF-8 («\u00a0CSV UTF-8\u00a0» dans un tableur)',
    'not-utf-8':
      'le texte n’est pas en UTF-8, peut-être en Windows-1252 ou en Latin-1; enregistrez le fichier en UTF-8 («\u00a0CSV UTF-8\u00a0» dans un tableur)',
  },
  tooLarge: (megabytes, most) => `le fichier a ${megabytes} Mo; permis\u00a0: jusqu’à ${most} Mo`,
  brokenQuotes:
    'un guillemet n’est pas fermé ou est mal placé; mettez un texte avec guillemets entre "…" et doublez ceux de l’intérieur',
  notJson: 'le fichier n’est pas du JSON valide à cet endroit',
  output: {
    'not-a-folder': 'ce n’est pas un dossier; --out demande un dossier',
    'not-allowed': 'vous n’avez pas le droit d’écrire dans ce dossier',
    'read-only': 'le disque est en lecture seule; choisissez un autre dossier pour --out',
    full: 'le disque est plein; libérez de l’espace, puis relancez la commande',
    'file-in-the-way': 'un dossier porte le nom d’un document; déplacez-le ou choisissez un autre dossier pour --out',
    unusable: 'le dossier est inutilisable',
  },
  pack: (directory) => `${directory}\u00a0: cette trousse de contenu est inutilisable\u00a0:`,
  badOption: (option, value, allowed) =>
    `${option}\u00a0: «\u00a0${value}\u00a0» est inutilisable; permis\u00a0: ${allowed}`,
  allowed: {
    hours: 'un nombre de 0,25 à 2000, en quarts d’heure',
    weeks: 'un nombre entier de 1 à 104',
    language: 'en, fr',
    formats: 'docx, text (json et pdf sont toujours écrits)',
    community: 'un nom d’au plus 120 caractères',
  },
  missingArgument: 'Nommez le fichier de réponses\u00a0: waymark assess RÉPONSES --out DOSSIER',
  missingOut: 'Nommez le dossier pour les documents\u00a0: waymark assess RÉPONSES --out DOSSIER',
  unknownOption: (option) => `${option} n’est pas une option de cette commande; voir waymark assess --help`,
  missingValue: (option) => `${option} demande une valeur; voir waymark assess --help`,
  tooManyArguments: 'Donnez un seul fichier de réponses; mettez-y les réponses de plusieurs personnes',
  otherRelease:
    'Note\u00a0: ces réponses ont été données sur une autre version publiée du contenu. Elles sont lues avec la version présente; des libellés ont pu changer.',
  steps: {
    pack: 'Lecture de la trousse de contenu',
    answers: 'Lecture des réponses',
    card: 'Calcul du bilan',
    pathways: 'Comparaison des parcours d’apprentissage',
    documents: 'Production des documents',
  },
  pairWithheld:
    'Note\u00a0: là où seulement deux personnes ont donné un niveau, les documents taisent les chiffres qui diraient à chacune la réponse de l’autre. Si les deux l’acceptent, relancez avec --both-agreed.',
  written: (folder) => `Écrit dans ${folder}\u00a0:`,
}

export const assessMessages: Record<Language, typeof en> = { en, fr }
export type AssessMessages = typeof en
