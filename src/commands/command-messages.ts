import type { Language } from '../platform/languages.ts'

const en = {
  program: 'Capacity-building for communities: from answers to a report card and an action plan',
  afterError: 'Run “waymark --help” to see what is possible.',
  showHelp: 'show this help',
  helpCommand: 'show the help of a command',
  lang: 'language of the messages: en or fr (otherwise by LANG)',
  /** Headings and notes of the help, where they differ from Commander's own. */
  titles: {} as Record<string, string>,
  example: 'Example:',
  exitStatus: `Exit status:
  0  done
  1  a fault: something kept it from being done
  2  bad input: what was handed in cannot be used`,
  settings:
    'Settings come from the environment: WAYMARK_DATA (folder of the embedded database), DATABASE_URL (another PostgreSQL).',
  demo: {
    about: 'Start the service with an invented program, on a data folder of its own (demo-data, or WAYMARK_DATA)',
  },
  migrate: {
    about: 'Bring the database up to date (npm start does this by itself)',
    upToDate: 'The database is up to date.',
    done: (names: readonly string[]) => `Done: ${names.join(', ')}`,
  },
  backup: {
    about: 'Write everything in the database to one file; the service may go on meanwhile',
    file: 'the file to write, replaced if it exists; it holds people’s data, so keep it safe',
    done: (rows: number, file: string) => `Backed up ${rows} rows to ${file}.`,
  },
  restore: {
    about: 'Put a backup into an empty database; the service must be stopped',
    file: 'a file that “waymark backup” wrote',
    replace: 'remove the data that is there now',
    done: (rows: number, file: string) => `Restored ${rows} rows from ${file}.`,
    damaged: (file: string) =>
      `${file} is not a complete backup of Waymark. Nothing was changed. Use another copy of the file.`,
  },
}

const fr: typeof en = {
  program:
    'Renforcer les capacités des communautés\u00a0: des réponses jusqu’au bilan des capacités et au plan d’action',
  afterError: 'Lancez «\u00a0waymark --help\u00a0» pour voir ce qui est possible.',
  showHelp: 'afficher cette aide',
  helpCommand: 'afficher l’aide d’une commande',
  lang: 'langue des messages\u00a0: en ou fr (sinon selon LANG)',
  titles: {
    'Usage:': 'Utilisation\u00a0:',
    'Arguments:': 'Arguments\u00a0:',
    'Options:': 'Options\u00a0:',
    'Commands:': 'Commandes\u00a0:',
  },
  example: 'Exemple\u00a0:',
  exitStatus: `Code de sortie\u00a0:
  0  c’est fait
  1  une défaillance\u00a0: quelque chose a empêché de le faire
  2  une entrée inutilisable\u00a0: ce qui a été donné ne convient pas`,
  settings:
    'Les réglages viennent de l’environnement\u00a0: WAYMARK_DATA (dossier de la base de données intégrée), DATABASE_URL (un autre PostgreSQL).',
  demo: {
    about:
      'Démarrer le service avec un programme inventé, dans son propre dossier de données (demo-data, ou WAYMARK_DATA)',
  },
  migrate: {
    about: 'Mettre la base de données à jour (npm start le fait de lui-même)',
    upToDate: 'La base de données est à jour.',
    done: (names) => `Fait\u00a0: ${names.join(', ')}`,
  },
  backup: {
    about: 'Écrire tout le contenu de la base de données dans un fichier; le service peut continuer pendant ce temps',
    file: 'le fichier à écrire, remplacé s’il existe; il contient les données de personnes, gardez-le en lieu sûr',
    done: (rows, file) => `${rows} ${rows < 2 ? 'ligne sauvegardée' : 'lignes sauvegardées'} dans ${file}.`,
  },
  restore: {
    about: 'Mettre une sauvegarde dans une base de données vide; le service doit être arrêté',
    file: 'un fichier écrit par «\u00a0waymark backup\u00a0»',
    replace: 'retirer les données qui s’y trouvent',
    done: (rows, file) => `${rows} ${rows < 2 ? 'ligne restaurée' : 'lignes restaurées'} à partir de ${file}.`,
    damaged: (file) =>
      `${file} n’est pas une sauvegarde complète de Waymark. Rien n’a été modifié. Utilisez une autre copie du fichier.`,
  },
}

export const commandMessages: Record<Language, typeof en> = { en, fr }

/** What follows the options in a command's help: an example, then the exit statuses. */
export function helpEnd(language: Language, example: string): string {
  const t = commandMessages[language]
  return `\n${t.example}\n  ${example}\n\n${t.exitStatus}`
}
