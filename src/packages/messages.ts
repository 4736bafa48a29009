import type { Language } from '../platform/languages.ts'

const en = {
  // The parts of a package
  lead: 'This was made outside this service. It plays here, shut off from everything else in your account.',
  yours:
    'What you do in it is yours. Nobody else sees your answers, your score or your time. Whoever leads your community’s learning sees only that you are done.',
  parts: 'Parts',
  part: 'Part',
  state: 'Where you are',
  score: 'Your score',
  time: 'Your time',
  notBegun: 'Not begun',
  begun: 'Begun',
  done: 'Done',
  passed: 'Done, passed',
  notPassedYet: 'Not passed yet',
  minutes: (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
  noFigure: 'None',
  start: 'Start',
  goOn: 'Go on',
  again: 'Open again',
  allDone: 'You are done with every part.',
  olderVersion: 'You began an earlier version, and go on with it. Once you are done, the new version opens here.',
  newVersion: 'You are done with an earlier version. This is the new one; you need not take it.',

  // Without scripts, or instead
  needsScripts:
    'Your browser does not run scripts, and this package needs them. Turn scripts on for this site, or use the files below.',
  files: 'Files in it',
  filesText: 'You can open these without the package.',
  noFiles:
    'It holds no file that is of use by itself. Ask your community’s lead or your advisor for another way to take it.',
  openFile: 'This part is a file. Open it, then say that you are done.',
  openTheFile: 'Open the file',
  sayDone: 'I am done with it',

  // The player
  back: 'Save, and back to all parts',
  next: 'Save, and on to the next part',
  content: (part: string) => `Content of ${part}`,
  saved: 'Saved.',
  saving: 'Saving…',
  offline: 'Not saved yet: there is no connection. It is tried again by itself.',
  elsewhere:
    'This part was opened again, here or on another device, and goes on there. This page no longer saves. Open it again to go on here.',
  signedOut: 'Your session has ended, so nothing more is saved. Sign in again in another tab, then go on here.',
  tooMuch: 'The package wants to keep more than the service takes for one part. What was saved before stays.',
  timeUp: 'This page has been open for hours. Open it again to go on from here.',
  openAgain: 'Open it again',
}

const fr: typeof en = {
  lead: 'Ce module a été conçu ailleurs. Il joue ici, isolé de tout le reste de votre compte.',
  yours:
    'Ce que vous y faites vous appartient. Personne d’autre ne voit vos réponses, votre résultat ni votre temps. Qui mène l’apprentissage de votre communauté voit seulement que vous avez terminé.',
  parts: 'Parties',
  part: 'Partie',
  state: 'Où vous en êtes',
  score: 'Votre résultat',
  time: 'Votre temps',
  notBegun: 'Pas commencée',
  begun: 'Commencée',
  done: 'Terminée',
  passed: 'Terminée, réussie',
  notPassedYet: 'Pas encore réussie',
  minutes: (n) => `${n} ${n < 2 ? 'minute' : 'minutes'}`,
  noFigure: 'Aucun',
  start: 'Commencer',
  goOn: 'Continuer',
  again: 'Ouvrir de nouveau',
  allDone: 'Vous avez terminé toutes les parties.',
  olderVersion:
    'Vous avez commencé une version antérieure et vous la poursuivez. Quand vous aurez terminé, la nouvelle version s’ouvrira ici.',
  newVersion: 'Vous avez terminé une version antérieure. Voici la nouvelle; rien ne vous oblige à la suivre.',

  needsScripts:
    'Votre navigateur n’exécute pas les scripts, et ce module en a besoin. Activez-les pour ce site, ou utilisez les fichiers ci-dessous.',
  files: 'Fichiers du module',
  filesText: 'Vous pouvez les ouvrir sans le module.',
  noFiles:
    'Il ne contient aucun fichier utile à lui seul. Demandez une autre façon de le suivre à la personne responsable de votre communauté ou à votre personne-conseil.',
  openFile: 'Cette partie est un fichier. Ouvrez-le, puis dites que vous avez terminé.',
  openTheFile: 'Ouvrir le fichier',
  sayDone: 'J’ai terminé',

  back: 'Enregistrer et revenir aux parties',
  next: 'Enregistrer et passer à la partie suivante',
  content: (part) => `Contenu de ${part}`,
  saved: 'Enregistré.',
  saving: 'Enregistrement…',
  offline: 'Pas encore enregistré\u00a0: il n’y a pas de connexion. Un nouvel essai se fera de lui-même.',
  elsewhere:
    'Cette partie a été ouverte de nouveau, ici ou sur un autre appareil, et se poursuit là-bas. Cette page n’enregistre plus. Ouvrez-la de nouveau pour continuer ici.',
  signedOut:
    'Votre session est terminée; rien de plus n’est enregistré. Ouvrez de nouveau une session dans un autre onglet, puis continuez ici.',
  tooMuch:
    'Le module veut conserver plus que ce que le service accepte pour une partie. Ce qui était enregistré demeure.',
  timeUp: 'Cette page est ouverte depuis des heures. Ouvrez-la de nouveau pour continuer d’ici.',
  openAgain: 'L’ouvrir de nouveau',
}

export const packageMessages: Record<Language, typeof en> = { en, fr }
