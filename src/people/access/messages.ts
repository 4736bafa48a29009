import type { Language } from '../../platform/languages.ts'

const en = {
  signedOutTitle: 'Your session has ended',
  signedOutText: 'What you wrote is not lost: it waits on this page. Do not close it.',
  signInElsewhere: 'Sign in again in a new tab',
  comeBack: 'Come back to this page and send it again.',
  chooseFileAgain: 'A file you chose cannot wait here. After sending, choose it again.',
  sendAgain: 'Send again',
}

const fr: typeof en = {
  signedOutTitle: 'Votre session est terminée',
  signedOutText: 'Rien n’est perdu : ce que vous avez écrit attend sur cette page. Ne la fermez pas.',
  signInElsewhere: 'Ouvrir de nouveau une session dans un autre onglet',
  comeBack: 'Revenez à cette page et renvoyez le formulaire.',
  chooseFileAgain: 'Un fichier choisi ne peut pas attendre ici. Choisissez-le de nouveau après l’envoi.',
  sendAgain: 'Renvoyer',
}

export const accessMessages: Record<Language, typeof en> = { en, fr }
