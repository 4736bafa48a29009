import type { Language } from '../../platform/languages.ts'

const en = {
  menu: 'Pages of your account',
  parts: {
    account: 'You',
    security: 'Sign-in',
    sessions: 'Sessions',
    mail: 'Mail',
    data: 'Your data',
    tokens: 'Access for programs',
  },
  title: 'You',
  lead: 'What the service knows about you. Correct it here.',
  name: 'Name',
  nameHint: 'As the people you work with know you.',
  nameError: 'Enter a name of at most 120 characters',
  languageLabel: 'Language of your mail',
  timeZone: 'Time zone',
  timeZoneHint: 'Dates and appointments are shown in it.',
  save: 'Save',
  saved: 'Saved.',
  emailTitle: 'E-mail address',
  emailNow: (email: string) => `You sign in with ${email}.`,
  emailNew: 'New address',
  emailHint: 'We send a link to it. Your address changes when you open the link and confirm.',
  emailAsk: 'Send the link',
  emailError: 'Enter an e-mail address, like name@example.org',
  emailSame: 'This is your address already',
  emailSent: (email: string) =>
    `If ${email} can be used, a link is on its way to it. It works for 24 hours. Until then nothing changes.`,
  emailConfirmTitle: 'Confirm your new address',
  emailConfirmText: (email: string) => `From now on you sign in with ${email}. Your other sessions end.`,
  emailConfirm: 'Use this address',
  emailGoneTitle: 'This link no longer works',
  emailGoneText:
    'It was used, ran out after 24 hours, or was meant for another account. Ask for a new one on your account page.',
  emailChanged: 'Your address is changed.',
  back: 'Back to your account',
  communities: 'Your communities',
  communitiesNone: 'You are in no community.',
  programRoles: 'Your roles in the program',
  mails: {
    confirm: (email: string) => ({
      subject: 'Confirm your new address',
      paragraphs: [
        `Someone, probably you, wants to sign in to Waymark with ${email}.`,
        'Open the link while you are signed in and confirm. It works for 24 hours. If this was not you, do nothing.',
      ],
      link: 'Confirm the address',
    }),
    changed: (email: string) => ({
      subject: 'Your address was changed',
      paragraphs: [
        `Your account on Waymark now uses ${email}. This message goes to your earlier address.`,
        'If this was not you, write to the people who run the program at once.',
      ],
    }),
  },
}

const fr: typeof en = {
  menu: 'Pages de votre compte',
  parts: {
    account: 'Vous',
    security: 'Connexion',
    sessions: 'Sessions',
    mail: 'Courriels',
    data: 'Vos données',
    tokens: 'Accès pour des programmes',
  },
  title: 'Vous',
  lead: 'Ce que le service sait de vous. Corrigez-le ici.',
  name: 'Nom',
  nameHint: 'Tel que vous connaissent les gens avec qui vous travaillez.',
  nameError: 'Écrivez un nom d’au plus 120 caractères',
  languageLabel: 'Langue de vos courriels',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Les dates et les rendez-vous s’affichent dans ce fuseau.',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  emailTitle: 'Adresse courriel',
  emailNow: (email) => `Vous ouvrez vos sessions avec ${email}.`,
  emailNew: 'Nouvelle adresse',
  emailHint: 'Nous y envoyons un lien. Votre adresse change quand vous ouvrez le lien et confirmez.',
  emailAsk: 'Envoyer le lien',
  emailError: 'Écrivez une adresse courriel, comme nom@exemple.org',
  emailSame: 'C’est déjà votre adresse',
  emailSent: (email) =>
    `Si ${email} peut servir, un lien y est en route. Il fonctionne 24 heures. D’ici là, rien ne change.`,
  emailConfirmTitle: 'Confirmer votre nouvelle adresse',
  emailConfirmText: (email) =>
    `À partir de maintenant, vous ouvrez vos sessions avec ${email}. Vos autres sessions se ferment.`,
  emailConfirm: 'Utiliser cette adresse',
  emailGoneTitle: 'Ce lien ne fonctionne plus',
  emailGoneText:
    'Il a déjà servi, a expiré après 24 heures ou était destiné à un autre compte. Demandez-en un nouveau à la page de votre compte.',
  emailChanged: 'Votre adresse est changée.',
  back: 'Retour à votre compte',
  communities: 'Vos communautés',
  communitiesNone: 'Vous n’êtes dans aucune communauté.',
  programRoles: 'Vos rôles dans le programme',
  mails: {
    confirm: (email) => ({
      subject: 'Confirmez votre nouvelle adresse',
      paragraphs: [
        `Quelqu’un, sans doute vous, souhaite ouvrir ses sessions dans Waymark avec ${email}.`,
        'Ouvrez le lien pendant que votre session est ouverte et confirmez. Il fonctionne 24 heures. Si ce n’était pas vous, ne faites rien.',
      ],
      link: 'Confirmer l’adresse',
    }),
    changed: (email) => ({
      subject: 'Votre adresse a été changée',
      paragraphs: [
        `Votre compte Waymark utilise maintenant ${email}. Ce message est envoyé à votre ancienne adresse.`,
        'Si ce n’était pas vous, écrivez tout de suite aux responsables du programme.',
      ],
    }),
  },
}

export const ownMessages: Record<Language, typeof en> = { en, fr }
