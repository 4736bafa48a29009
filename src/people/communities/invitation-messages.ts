import type { MemberRole } from '../../domain/access.ts'
import type { Language } from '../../platform/languages.ts'
import type { InvitationState } from './invitation.ts'
import type { InviteProblem } from './invite.ts'

const en = {
  asRole: {
    lead: 'community lead',
    contributor: 'contributor',
    steward: 'data steward',
  } as Record<MemberRole, string>,
  mail: (m: { community: string; inviter: string; role: string; until: string }) => ({
    subject: `${m.inviter} invites you to ${m.community} on Waymark`,
    paragraphs: [
      `${m.inviter} invites you to take part for ${m.community} as ${m.role}.`,
      'Open the link to see what it is about. Nothing happens until you accept. You sign in with this address; no password is needed.',
      `The link works until ${m.until}. If you did not expect this, do nothing.`,
    ],
    link: 'See the invitation',
  }),

  // The page that the link opens
  title: (community: string) => `Invitation from ${community}`,
  invites: (inviter: string, community: string, role: string) =>
    `${inviter} invites you to join ${community} as ${role}.`,
  invitesNobody: (community: string, role: string) => `You are invited to join ${community} as ${role}.`,
  whatRole: {
    lead: 'A lead runs the journey for the community: invites people, decides the priorities, and speaks for it towards the advisor.',
    contributor:
      'A contributor answers the questions they know. Your answers are yours: the lead does not see who answered what.',
    steward: 'A data steward says who may use the community’s data and for what, and can take a yes back at any time.',
  } as Record<MemberRole, string>,
  whatHappens: 'What happens next',
  steps: [
    'You sign in with the address that got this invitation. We send a link to it; there is no password.',
    'You come back to this page and accept, or say no.',
    'You can leave the community again whenever you wish.',
  ],
  signIn: 'Sign in to answer',
  accept: 'Accept',
  decline: 'No, thank you',
  otherAddress: (invited: string, own: string) =>
    `This invitation was sent to ${invited}. You are signed in as ${own}.`,
  confirmOther: (own: string) => `This is me. Accept as ${own}`,
  confirmError: 'Confirm that the invitation is for you, or sign in with the address that got it',
  until: (date: string) => `You can answer until ${date}.`,
  already: 'You are in this community already, in another role. Accepting adds this one.',
  closedTitle: {
    expired: 'This invitation has run out',
    revoked: 'This invitation was taken back',
    declined: 'This invitation was answered',
    accepted: 'This invitation was used',
  } as Record<Exclude<InvitationState, 'open'>, string>,
  closedText: {
    expired:
      'Invitations work for two weeks. Ask the person who invited you to send it again; it takes them one click.',
    revoked: 'The community took it back. If you think that is a mistake, ask the person who invited you.',
    declined: 'Someone said no to it from this link. If that was a mistake, ask for a new one.',
    accepted: 'It has been accepted from this link already. If that was you, sign in to find the community.',
  } as Record<Exclude<InvitationState, 'open'>, string>,
  unknownTitle: 'This link leads to no invitation',
  unknownText:
    'When an invitation is sent again, the link of the earlier mail stops working. Look for the newest mail, or ask for a new one.',
  toStart: 'Go to your work',
  declinedTitle: 'You said no',
  declinedText: 'Nothing about you was added. Whoever invited you sees that you declined.',

  // The list that leads see
  listTitle: 'Invitations',
  sentTitle: 'Sent so far',
  inviteTitle: 'Invite someone',
  email: 'E-mail address',
  emailHint: 'Work address, if there is one.',
  role: 'Role',
  titleLabel: 'What they do there',
  languageLabel: 'Language of the mail',
  send: 'Send the invitation',
  none: 'Nobody has been invited yet.',
  head: ['Address', 'Role', 'State', 'Sent', 'What to do'],
  states: {
    open: 'waiting',
    expired: 'run out',
    accepted: 'accepted',
    declined: 'declined',
    revoked: 'taken back',
  } as Record<InvitationState, string>,
  acceptedBy: (name: string) => `accepted by ${name}`,
  resend: 'Send again',
  revoke: 'Take back',
  resendFor: (email: string) => `Send again to ${email}`,
  revokeFor: (email: string) => `Take back the invitation to ${email}`,
  sent: (email: string) => `The invitation to ${email} is on its way.`,
  sentAgain: 'The invitation is on its way again. The earlier link no longer works.',
  notSent: 'Nothing was sent: it was answered, taken back, or sent less than a minute ago.',
  takenBack: 'The invitation is taken back. Its link no longer works.',
  problems: {
    'no-address': 'Enter an e-mail address, like name@example.org',
    'already-member': 'This person has this role already',
    'already-invited': 'This address is invited already. You can send it again below',
    'too-many': 'Many invitations went out today. Wait until tomorrow',
  } as Record<InviteProblem, string>,
  roleError: 'Choose a role that you may give',
}

const fr: typeof en = {
  asRole: {
    lead: 'responsable communautaire',
    contributor: 'collaboratrice ou collaborateur',
    steward: 'intendante ou intendant des données',
  },
  mail: (m) => ({
    subject: `${m.inviter} vous invite à vous joindre à ${m.community} dans Waymark`,
    paragraphs: [
      `${m.inviter} vous invite à participer pour ${m.community} à titre de ${m.role}.`,
      'Ouvrez le lien pour voir de quoi il s’agit. Rien ne se passe avant que vous acceptiez. Vous ouvrez une session avec cette adresse, sans mot de passe.',
      `Le lien fonctionne jusqu’au ${m.until}. Si vous n’attendiez pas cette invitation, ne faites rien.`,
    ],
    link: 'Voir l’invitation',
  }),

  title: (community) => `Invitation de ${community}`,
  invites: (inviter, community, role) => `${inviter} vous invite à vous joindre à ${community} à titre de ${role}.`,
  invitesNobody: (community, role) => `On vous invite à vous joindre à ${community} à titre de ${role}.`,
  whatRole: {
    lead: 'La personne responsable mène la démarche pour la communauté\u00a0: elle invite les gens, décide des priorités et parle au nom de la communauté.',
    contributor:
      'Vous répondez aux questions que vous connaissez. Vos réponses sont à vous\u00a0: la personne responsable ne voit pas qui a répondu quoi.',
    steward:
      'L’intendance des données, c’est dire qui peut utiliser les données de la communauté et à quelle fin. Un oui peut être retiré en tout temps.',
  },
  whatHappens: 'Ce qui se passe ensuite',
  steps: [
    'Vous ouvrez une session avec l’adresse qui a reçu cette invitation. Nous y envoyons un lien; il n’y a pas de mot de passe.',
    'Vous revenez à cette page et acceptez, ou dites non.',
    'Vous pouvez quitter la communauté quand vous voulez.',
  ],
  signIn: 'Ouvrir une session pour répondre',
  accept: 'Accepter',
  decline: 'Non, merci',
  otherAddress: (invited, own) =>
    `Cette invitation a été envoyée à ${invited}. Votre session est ouverte au nom de ${own}.`,
  confirmOther: (own) => `C’est bien moi. Accepter au nom de ${own}`,
  confirmError: 'Confirmez que l’invitation est pour vous ou ouvrez une session avec l’adresse qui l’a reçue',
  until: (date) => `Vous pouvez répondre jusqu’au ${date}.`,
  already: 'Vous faites déjà partie de cette communauté, dans un autre rôle. En acceptant, vous ajoutez celui-ci.',
  closedTitle: {
    expired: 'Cette invitation n’est plus valide',
    revoked: 'Cette invitation a été retirée',
    declined: 'On a déjà répondu à cette invitation',
    accepted: 'Cette invitation a déjà servi',
  },
  closedText: {
    expired:
      'Une invitation est valide deux semaines. Demandez à la personne qui vous l’a fait parvenir de la renvoyer; un clic lui suffit.',
    revoked:
      'La communauté l’a retirée. Si vous croyez à une erreur, parlez-en à la personne qui vous l’avait fait parvenir.',
    declined: 'Quelqu’un a dit non au moyen de ce lien. Si c’était une erreur, demandez une nouvelle invitation.',
    accepted:
      'Elle a déjà été acceptée au moyen de ce lien. Si c’était vous, ouvrez une session pour trouver la communauté.',
  },
  unknownTitle: 'Ce lien ne mène à aucune invitation',
  unknownText:
    'Quand une invitation est renvoyée, le lien du courriel précédent cesse de fonctionner. Cherchez le courriel le plus récent ou demandez une nouvelle invitation.',
  toStart: 'Aller à votre travail',
  declinedTitle: 'Vous avez dit non',
  declinedText: 'Rien à votre sujet n’a été ajouté. La personne qui vous l’a fait parvenir voit que vous avez décliné.',

  listTitle: 'Invitations',
  sentTitle: 'Déjà envoyées',
  inviteTitle: 'Inviter quelqu’un',
  email: 'Adresse courriel',
  emailHint: 'L’adresse au travail, s’il y en a une.',
  role: 'Rôle',
  titleLabel: 'Ce que la personne y fait',
  languageLabel: 'Langue du courriel',
  send: 'Envoyer l’invitation',
  none: 'Personne n’a encore été invité.',
  head: ['Adresse', 'Rôle', 'État', 'Envoi', 'À faire'],
  states: {
    open: 'en attente',
    expired: 'expirée',
    accepted: 'acceptée',
    declined: 'déclinée',
    revoked: 'retirée',
  },
  acceptedBy: (name) => `acceptée par ${name}`,
  resend: 'Renvoyer',
  revoke: 'Retirer',
  resendFor: (email) => `Renvoyer à ${email}`,
  revokeFor: (email) => `Retirer l’invitation à ${email}`,
  sent: (email) => `L’invitation à ${email} est partie.`,
  sentAgain: 'L’invitation est repartie. Le lien précédent ne fonctionne plus.',
  notSent:
    'Rien n’a été envoyé\u00a0: on y a répondu, elle a été retirée ou elle est partie il y a moins d’une minute.',
  takenBack: 'L’invitation est retirée. Son lien ne fonctionne plus.',
  problems: {
    'no-address': 'Écrivez une adresse courriel, comme nom@exemple.org',
    'already-member': 'Cette personne a déjà ce rôle',
    'already-invited': 'Cette adresse est déjà invitée. Vous pouvez renvoyer l’invitation plus bas',
    'too-many': 'Beaucoup d’invitations sont parties aujourd’hui. Attendez à demain',
  },
  roleError: 'Choisissez un rôle que vous pouvez donner',
}

export const invitationMessages: Record<Language, typeof en> = { en, fr }
