import type { Language } from '../languages.ts'
import type { UploadProblem } from './upload.ts'

type Words = {
  /** Under every file field. */
  hint: string
  problems: Record<UploadProblem['reason'] | 'cut-off', string>
}

const en: Words = {
  hint: 'PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV or plain text, up to 10 MB.',
  problems: {
    missing: 'Choose a file',
    empty: 'This file is empty. Choose another one',
    'too-large': 'This file is larger than 10 MB. Choose a smaller one, or add a link to it in your notes',
    type: 'Files of this kind are not accepted. Send a PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV or text file without macros',
    'not-what-it-says':
      'What is in this file does not match its name. Open it, save it again in the right format, and choose the new file',
    infected: 'The virus check found something harmful in this file. It has not been kept',
    'cannot-check':
      'The virus check cannot be reached just now, so the file has not been kept. Try again in a few minutes',
    'cut-off': 'The file did not arrive whole, so nothing has been kept. Choose it again and send it once more',
  },
}

const fr: Words = {
  hint: 'PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV ou texte brut, 10 Mo au plus.',
  problems: {
    missing: 'Choisissez un fichier',
    empty: 'Ce fichier est vide. Choisissez-en un autre',
    'too-large':
      'Ce fichier dépasse 10 Mo. Choisissez-en un plus petit ou mettez un lien vers ce fichier dans vos notes',
    type: 'Ce genre de fichier n’est pas accepté. Envoyez un fichier PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV ou texte, sans macros',
    'not-what-it-says':
      'Le contenu de ce fichier ne correspond pas à son nom. Ouvrez-le, enregistrez-le de nouveau dans le bon format et choisissez le nouveau fichier',
    infected: 'L’antivirus a trouvé un élément nuisible dans ce fichier. Il n’a pas été conservé',
    'cannot-check':
      'L’antivirus ne répond pas en ce moment; le fichier n’a donc pas été conservé. Réessayez dans quelques minutes',
    'cut-off': 'Le fichier n’est pas arrivé en entier; rien n’a été conservé. Choisissez-le et envoyez-le de nouveau',
  },
}

/** What to say about a file that was sent. */
export const uploadMessages: Record<Language, Words> = { en, fr }
