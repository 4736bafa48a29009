import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'People of the community',
  lead: 'Who takes part for the community, and what they may do. Answers stay with whoever gave them, also here.',
  head: ['Name', 'Address', 'Roles', 'Since'],
  headChange: 'What to do',
  change: 'Change',
  changeFor: (name: string) => `Change the roles of ${name}`,
  awaited: (n: number) => `${n} ${n === 1 ? 'invitation is' : 'invitations are'} waiting for an answer`,
  invite: 'Invite someone',
  staffTitle: 'Advisors and experts',
  staffNone: 'No advisor or expert is assigned.',
  caption: 'Members',

  memberTitle: (name: string) => `Roles of ${name}`,
  roles: 'Roles',
  rolesHint: 'Someone may have several. Only a lead makes or unmakes a lead.',
  save: 'Save the roles',
  remove: 'Take out of the community',
  removeText: (name: string) =>
    `${name} will no longer see the community. Their answers stay in results that are already worked out, and stay theirs.`,
  removeConfirm: (name: string) => `Yes, take ${name} out`,
  removeError: 'Confirm that this person should be taken out',
  errors: {
    'no-such-member': 'This person is no longer in the community',
    'no-role': 'Choose at least one role, or take the person out below',
    'last-lead': 'A community always has a lead. Make someone else a lead first',
    'only-leads-make-leads': 'Only a lead makes or unmakes a lead',
    'no-such-successor': 'Choose someone of the community',
  },
  saved: (name: string) => `The roles of ${name} are saved.`,
  removed: 'This person is no longer in the community.',

  leaveTitle: (community: string) => `Leave ${community}`,
  leaveText: [
    'You will no longer see the community and its journeys.',
    'The record belongs to the community and stays with it. Your own answers stay in results that are already worked out.',
  ],
  leaveOwn:
    'To take your answers out of what is worked out from now on, or to export them, use your account page first.',
  toData: 'Your data',
  successor: 'Who leads after you?',
  successorHint: 'You are the only lead. The person you choose becomes one at once and gets a message.',
  nobodyTitle: 'You are the only person here',
  nobodyText:
    'A community always has a lead. Invite someone first; once they have accepted, you can hand over and leave.',
  leave: 'Leave the community',
  leaveHandOver: 'Hand over and leave',
  mail: (m: { community: string; from: string }) => ({
    subject: `You now lead ${m.community}`,
    paragraphs: [
      `${m.from} has left ${m.community} and handed the lead to you.`,
      'You can invite others, decide the priorities, and hand over in the same way.',
    ],
    link: 'Open the community',
  }),
}

const fr: typeof en = {
  title: 'Personnes de la communauté',
  lead: 'Qui participe pour la communauté et ce que chaque personne peut faire. Les réponses restent à qui les a données, ici aussi.',
  head: ['Nom', 'Adresse', 'Rôles', 'Depuis'],
  headChange: 'À faire',
  change: 'Modifier',
  changeFor: (name) => `Modifier les rôles de ${name}`,
  awaited: (n) => `${n} ${n < 2 ? 'invitation attend' : 'invitations attendent'} une réponse`,
  invite: 'Inviter quelqu’un',
  staffTitle: 'Conseil et expertise',
  staffNone: 'Aucune conseillère, aucun conseiller ni spécialiste n’est affecté.',
  caption: 'Membres',

  memberTitle: (name) => `Rôles de ${name}`,
  roles: 'Rôles',
  rolesHint: 'Une personne peut en avoir plusieurs. Seule une personne responsable peut donner ou retirer ce rôle.',
  save: 'Enregistrer les rôles',
  remove: 'Retirer de la communauté',
  removeText: (name) =>
    `${name} ne verra plus la communauté. Ses réponses restent dans les résultats déjà calculés et lui appartiennent toujours.`,
  removeConfirm: (name) => `Oui, retirer ${name}`,
  removeError: 'Confirmez que cette personne doit être retirée',
  errors: {
    'no-such-member': 'Cette personne ne fait plus partie de la communauté',
    'no-role': 'Choisissez au moins un rôle ou retirez la personne plus bas',
    'last-lead': 'Une communauté a toujours une personne responsable. Nommez-en d’abord une autre',
    'only-leads-make-leads': 'Seule une personne responsable peut donner ou retirer ce rôle',
    'no-such-successor': 'Choisissez une personne de la communauté',
  },
  saved: (name) => `Les rôles de ${name} sont enregistrés.`,
  removed: 'Cette personne ne fait plus partie de la communauté.',

  leaveTitle: (community) => `Quitter ${community}`,
  leaveText: [
    'Vous ne verrez plus la communauté ni ses démarches.',
    'Le dossier appartient à la communauté et reste avec elle. Vos propres réponses restent dans les résultats déjà calculés.',
  ],
  leaveOwn:
    'Pour retirer vos réponses de ce qui sera calculé à partir de maintenant, ou pour les exporter, passez d’abord par la page de votre compte.',
  toData: 'Vos données',
  successor: 'Qui prend le relais?',
  successorHint:
    'Vous êtes la seule personne responsable. La personne choisie le devient aussitôt et reçoit un message.',
  nobodyTitle: 'Il n’y a que vous ici',
  nobodyText:
    'Une communauté a toujours une personne responsable. Invitez d’abord quelqu’un; dès que la personne aura accepté, vous pourrez lui passer le relais et partir.',
  leave: 'Quitter la communauté',
  leaveHandOver: 'Passer le relais et quitter',
  mail: (m) => ({
    subject: `Vous êtes maintenant responsable de ${m.community}`,
    paragraphs: [
      `${m.from} a quitté ${m.community} et vous a passé le relais.`,
      'Vous pouvez inviter d’autres personnes, décider des priorités et passer le relais de la même façon.',
    ],
    link: 'Ouvrir la communauté',
  }),
}

export const membersMessages: Record<Language, typeof en> = { en, fr }
