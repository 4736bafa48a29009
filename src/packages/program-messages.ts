import type { Language } from '../platform/languages.ts'
import { packageLimits } from './limits.ts'

const megabytes = (bytes: number) => String(bytes / 1_000_000)

const en = {
  title: 'Packages',
  lead: 'Courses made elsewhere, as SCORM 1.2 or SCORM 2004. They play in a frame of their own that reaches nothing else here. A catalogue item can then hold one.',
  upload: 'Upload a package',
  file: 'Package as a ZIP file',
  fileHint: `As your authoring tool exports it, with imsmanifest.xml at the top. At most ${megabytes(packageLimits.packed)} MB.`,
  language: 'Language of the package',
  languageHint: 'Counts where the package does not say it itself.',
  english: 'English',
  french: 'French',
  send: 'Check and keep it',
  kept: 'Packages that are kept',
  none: 'No package is kept yet.',
  name: 'Title',
  standard: 'Standard',
  size: 'Size',
  parts: 'Parts',
  uploaded: 'Uploaded',
  versionOf: (n: number) => `Version ${n}`,

  // One package
  facts: 'What it is',
  id: 'Identifier, for a catalogue item',
  filesCount: (n: number) => `${n} ${n === 1 ? 'file' : 'files'}`,
  tryIt: 'Play it',
  launches: 'Launches',
  notes: 'What it asks for and does not get',
  notesText: 'The package plays; these rules of its maker are not followed. People choose the parts freely.',
  noNotes: 'Everything the package asks for is done.',
  versions: 'Versions',
  learners: 'People who have begun',
  replace: 'Replace it by a new version',
  replaceText:
    'Whoever has begun goes on with the version they began until they are done. Everyone else gets the new one.',
  newFile: 'New version as a ZIP file',
  usedBy: 'Where it is used',
  usedByNone: 'No item of the catalogue in use holds it.',
  delete: 'Delete the package',

  // Deleting
  deleteTitle: (title: string) => `Delete “${title}”`,
  deleteText:
    'Its files and every version of it go, and so does what people did in it: where they are, their scores, their time. This cannot be undone.',
  deleteUsed: 'These items of the catalogue hold it; they will have nothing to open:',
  deleteLearners: (n: number) =>
    n === 0 ? 'Nobody has begun it.' : `${n} ${n === 1 ? 'person has' : 'people have'} begun it.`,
  deleteSure: 'Yes, delete it with all that people did in it',
  deleteSureMissing: 'Tick the box to say that you are sure.',
  cancel: 'Keep it',

  problems: {
    'no-file': () => 'Choose a file first.',
    'too-large': () =>
      `This is larger than ${megabytes(packageLimits.packed)} MB. Make films and pictures in it smaller, or split the course.`,
    'not-zip': () =>
      'This is not a ZIP file, or its end is missing. Export the package again and upload the ZIP as it is.',
    broken: (what) => `The ZIP file is damaged${what === '' ? '' : ` at ${what}`}. Export the package again.`,
    'too-many-files': () => `It holds more than ${packageLimits.files} files. Split the course into several packages.`,
    'unpacks-too-large': () =>
      `Unpacked, it is larger than ${megabytes(packageLimits.unpacked)} MB. Make films and pictures in it smaller, or split the course.`,
    'file-too-large': (what) =>
      `The file ${what} is larger than ${megabytes(packageLimits.file)} MB unpacked. Make it smaller.`,
    bomb: (what) =>
      `The file ${what} unpacks to more than ${packageLimits.ratio} times its size, as files made to flood a server do. Ask whoever made the package for a clean export.`,
    'too-deep': (what) =>
      `Folders stand more than ${packageLimits.depth} deep, at ${what}. Export the package with fewer folders.`,
    'long-path': (what) =>
      `A file has a name of more than ${packageLimits.path} characters with its folders: ${what}. Shorten it.`,
    outside: (what) =>
      `The file ${what} would land outside the package. Do not use this package; ask whoever made it for a clean export.`,
    backslash: (what) =>
      `The name ${what} has backslashes or characters that files do not have. Unpack it on your computer and zip it again.`,
    link: (what) => `${what} is a link to another file, not a file. Zip the package with the files themselves.`,
    encrypted: (what) => `The file ${what} is locked with a password. Export the package without one.`,
    method: (what) =>
      `The file ${what} is packed in a way that only some programs know. Zip the package again in the usual way.`,
    'same-name': (what) => `Two files have the same name, or differ only in capitals: ${what}. Rename one of them.`,
    infected: (what) => `The scanner found something harmful in ${what}. The package was not kept.`,
    'cannot-check': (what) =>
      `The scanner could not check ${what}, so the package was not kept. Try again later, or ask whoever runs the service.`,
    'in-a-folder': (what) =>
      `imsmanifest.xml stands in a folder (${what}). Zip what is in the folder, not the folder itself.`,
    aicc: (what) =>
      `This is an AICC package (${what}), an older standard that is not played here. Export the course as SCORM 1.2 or SCORM 2004.`,
    'other-standard': (what) =>
      `This is an xAPI or cmi5 package (${what}), which is not played here. Export the course as SCORM 1.2 or SCORM 2004.`,
    'html-only': (what) =>
      `These are web pages (${what}) without imsmanifest.xml, so nothing says what to play. Export the course as SCORM 1.2 or SCORM 2004.`,
    'no-manifest': () =>
      'There is no imsmanifest.xml in it, so this is not a SCORM package. Export the course as SCORM 1.2 or SCORM 2004.',
    'manifest-too-large': () =>
      `imsmanifest.xml is larger than ${megabytes(packageLimits.manifest)} MB. Export the package again, or split the course.`,
    'manifest-declares-entities': () =>
      'imsmanifest.xml brings a document type (DOCTYPE) of its own, which can be used to flood a server. Take that line out, or export the package again.',
    'manifest-not-xml': (what) =>
      `imsmanifest.xml is not well-formed XML: look at line ${what}. Export the package again.`,
    'manifest-too-deep': () =>
      `Elements in imsmanifest.xml stand more than ${packageLimits.manifestDepth} deep. Export the package again.`,
    'not-scorm': () =>
      'imsmanifest.xml does not say that this is SCORM 1.2 or SCORM 2004. Content packages and cartridges of other kinds are not played here.',
    'no-organization': () =>
      'imsmanifest.xml has no organization: nothing says which parts there are. Export the course as a package to play, not as a collection of resources.',
    'no-units': () => 'imsmanifest.xml names no part that launches anything. Export the package again.',
    'too-many-units': () => `The package has more than ${packageLimits.units} parts. Split the course.`,
    'missing-resource': (what) =>
      `The part ${what} leads to a resource that imsmanifest.xml does not describe. Export the package again.`,
    'launch-elsewhere': (what) =>
      `A part leads to another site (${what}). Only what is in the package is played; add a link to the catalogue instead.`,
    'launch-outside': (what) =>
      `A part leads out of the package (${what}). Do not use this package; ask whoever made it for a clean export.`,
    'launch-missing': (what) =>
      `A part launches ${what}, and that file is not in the package. Export the package again.`,
    'launch-other-case': (what) =>
      `A part launches a file whose name differs in capitals from the one in the package: ${what}. Make the two names alike.`,
    'other-standard-than-before': (what) =>
      `The new version follows another standard than the package (${what}). Upload it as a package of its own.`,
  } satisfies Record<string, (what: string) => string>,
  busy: 'Another package is being checked. Try again in a minute.',

  sequencing: {
    prerequisites: 'Parts that must be done before others (prerequisites).',
    'time-limit': 'A time limit for a part.',
    'choice-off': 'Parts that people may not choose themselves.',
    flow: 'Parts that follow one another by themselves. People go on with a button.',
    'forward-only': 'No way back to a part that is behind.',
    rules: 'Rules that skip, hide, end or repeat parts.',
    limits: 'A limit to the number of tries.',
    rollup: 'Its own way of counting when the whole is done. Here it is done when every part is.',
    'shared-objectives': 'Objectives that parts share with each other.',
    randomized: 'Parts picked or ordered by chance.',
    'hidden-buttons': 'Buttons of the player that it wants hidden. They stay.',
    frames:
      'Its pages use frames. Each of them reaches the player; but a page that calls scripts of another frame directly cannot, since they are kept apart. Play it to the end once before you offer it.',
  },
}

type Words = Omit<typeof en, 'problems'> & { problems: Record<keyof typeof en.problems, (what: string) => string> }

const fr: Words = {
  title: 'Modules externes',
  lead: 'Des cours conçus ailleurs, en SCORM 1.2 ou SCORM 2004. Ils jouent dans un cadre à part, qui n’atteint rien d’autre ici. Un élément du catalogue peut ensuite en contenir un.',
  upload: 'Téléverser un module',
  file: 'Module en fichier ZIP',
  fileHint: `Tel que votre outil de création l’exporte, avec imsmanifest.xml à la racine. Au plus ${megabytes(packageLimits.packed)} Mo.`,
  language: 'Langue du module',
  languageHint: 'Compte lorsque le module ne la dit pas lui-même.',
  english: 'Anglais',
  french: 'Français',
  send: 'Le vérifier et le conserver',
  kept: 'Modules conservés',
  none: 'Aucun module n’est encore conservé.',
  name: 'Titre',
  standard: 'Norme',
  size: 'Taille',
  parts: 'Parties',
  uploaded: 'Téléversé le',
  versionOf: (n) => `Version ${n}`,

  facts: 'Ce que c’est',
  id: 'Identifiant, pour un élément du catalogue',
  filesCount: (n) => `${n} ${n < 2 ? 'fichier' : 'fichiers'}`,
  tryIt: 'Le jouer',
  launches: 'Ouvre',
  notes: 'Ce qu’il demande et n’obtient pas',
  notesText: 'Le module joue; ces règles de son auteur ne sont pas suivies. Chacun choisit librement les parties.',
  noNotes: 'Tout ce que le module demande est fait.',
  versions: 'Versions',
  learners: 'Personnes qui ont commencé',
  replace: 'Le remplacer par une nouvelle version',
  replaceText: 'Qui a commencé poursuit sa version jusqu’à la fin. Tous les autres reçoivent la nouvelle.',
  newFile: 'Nouvelle version en fichier ZIP',
  usedBy: 'Où il sert',
  usedByNone: 'Aucun élément du catalogue en vigueur ne le contient.',
  delete: 'Supprimer le module',

  deleteTitle: (title) => `Supprimer «\u00a0${title}\u00a0»`,
  deleteText:
    'Ses fichiers et toutes ses versions disparaissent, ainsi que ce que les gens y ont fait\u00a0: où ils en sont, leurs résultats, leur temps. C’est irréversible.',
  deleteUsed: 'Ces éléments du catalogue le contiennent; ils n’auront plus rien à ouvrir\u00a0:',
  deleteLearners: (n) =>
    n === 0 ? 'Personne ne l’a commencé.' : `${n} ${n < 2 ? 'personne l’a commencé' : 'personnes l’ont commencé'}.`,
  deleteSure: 'Oui, le supprimer avec tout ce que les gens y ont fait',
  deleteSureMissing: 'Cochez la case pour confirmer.',
  cancel: 'Le conserver',

  problems: {
    'no-file': () => 'Choisissez d’abord un fichier.',
    'too-large': () =>
      `Il dépasse ${megabytes(packageLimits.packed)} Mo. Réduisez ses films et ses images, ou divisez le cours.`,
    'not-zip': () =>
      'Ce n’est pas un fichier ZIP, ou sa fin manque. Exportez de nouveau le module et téléversez le ZIP tel quel.',
    broken: (what) => `Le fichier ZIP est endommagé${what === '' ? '' : ` (${what})`}. Exportez de nouveau le module.`,
    'too-many-files': () =>
      `Il contient plus de ${packageLimits.files} fichiers. Divisez le cours en plusieurs modules.`,
    'unpacks-too-large': () =>
      `Décompressé, il dépasse ${megabytes(packageLimits.unpacked)} Mo. Réduisez ses films et ses images, ou divisez le cours.`,
    'file-too-large': (what) =>
      `Le fichier ${what} dépasse ${megabytes(packageLimits.file)} Mo une fois décompressé. Réduisez-le.`,
    bomb: (what) =>
      `Le fichier ${what} grossit de plus de ${packageLimits.ratio} fois à la décompression, comme ceux qui servent à submerger un serveur. Demandez une exportation saine à qui a conçu le module.`,
    'too-deep': (what) =>
      `Des dossiers s’emboîtent à plus de ${packageLimits.depth} niveaux (${what}). Exportez le module avec moins de dossiers.`,
    'long-path': (what) =>
      `Un fichier et ses dossiers ont un nom de plus de ${packageLimits.path} caractères\u00a0: ${what}. Raccourcissez-le.`,
    outside: (what) =>
      `Le fichier ${what} tomberait hors du module. N’utilisez pas ce module; demandez une exportation saine à qui l’a conçu.`,
    backslash: (what) =>
      `Le nom ${what} contient des barres obliques inverses ou des caractères qu’un fichier n’a pas. Décompressez le module sur votre ordinateur, puis compressez-le de nouveau.`,
    link: (what) =>
      `${what} est un lien vers un autre fichier, et non un fichier. Compressez le module avec les fichiers eux-mêmes.`,
    encrypted: (what) => `Le fichier ${what} est protégé par un mot de passe. Exportez le module sans mot de passe.`,
    method: (what) =>
      `Le fichier ${what} est compressé d’une façon que peu de programmes connaissent. Compressez de nouveau le module de la façon habituelle.`,
    'same-name': (what) =>
      `Deux fichiers ont le même nom, ou ne diffèrent que par les majuscules\u00a0: ${what}. Renommez l’un d’eux.`,
    infected: (what) => `L’antivirus a trouvé quelque chose de nuisible dans ${what}. Le module n’a pas été conservé.`,
    'cannot-check': (what) =>
      `L’antivirus n’a pas pu vérifier ${what}; le module n’a donc pas été conservé. Réessayez plus tard, ou adressez-vous à qui exploite le service.`,
    'in-a-folder': (what) =>
      `imsmanifest.xml se trouve dans un dossier (${what}). Compressez le contenu du dossier, et non le dossier lui-même.`,
    aicc: (what) =>
      `C’est un module AICC (${what}), une norme plus ancienne qui n’est pas prise en charge. Exportez le cours en SCORM 1.2 ou SCORM 2004.`,
    'other-standard': (what) =>
      `C’est un module xAPI ou cmi5 (${what}), qui n’est pas pris en charge. Exportez le cours en SCORM 1.2 ou SCORM 2004.`,
    'html-only': (what) =>
      `Ce sont des pages Web (${what}) sans imsmanifest.xml; rien ne dit donc quoi jouer. Exportez le cours en SCORM 1.2 ou SCORM 2004.`,
    'no-manifest': () =>
      'Il ne contient pas imsmanifest.xml; ce n’est donc pas un module SCORM. Exportez le cours en SCORM 1.2 ou SCORM 2004.',
    'manifest-too-large': () =>
      `imsmanifest.xml dépasse ${megabytes(packageLimits.manifest)} Mo. Exportez de nouveau le module, ou divisez le cours.`,
    'manifest-declares-entities': () =>
      'imsmanifest.xml apporte son propre type de document (DOCTYPE), qui peut servir à submerger un serveur. Retirez cette ligne, ou exportez de nouveau le module.',
    'manifest-not-xml': (what) =>
      `imsmanifest.xml n’est pas du XML bien formé\u00a0: regardez la ligne ${what}. Exportez de nouveau le module.`,
    'manifest-too-deep': () =>
      `Des éléments d’imsmanifest.xml s’emboîtent à plus de ${packageLimits.manifestDepth} niveaux. Exportez de nouveau le module.`,
    'not-scorm': () =>
      'imsmanifest.xml ne dit pas qu’il s’agit de SCORM 1.2 ou SCORM 2004. Les autres sortes de modules et de cartouches ne sont pas prises en charge.',
    'no-organization': () =>
      'imsmanifest.xml n’a aucune organisation\u00a0: rien ne dit quelles sont les parties. Exportez le cours comme module à jouer, et non comme recueil de ressources.',
    'no-units': () => 'imsmanifest.xml ne nomme aucune partie qui ouvre quelque chose. Exportez de nouveau le module.',
    'too-many-units': () => `Le module compte plus de ${packageLimits.units} parties. Divisez le cours.`,
    'missing-resource': (what) =>
      `La partie ${what} mène à une ressource qu’imsmanifest.xml ne décrit pas. Exportez de nouveau le module.`,
    'launch-elsewhere': (what) =>
      `Une partie mène à un autre site (${what}). Seul ce que contient le module est joué; ajoutez plutôt un lien au catalogue.`,
    'launch-outside': (what) =>
      `Une partie mène hors du module (${what}). N’utilisez pas ce module; demandez une exportation saine à qui l’a conçu.`,
    'launch-missing': (what) =>
      `Une partie ouvre ${what}, et ce fichier n’est pas dans le module. Exportez de nouveau le module.`,
    'launch-other-case': (what) =>
      `Une partie ouvre un fichier dont le nom diffère par les majuscules de celui du module\u00a0: ${what}. Rendez les deux noms pareils.`,
    'other-standard-than-before': (what) =>
      `La nouvelle version suit une autre norme que le module (${what}). Téléversez-la comme module à part.`,
  },
  busy: 'Un autre module est en cours de vérification. Réessayez dans une minute.',

  sequencing: {
    prerequisites: 'Des parties à terminer avant d’autres (préalables).',
    'time-limit': 'Une limite de temps pour une partie.',
    'choice-off': 'Des parties que l’on ne peut pas choisir soi-même.',
    flow: 'Des parties qui s’enchaînent d’elles-mêmes. On continue avec un bouton.',
    'forward-only': 'Aucun retour à une partie déjà passée.',
    rules: 'Des règles qui sautent, cachent, terminent ou répètent des parties.',
    limits: 'Une limite au nombre d’essais.',
    rollup: 'Sa propre façon de dire que le tout est terminé. Ici, il l’est quand chaque partie l’est.',
    'shared-objectives': 'Des objectifs que des parties ont en commun.',
    randomized: 'Des parties tirées ou rangées au hasard.',
    'hidden-buttons': 'Des boutons qu’il veut cacher. Ils demeurent.',
    frames:
      'Ses pages utilisent des cadres. Chacun atteint le service; mais une page qui appelle directement les scripts d’un autre cadre ne le peut pas, car ils sont isolés. Jouez-le une fois jusqu’au bout avant de l’offrir.',
  },
}

export const packageProgramMessages: Record<Language, Words> = { en, fr }
