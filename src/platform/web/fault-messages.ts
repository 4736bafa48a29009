import type { Language } from '../languages.ts'

export type FaultStatus = 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503

/** What happened, and what to do next. */
export type FaultMessage = { title: string; text: string }

const en: Record<FaultStatus, FaultMessage> = {
  400: {
    title: 'We could not read that',
    text: 'What was sent is not what this page expects. Go back, reload the page and try again.',
  },
  403: {
    title: 'This was not accepted',
    text: 'It may have come from another site, or you may not have the right to do it. Go back, reload the page and try again.',
  },
  404: {
    title: 'Page not found',
    text: 'Nothing is kept at this address. If you typed it, check it. If it is a private link, it may have been deleted or its time may be over.',
  },
  409: {
    title: 'Someone changed this before you',
    text: 'What you sent has not been saved. Go back, reload the page to see the change, and make yours again.',
  },
  413: {
    title: 'That is too large',
    text: 'What was sent is larger than this page accepts. Make it smaller and try again.',
  },
  429: {
    title: 'Too many requests',
    text: 'This was asked too often from your network. Wait a few minutes and try again.',
  },
  500: {
    title: 'Something went wrong on our side',
    text: 'What you sent in the last step may not have been saved. Go back and try again. If it happens again, tell the people who run this service.',
  },
  503: {
    title: 'The service cannot answer just now',
    text: 'What you sent in the last step has not been saved. Wait a few minutes, then go back and try again.',
  },
}

const fr: Record<FaultStatus, FaultMessage> = {
  400: {
    title: 'Nous n’avons pas pu lire cet envoi',
    text: 'L’envoi ne correspond pas à ce que cette page attend. Revenez en arrière, rechargez la page et recommencez.',
  },
  403: {
    title: 'Cet envoi n’a pas été accepté',
    text: 'Il vient peut-être d’un autre site, ou vous n’avez peut-être pas le droit de le faire. Revenez en arrière, rechargez la page et recommencez.',
  },
  404: {
    title: 'Page introuvable',
    text: 'Il n’y a rien à cette adresse. Si vous l’avez tapée, vérifiez-la. S’il s’agit d’un lien privé, il a peut-être été supprimé ou son délai est peut-être passé.',
  },
  409: {
    title: 'Quelqu’un a fait une modification avant vous',
    text: 'Votre envoi n’a pas été enregistré. Revenez en arrière, rechargez la page pour voir la modification et refaites la vôtre.',
  },
  413: {
    title: 'L’envoi est trop volumineux',
    text: 'L’envoi dépasse ce que cette page accepte. Réduisez-le et recommencez.',
  },
  429: {
    title: 'Trop de demandes',
    text: 'Votre réseau a fait cette demande trop souvent. Attendez quelques minutes et recommencez.',
  },
  500: {
    title: 'Une erreur s’est produite de notre côté',
    text: 'Votre dernier envoi n’a peut-être pas été enregistré. Revenez en arrière et recommencez. Si l’erreur se répète, avertissez les responsables du service.',
  },
  503: {
    title: 'Le service ne peut pas répondre en ce moment',
    text: 'Votre dernier envoi n’a pas été enregistré. Attendez quelques minutes, puis revenez en arrière et recommencez.',
  },
}

export const faultMessages: Record<Language, Record<FaultStatus, FaultMessage>> = { en, fr }
