import { StartError } from '../../start-error.ts'

/** Says in one message why a folder or a disk cannot be used; undefined for anything else. */
export function explainDisk(text: string, folder: string): StartError | undefined {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(text)) {
    return new StartError({
      en: `The disk is full: there is no room left for Waymark's data in ${folder}. Free some space, then start again. Nothing that was saved is lost.`,
      fr: `Le disque est plein : il n’y a plus de place pour les données de Waymark dans ${folder}. Libérez de l’espace, puis recommencez. Rien de ce qui était enregistré n’est perdu.`,
    })
  }
  if (/EROFS|Read-only file system/i.test(text)) {
    return new StartError({
      en: `The disk is read-only: Waymark cannot keep data in ${folder}. Set WAYMARK_DATA to a folder that can be written.`,
      fr: `Le disque est en lecture seule : Waymark ne peut pas conserver de données dans ${folder}. Indiquez dans WAYMARK_DATA un dossier modifiable.`,
    })
  }
  if (/EACCES|EPERM|Permission denied|Operation not permitted|wrong ownership|user that owns the data/i.test(text)) {
    return new StartError({
      en: `Waymark may not write in ${folder}. Start it as the user who owns this folder, or set WAYMARK_DATA to another one.`,
      fr: `Waymark n’a pas le droit d’écrire dans ${folder}. Démarrez-le avec le compte à qui ce dossier appartient, ou indiquez-en un autre dans WAYMARK_DATA.`,
    })
  }
  if (/ENOTDIR|EEXIST|ELOOP/.test(text)) {
    return new StartError({
      en: `${folder} is not a folder. Set WAYMARK_DATA to a folder.`,
      fr: `${folder} n’est pas un dossier. Indiquez un dossier dans WAYMARK_DATA.`,
    })
  }
  return undefined
}

/** The message for a PostgreSQL that stopped while starting, from the end of what it wrote. */
export function explainServerLog(log: string, folder: string): StartError {
  const known = explainDisk(log, folder)
  if (known !== undefined) return known
  const last = log
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|initdb: error|error while loading/.test(line))
    .slice(-3)
    .join('\n')
  return new StartError({
    en: `The database in ${folder} did not start. PostgreSQL says:\n${last || log.slice(-500)}`,
    fr: `La base de données dans ${folder} n’a pas démarré (le message de PostgreSQL est ci-dessus).`,
  })
}

/** Runs something on the data folder, turning what the disk refuses into its message. */
export async function onDisk<T>(folder: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw (code === undefined ? undefined : explainDisk(code, folder)) ?? error
  }
}

export function otherVersion(folder: string, found: string, expected: number): StartError {
  const newer = Number.parseInt(found, 10) > expected
  return new StartError({
    en: newer
      ? `The data in ${folder} was made by PostgreSQL ${found}, newer than the ${expected} of this Waymark. Start the newer Waymark that made it.`
      : `The data in ${folder} was made by PostgreSQL ${found}; this Waymark brings ${expected}. With the earlier Waymark run "waymark backup FILE", move the folder away, then run "waymark restore FILE" with this one.`,
    fr: newer
      ? `Les données dans ${folder} viennent de PostgreSQL ${found}, plus récent que la version ${expected} de ce Waymark. Démarrez le Waymark plus récent qui les a créées.`
      : `Les données dans ${folder} viennent de PostgreSQL ${found}; ce Waymark fournit la version ${expected}. Avec l’ancien Waymark, lancez « waymark backup FICHIER », déplacez le dossier, puis lancez « waymark restore FICHIER » avec celui-ci.`,
  })
}

export function alreadyRunning(folder: string): StartError {
  return new StartError({
    en: `Another Waymark is already running with the data in ${folder}. Stop it first, or set WAYMARK_DATA to another folder.`,
    fr: `Un autre Waymark fonctionne déjà avec les données dans ${folder}. Arrêtez-le d’abord, ou indiquez un autre dossier dans WAYMARK_DATA.`,
  })
}

export function lostLink(link: string, target: string): StartError {
  return new StartError({
    en: `${link} points to ${target}, which is not there. If the data was moved, put it back or correct the link; to start with no data, remove the link.`,
    fr: `${link} mène à ${target}, qui n’existe pas. Si les données ont été déplacées, remettez-les ou corrigez le lien; pour commencer sans données, supprimez le lien.`,
  })
}
