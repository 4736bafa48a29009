import type { Language } from '../../platform/languages.ts'

const people = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`

const en = {
  title: 'Diagnostic',
  lead: 'People who know the community answer the same questions, each on their own. Together, their answers show where the community stands today.',
  notYet: 'The diagnostic begins after the needs interview.',
  notOpen: 'The lead has not opened the diagnostic yet.',
  paper: 'Print the questionnaire (PDF)',

  openTitle: 'Open the diagnostic',
  openLead: 'This is what we suggest from the community’s profile. None of it changes a score.',
  formTitle: 'Form',
  forms: {
    short: (n: number) => `Short form: the ${n} core components`,
    full: (n: number) => `Full form: all ${n} components`,
  },
  formHint: 'You can give a person other components later.',
  variantTitle: 'Wording',
  closesLabel: 'Open until the end of',
  closesHint: (zone: string) => `Ten days are usual. Two reminders go out on their own. Time zone: ${zone}.`,
  closesError: 'Choose a day from tomorrow on, at most 90 days away.',
  openButton: 'Open and invite people',
  formNames: { short: 'Short form', full: 'Full form' },

  openUntil: (when: string) => `Open until the end of ${when}.`,
  closedSince: (when: string) => `Closed since the end of ${when}. The lead can open it again until a later day.`,
  lockedSince: (when: string) => `Locked since ${when}. Answers, wording and release are frozen.`,
  handedIn: (n: number, of: number) => `${n} of ${people(of)} handed in.`,
  least: (n: number) => `For a community of this size, at least ${n} should answer.`,
  leastMet: 'There are enough answers for a community of this size.',
  overridden: (reason: string) => `Going on with fewer people, for this reason: ${reason}`,
  unlocked: (reason: string) => `Opened again after it was locked, for this reason: ${reason}`,
  noVoice: 'No one has said yet that these domains are part of their work:',

  ownTitle: 'Your part',
  ownBegin: 'Answer your part',
  ownGoOn: (done: number, of: number) => `Go on with your part (${done} of ${of} done)`,
  ownSee: 'See what you handed in',
  ownLook: (done: number, of: number) => `See your part (${done} of ${of} done)`,
  notInvited: 'You are not among those who were invited to answer. The community’s lead can add you.',

  whoTitle: 'Who answers',
  whoLead:
    'You see how far each person is, never what they answered. A joint answer, or one by paper or phone, is marked as such.',
  whoLeadByCode:
    'You see how far each person is, by code and role. A joint answer, or one by paper or phone, is marked as such.',
  whoEmpty: 'No one is invited yet.',
  person: 'Person',
  code: 'Code',
  role: 'Role',
  done: 'Done',
  doneOf: (done: number, of: number) => `${done} of ${of}`,
  state: 'State',
  states: {
    invited: 'Invited',
    answering: 'Answering',
    'handed-in': 'Handed in',
    returned: 'Returned with a question',
    withdrawn: 'Withdrew their answers',
  },
  kinds: { member: '', joint: 'joint answer', paper: 'on paper', phone: 'by phone' },
  change: 'Parts, reminder, removal',
  inviteTitle: 'Invite more people',
  inviteMembers: 'Members of the community',
  inviteMembersHint: 'They get a message with a link.',
  inviteMembersButton: 'Invite',
  inviteNobody: 'Choose at least one person.',
  inviteMail: 'Someone who is not a member yet',
  email: 'E-mail address',
  roleLabel: 'Their role',
  roleHint: 'For example: public works, library, council. No names.',
  mailLanguage: 'Language of the message',
  inviteMailButton: 'Send the invitation',
  inviteProblems: {
    'no-address': 'Enter an e-mail address, like name@example.org.',
    'already-member': 'This person is a member already. Choose them in the list above.',
    'already-invited':
      'This person was invited to the community already. They can join the diagnostic once they accept.',
    'too-many': 'This community has sent many invitations today. Try again tomorrow.',
    'already-here': 'This person is among those who answer already.',
  },
  roleError: 'Keep the role under 120 characters.',
  jointTitle: 'Two people who answer together',
  jointLead:
    'With two people, the figures would tell each the answer of the other. They can give one joint answer instead. Both can open it.',
  jointChoose: 'Choose two people who have not begun yet.',
  jointButton: 'Make it one joint answer',
  closesChange: 'Change the closing day',
  closesButton: 'Save the day',
  saved: 'Saved.',

  lockLink: 'Lock the baseline',
  lockTitle: 'Lock the baseline',
  lockLead:
    'Locking freezes answers, wording and release. The report card is computed from them. Answers that were not handed in are left out.',
  lockOpen: (n: number) =>
    `${people(n)} ${n === 1 ? 'has' : 'have'} not handed in yet. Their answers will be left out.`,
  lockButton: 'Lock the baseline now',
  lockNobody: 'Nobody has handed in answers yet, so there is nothing to lock.',
  lockTooFew: (n: number, least: number) =>
    `${people(n)} handed in. At least ${least} should, for a community of this size. You can wait, invite more, or go on with a reason.`,
  lockTooFewWait: (n: number, least: number) =>
    `${people(n)} handed in. At least ${least} should, for a community of this size. You can wait or invite more. The advisor can go on with fewer, with a reason.`,
  overrideReason: 'Why are fewer people enough here?',
  overrideHint: 'This reason is kept on the record and shown with the results.',
  overrideButton: 'Go on with fewer people',
  reasonError: 'Give a reason of at least 10 characters.',
  unlockTitle: 'Open it again',
  unlockLead:
    'Answers can then be changed until the baseline is locked again. Each change is kept beside what was said before. What was published stays as it is.',
  unlockReason: 'Why must answers change?',
  unlockButton: 'Open the baseline again',
  unlockBack: 'To change answers after the lock, first go back to the stage Diagnostic, with a reason.',
  lockedGoOn: 'Go on to the next stage',

  respondentTitle: (name: string) => `Parts of ${name}`,
  partsTitle: 'What they are asked',
  partsHint: 'Tick the components this person knows. Ticked by default: everything in the form.',
  partsNone: 'Choose at least one component.',
  partsButton: 'Save the parts',
  parts: 'Component',
  remindTitle: 'Reminder',
  remindLead: 'Two reminders go out on their own: half-way, and a day before the close. You can send one more a day.',
  remindButton: 'Send a reminder now',
  remindToday: 'A reminder went out less than a day ago.',
  remindDone: 'They have handed in. No reminder is needed.',
  remindNoAddress: 'There is no e-mail address for this person.',
  reminded: 'The reminder is on its way.',
  removeTitle: 'Remove from the diagnostic',
  removeLead: 'What this person answered is left out of the results. It stays theirs to export. This cannot be undone.',
  removeButton: 'Remove this person',
  backToDiagnostic: 'Back to the diagnostic',
}

const fr: typeof en = {
  title: 'Diagnostic',
  lead: 'Des personnes qui connaissent la communauté répondent aux mêmes questions, chacune de son côté. Ensemble, leurs réponses montrent où en est la communauté aujourd’hui.',
  notYet: 'Le diagnostic commence après l’entrevue sur les besoins.',
  notOpen: 'La personne responsable n’a pas encore ouvert le diagnostic.',
  paper: 'Imprimer le questionnaire (PDF)',

  openTitle: 'Ouvrir le diagnostic',
  openLead: 'Voici ce que nous proposons d’après le profil de la communauté. Rien de cela ne change un résultat.',
  formTitle: 'Formulaire',
  forms: {
    short: (n) => `Formulaire court\u00a0: les ${n} composantes de base`,
    full: (n) => `Formulaire complet\u00a0: les ${n} composantes`,
  },
  formHint: 'Vous pourrez confier d’autres composantes à une personne plus tard.',
  variantTitle: 'Formulation',
  closesLabel: 'Ouvert jusqu’à la fin du',
  closesHint: (zone) =>
    `Dix jours est la durée habituelle. Deux rappels partent tout seuls. Fuseau horaire\u00a0: ${zone}.`,
  closesError: 'Choisissez un jour à partir de demain, dans 90 jours au plus.',
  openButton: 'Ouvrir et inviter des personnes',
  formNames: { short: 'Formulaire court', full: 'Formulaire complet' },

  openUntil: (when) => `Ouvert jusqu’à la fin du ${when}.`,
  closedSince: (when) =>
    `Fermé depuis la fin du ${when}. La personne responsable peut le rouvrir jusqu’à une date ultérieure.`,
  lockedSince: (when) => `Verrouillé depuis le ${when}. Les réponses, les textes et la version publiée sont figés.`,
  handedIn: (n, of) => `Réponses remises\u00a0: ${n} sur ${of}.`,
  least: (n) =>
    `Pour une communauté de cette taille, au moins ${n} ${n < 2 ? 'personne devrait' : 'personnes devraient'} répondre.`,
  leastMet: 'Il y a assez de réponses pour une communauté de cette taille.',
  overridden: (reason) => `On poursuit avec moins de personnes, pour cette raison\u00a0: ${reason}`,
  unlocked: (reason) => `Rouvert après avoir été verrouillé, pour cette raison\u00a0: ${reason}`,
  noVoice: 'Personne n’a encore dit que ces domaines font partie de son travail\u00a0:',

  ownTitle: 'Votre partie',
  ownBegin: 'Répondre à votre partie',
  ownGoOn: (done, of) => `Poursuivre votre partie (${done} sur ${of})`,
  ownSee: 'Voir ce que vous avez remis',
  ownLook: (done, of) => `Voir votre partie (${done} sur ${of})`,
  notInvited:
    'Vous n’êtes pas parmi les personnes invitées à répondre. La personne responsable de la communauté peut vous ajouter.',

  whoTitle: 'Qui répond',
  whoLead:
    'Vous voyez où en est chaque personne, jamais ce qu’elle a répondu. Une réponse commune, sur papier ou par téléphone est indiquée comme telle.',
  whoLeadByCode:
    'Vous voyez où en est chaque personne, par code et par rôle. Une réponse commune, sur papier ou par téléphone est indiquée comme telle.',
  whoEmpty: 'Personne n’est encore invité.',
  person: 'Personne',
  code: 'Code',
  role: 'Rôle',
  done: 'Fait',
  doneOf: (done, of) => `${done} sur ${of}`,
  state: 'État',
  states: {
    invited: 'Invitation envoyée',
    answering: 'En cours',
    'handed-in': 'Remis',
    returned: 'Retourné avec une question',
    withdrawn: 'Réponses retirées',
  },
  kinds: { member: '', joint: 'réponse commune', paper: 'sur papier', phone: 'par téléphone' },
  change: 'Parties, rappel, retrait',
  inviteTitle: 'Inviter d’autres personnes',
  inviteMembers: 'Membres de la communauté',
  inviteMembersHint: 'Ces personnes reçoivent un message avec un lien.',
  inviteMembersButton: 'Inviter',
  inviteNobody: 'Choisissez au moins une personne.',
  inviteMail: 'Quelqu’un qui n’est pas encore membre',
  email: 'Adresse courriel',
  roleLabel: 'Son rôle',
  roleHint: 'Par exemple\u00a0: travaux publics, bibliothèque, conseil. Pas de noms.',
  mailLanguage: 'Langue du message',
  inviteMailButton: 'Envoyer l’invitation',
  inviteProblems: {
    'no-address': 'Entrez une adresse courriel, comme nom@exemple.org.',
    'already-member': 'Cette personne est déjà membre. Choisissez-la dans la liste ci-dessus.',
    'already-invited':
      'Cette personne est déjà invitée dans la communauté. Elle pourra se joindre au diagnostic quand elle aura accepté.',
    'too-many': 'Cette communauté a envoyé beaucoup d’invitations aujourd’hui. Réessayez demain.',
    'already-here': 'Cette personne est déjà parmi celles qui répondent.',
  },
  roleError: 'Limitez le rôle à 120 caractères.',
  jointTitle: 'Deux personnes qui répondent ensemble',
  jointLead:
    'À deux, les chiffres révéleraient à chaque personne la réponse de l’autre. Elles peuvent plutôt donner une seule réponse commune. Les deux peuvent l’ouvrir.',
  jointChoose: 'Choisissez deux personnes qui n’ont pas encore commencé.',
  jointButton: 'En faire une réponse commune',
  closesChange: 'Changer la date de fermeture',
  closesButton: 'Enregistrer la date',
  saved: 'Enregistré.',

  lockLink: 'Verrouiller la mesure de départ',
  lockTitle: 'Verrouiller la mesure de départ',
  lockLead:
    'Le verrouillage fige les réponses, les textes et la version publiée. Le bilan des capacités est calculé à partir de là. Les réponses qui n’ont pas été remises n’y entrent pas.',
  lockOpen: (n) =>
    `${n} ${n < 2 ? 'personne n’a pas encore remis ses réponses. Elles n’y entreront pas.' : 'personnes n’ont pas encore remis leurs réponses. Elles n’y entreront pas.'}`,
  lockButton: 'Verrouiller maintenant',
  lockNobody: 'Personne n’a encore remis de réponses. Il n’y a rien à verrouiller.',
  lockTooFew: (n, least) =>
    `Réponses remises\u00a0: ${n}. Il en faudrait au moins ${least} pour une communauté de cette taille. Vous pouvez attendre, inviter d’autres personnes ou poursuivre en donnant une raison.`,
  lockTooFewWait: (n, least) =>
    `Réponses remises\u00a0: ${n}. Il en faudrait au moins ${least} pour une communauté de cette taille. Vous pouvez attendre ou inviter d’autres personnes. La conseillère ou le conseiller peut poursuivre avec moins, en donnant une raison.`,
  overrideReason: 'Pourquoi moins de personnes suffisent-elles ici?',
  overrideHint: 'Cette raison est consignée et montrée avec les résultats.',
  overrideButton: 'Poursuivre avec moins de personnes',
  reasonError: 'Donnez une raison d’au moins 10 caractères.',
  unlockTitle: 'Rouvrir',
  unlockLead:
    'Les réponses pourront changer jusqu’au prochain verrouillage. Chaque changement est gardé à côté de ce qui avait été dit. Ce qui est publié reste tel quel.',
  unlockReason: 'Pourquoi des réponses doivent-elles changer?',
  unlockButton: 'Rouvrir la mesure de départ',
  unlockBack:
    'Pour changer des réponses après le verrouillage, revenez d’abord à l’étape Diagnostic, en donnant une raison.',
  lockedGoOn: 'Passer à l’étape suivante',

  respondentTitle: (name) => `Parties confiées à ${name}`,
  partsTitle: 'Ce qu’on lui demande',
  partsHint: 'Cochez les composantes que cette personne connaît. Cochées au départ\u00a0: toutes celles du formulaire.',
  partsNone: 'Choisissez au moins une composante.',
  partsButton: 'Enregistrer les parties',
  parts: 'Composante',
  remindTitle: 'Rappel',
  remindLead:
    'Deux rappels partent tout seuls\u00a0: à mi-chemin et la veille de la fermeture. Vous pouvez en envoyer un de plus par jour.',
  remindButton: 'Envoyer un rappel maintenant',
  remindToday: 'Un rappel est parti il y a moins d’une journée.',
  remindDone: 'Les réponses sont remises. Aucun rappel n’est nécessaire.',
  remindNoAddress: 'Il n’y a pas d’adresse courriel pour cette personne.',
  reminded: 'Le rappel est en route.',
  removeTitle: 'Retirer du diagnostic',
  removeLead:
    'Ce que cette personne a répondu n’entre pas dans les résultats. Elle peut toujours l’exporter. Ce retrait est définitif.',
  removeButton: 'Retirer cette personne',
  backToDiagnostic: 'Retour au diagnostic',
}

/** The words of the pages on which a round is opened, followed and locked. */
export const diagnosticMessages: Record<Language, typeof en> = { en, fr }
export type DiagnosticWords = typeof en
