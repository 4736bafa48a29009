import type { Language } from '../../platform/languages.ts'

const en = {
  toldTitle: 'Before you answer',
  told: [
    'You answer alone, for what you know. There are no wrong answers, and “don’t know” never lowers a score.',
    'Your answers are confidential inside the community. The lead sees that you answered, never what you answered.',
    'The advisor sees your answers under a code and your role, without your name, unless you give them on paper or by phone.',
    'The results show the answers of everyone together. With only a few people, others may still guess who said what.',
    'Your community may be a public body. Its records, this one included, can fall under access to information law.',
    'A note or a file can stay with you: then no staff of the program can read it.',
    'You can export, withdraw or delete your answers at any time on your own page.',
  ],
  toldByHand: 'Read this to the person, or hand it to them, before you enter what they say.',
  toldButton: 'I have read this. Begin',
  ownPage: 'Your own page',

  title: 'Your part of the diagnostic',
  entryTitle: (code: string) => `Enter answers for ${code}`,
  yourCode: (code: string) => `Your code is ${code}. Give it to the advisor if you want to answer by phone.`,
  joint: 'This is a joint answer of two people. Both of you can open and change it.',
  byHand: { self: '', paper: 'Entered from paper', phone: 'Entered by phone' },
  progress: (done: number, of: number) => `${done} of ${of} done`,
  resume: 'You can stop at any time and go on later, on any device.',
  goOn: 'Go on',
  begin: 'Begin',
  closes: (when: string) => `Open until the end of ${when}.`,
  asked: 'A question from the advisor',
  withdrawn: 'You withdrew your answers. They are left out of everything computed from now on.',

  carriedTitle: 'Bring what you answered before',
  carried: 'You brought a self-check with you. You can use its answers here. What you already answered here stays.',
  carriedButton: 'Use the answers of my self-check',
  importLabel: 'Answers file (CSV or JSON)',
  importHint: 'From the self-check or from an earlier export. What you already answered here stays.',
  importButton: 'Use the answers of this file',
  importError:
    'This file could not be read as answers of one person. Check it in the self-check, which names each problem.',
  filled: (n: number) =>
    n === 0
      ? 'There was nothing to add.'
      : `${n} ${n === 1 ? 'component was' : 'components were'} filled in. Please check them.`,

  pairTitle: 'Figures of two people',
  pairLead:
    'Two people answer here. From a figure of two, each can tell what the other said. May such figures be shown? They show only if both say yes.',
  pairYes: 'Yes, show them',
  pairNo: 'No, leave them out',
  pairIs: (agreed: boolean): string => (agreed ? 'You said yes.' : 'You have not said yes. The figures stay hidden.'),

  domainsTitle: 'Which of these are part of your work?',
  domainsHint: 'Every domain should have someone for whom it is daily work.',
  submitTitle: 'Hand in',
  submitLead: 'You can take your answers back and change them until the baseline is locked.',
  submitBlank: (n: number) =>
    `${n} ${n === 1 ? 'component is' : 'components are'} still open. Open ones stay blank and are never guessed.`,
  submitNothing: 'Answer at least one component first.',
  submitButton: 'Hand in my answers',
  submitFor: 'Hand in for this person',
  submitted: (when: string) => `Handed in on ${when}. Thank you.`,
  reopenButton: 'Take back and change',
  entryList: 'Back to the people',
  backToDiagnostic: 'Back to the diagnostic',

  questionTitle: (n: number, m: number, name: string) => `Question ${n} of ${m}: ${name}`,
  questionOf: (n: number, m: number) => `Question ${n} of ${m}`,
  all: 'All questions',
  previous: 'Back',
  following: 'Next question',
  save: 'Save and go on',
  toList: 'Save and see the list',
  toEvidence: 'Save and add a file or link',
  noteLabel: 'Note',
  noteHint:
    'What you saw, or what would show it. Please leave out names of people. The advisor can read it, unless it stays with you.',
  stays: 'This note stays with us',
  staysHint: 'No staff of the program can read it. It is in your own export only.',
  evidenceCount: (n: number) => `${n} ${n === 1 ? 'file or link' : 'files or links'} added`,
  conflictTitle: 'This answer was changed in the meantime',
  conflictLead: 'Nothing has been overwritten. Compare the two, then choose.',
  conflictBelow: 'What you sent is filled in below, so you can still change it.',
  conflictKeepYours: 'Save what you just sent',
  conflictKeepSaved: 'Keep what was saved',
  error: 'Error: ',
  closedBecause: {
    locked:
      'The baseline was locked in the meantime. What you sent is not saved. It still stands below, so you can copy it. To have an answer changed, write to the advisor or the lead.',
    closed:
      'The diagnostic has closed in the meantime. What you sent is not saved. It still stands below. Ask the lead to open it until a later day, then save again.',
    'handed-in':
      'You have handed in already, so this is not saved. Take your answers back first, on the list of all questions, then save again.',
  },
  readOnly: {
    locked: 'The baseline is locked. Answers can no longer be changed here.',
    closed: 'The diagnostic is closed. The lead can open it until a later day.',
    'handed-in': 'You have handed in. To change an answer, take your answers back on the list of all questions.',
  },

  evidenceTitle: (name: string) => `Files and links: ${name}`,
  evidenceLead: 'What would show your answer: a policy, a register, a page. This is optional.',
  evidenceEmpty: 'Nothing is added yet.',
  evidenceFile: 'File',
  evidenceFileHint: 'PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV or plain text, up to 10 MB.',
  evidenceLink: 'Or a link',
  evidenceLinkHint: 'It begins with https://',
  evidenceStays: 'This stays with us',
  evidenceStaysHint: 'No staff of the program can open it.',
  evidenceAdd: 'Add',
  evidenceRemove: (name: string) => `Remove ${name}`,
  evidenceNothing: 'Choose a file or enter a link.',
  evidenceBadLink: 'Enter a link that begins with https://, under 2,000 characters.',
  evidenceTooMany: 'There is room for five. Remove one first.',
  staysMark: 'stays with us',
  evidenceBack: 'Back to the question',

  responsesTitle: 'Answers by code',
  responsesLead:
    'Each person stands here by code and role, never by name. Do not share single answers. Every time this page is opened, the community’s log shows it.',
  responsesEmpty: 'Nobody has answered yet.',
  domains: 'Domains',
  respondent: 'Respondent',
  answerIs: 'Answer',
  note: 'Note',
  evidence: 'Evidence',
  changed: 'Changed after the lock',
  notHandedIn: 'Not handed in yet',
  returnTitle: 'Return with a question',
  returnLead: 'The person gets your question, can change the answers, and hands in again.',
  returnLabel: (code: string) => `Question to ${code}`,
  returnButton: (code: string) => `Return to ${code}`,
  returnError: 'Write the question, at least 10 characters.',
  returned: 'Returned with your question.',
  noneToReturn: 'Nobody has handed in, so there is nothing to return.',

  enterTitle: 'Enter answers for someone',
  enterLead: 'For people who answer on paper or by phone. Their answers are marked as such everywhere.',
  enterHow: 'How do they answer?',
  enterHows: { paper: 'On paper', phone: 'By phone' },
  enterName: 'Name',
  enterNameHint: 'Leave this empty if the person should be known by a code only. You and the lead can see it.',
  enterAdd: 'Add this person',
  enterChooseHow: 'Choose paper or phone.',
  enterList: 'People who have not handed in',
  enterOpen: (who: string) => `Enter for ${who}`,
  enterNone: 'Everyone has handed in.',
}

const fr: typeof en = {
  toldTitle: 'Avant de répondre',
  told: [
    'Vous répondez de votre côté, pour ce que vous connaissez. Il n’y a pas de mauvaise réponse, et «\u00a0je ne sais pas\u00a0» n’abaisse jamais un résultat.',
    'Vos réponses sont confidentielles dans la communauté. La personne responsable voit que vous avez répondu, jamais ce que vous avez répondu.',
    'La conseillère ou le conseiller voit vos réponses sous un code et votre rôle, sans votre nom, sauf si vous les donnez sur papier ou par téléphone.',
    'Les résultats montrent les réponses de tout le monde ensemble. À quelques personnes seulement, d’autres peuvent quand même deviner qui a dit quoi.',
    'Votre communauté est peut-être un organisme public. Ses documents, celui-ci compris, peuvent relever de la loi sur l’accès à l’information.',
    'Une note ou un fichier peut rester chez vous\u00a0: personne au programme ne peut alors le lire.',
    'Vous pouvez exporter, retirer ou supprimer vos réponses en tout temps dans votre page personnelle.',
  ],
  toldByHand: 'Lisez ceci à la personne, ou remettez-le-lui, avant de saisir ce qu’elle dit.',
  toldButton: 'J’ai lu ceci. Commencer',
  ownPage: 'Votre page personnelle',

  title: 'Votre partie du diagnostic',
  entryTitle: (code) => `Saisir les réponses de ${code}`,
  yourCode: (code) =>
    `Votre code est ${code}. Donnez-le à la conseillère ou au conseiller si vous voulez répondre par téléphone.`,
  joint: 'Ceci est une réponse commune de deux personnes. Vous pouvez toutes les deux l’ouvrir et la changer.',
  byHand: { self: '', paper: 'Saisi à partir du papier', phone: 'Saisi par téléphone' },
  progress: (done, of) => `${done} sur ${of}`,
  resume: 'Vous pouvez arrêter à tout moment et reprendre plus tard, sur n’importe quel appareil.',
  goOn: 'Poursuivre',
  begin: 'Commencer',
  closes: (when) => `Ouvert jusqu’à la fin du ${when}.`,
  asked: 'Une question de la conseillère ou du conseiller',
  withdrawn: 'Vous avez retiré vos réponses. Elles n’entrent plus dans aucun calcul à partir de maintenant.',

  carriedTitle: 'Reprendre ce que vous avez déjà répondu',
  carried:
    'Vous avez apporté un autodiagnostic. Vous pouvez en reprendre les réponses ici. Ce que vous avez déjà répondu ici reste.',
  carriedButton: 'Reprendre les réponses de mon autodiagnostic',
  importLabel: 'Fichier de réponses (CSV ou JSON)',
  importHint: 'De l’autodiagnostic ou d’une exportation antérieure. Ce que vous avez déjà répondu ici reste.',
  importButton: 'Reprendre les réponses de ce fichier',
  importError:
    'Ce fichier n’a pas pu être lu comme les réponses d’une personne. Vérifiez-le dans l’autodiagnostic, qui nomme chaque problème.',
  filled: (n) =>
    n === 0
      ? 'Il n’y avait rien à ajouter.'
      : `${n} ${n < 2 ? 'composante a été remplie. Vérifiez-la' : 'composantes ont été remplies. Vérifiez-les'}, s’il vous plaît.`,

  pairTitle: 'Chiffres de deux personnes',
  pairLead:
    'Deux personnes répondent ici. D’un chiffre de deux, chacune peut déduire ce que l’autre a dit. Peut-on montrer de tels chiffres? Ils ne paraissent que si les deux disent oui.',
  pairYes: 'Oui, les montrer',
  pairNo: 'Non, ne pas les montrer',
  pairIs: (agreed) => (agreed ? 'Vous avez dit oui.' : 'Vous n’avez pas dit oui. Les chiffres restent cachés.'),

  domainsTitle: 'Lesquels font partie de votre travail?',
  domainsHint: 'Chaque domaine devrait avoir quelqu’un dont c’est le quotidien.',
  submitTitle: 'Remettre',
  submitLead: 'Vous pouvez reprendre vos réponses et les changer jusqu’au verrouillage de la mesure de départ.',
  submitBlank: (n) =>
    `${n} ${n < 2 ? 'composante est encore ouverte' : 'composantes sont encore ouvertes'}. Ce qui est ouvert reste vide et n’est jamais deviné.`,
  submitNothing: 'Répondez d’abord à au moins une composante.',
  submitButton: 'Remettre mes réponses',
  submitFor: 'Remettre pour cette personne',
  submitted: (when) => `Remis le ${when}. Merci.`,
  reopenButton: 'Reprendre et changer',
  entryList: 'Retour aux personnes',
  backToDiagnostic: 'Retour au diagnostic',

  questionTitle: (n, m, name) => `Question ${n} sur ${m}\u00a0: ${name}`,
  questionOf: (n, m) => `Question ${n} sur ${m}`,
  all: 'Toutes les questions',
  previous: 'Retour',
  following: 'Question suivante',
  save: 'Enregistrer et continuer',
  toList: 'Enregistrer et voir la liste',
  toEvidence: 'Enregistrer et ajouter un fichier ou un lien',
  noteLabel: 'Note',
  noteHint:
    'Ce que vous avez vu ou ce qui le montrerait. N’y mettez pas de noms de personnes. La conseillère ou le conseiller peut la lire, sauf si elle reste chez vous.',
  stays: 'Cette note reste chez nous',
  staysHint: 'Personne au programme ne peut la lire. Elle figure seulement dans votre propre exportation.',
  evidenceCount: (n) => `${n} ${n < 2 ? 'fichier ou lien ajouté' : 'fichiers ou liens ajoutés'}`,
  conflictTitle: 'Cette réponse a été changée entre-temps',
  conflictLead: 'Rien n’a été remplacé. Comparez les deux, puis choisissez.',
  conflictBelow: 'Votre envoi est repris plus bas. Vous pouvez encore le changer.',
  conflictKeepYours: 'Enregistrer ce que vous venez d’envoyer',
  conflictKeepSaved: 'Garder ce qui était enregistré',
  error: 'Erreur\u00a0: ',
  closedBecause: {
    locked:
      'La mesure de départ a été verrouillée entre-temps. Votre envoi n’est pas enregistré. Il figure encore plus bas, et vous pouvez le copier. Pour faire changer une réponse, écrivez à la conseillère, au conseiller ou à la personne responsable.',
    closed:
      'Le diagnostic a fermé entre-temps. Votre envoi n’est pas enregistré. Il figure encore plus bas. Demandez à la personne responsable de le rouvrir jusqu’à une date ultérieure, puis enregistrez de nouveau.',
    'handed-in':
      'Vous avez déjà remis vos réponses. Ceci n’est donc pas enregistré. Reprenez d’abord vos réponses dans la liste de toutes les questions, puis enregistrez de nouveau.',
  },
  readOnly: {
    locked: 'La mesure de départ est verrouillée. Les réponses ne peuvent plus être changées ici.',
    closed: 'Le diagnostic est fermé. La personne responsable peut le rouvrir jusqu’à une date ultérieure.',
    'handed-in':
      'Vous avez remis vos réponses. Pour en changer une, reprenez-les dans la liste de toutes les questions.',
  },

  evidenceTitle: (name) => `Fichiers et liens\u00a0: ${name}`,
  evidenceLead: 'Ce qui montrerait votre réponse\u00a0: une politique, un registre, une page. C’est facultatif.',
  evidenceEmpty: 'Rien n’est encore ajouté.',
  evidenceFile: 'Fichier',
  evidenceFileHint: 'PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV ou texte simple, jusqu’à 10 Mo.',
  evidenceLink: 'Ou un lien',
  evidenceLinkHint: 'Il commence par https://',
  evidenceStays: 'Ceci reste chez nous',
  evidenceStaysHint: 'Personne au programme ne peut l’ouvrir.',
  evidenceAdd: 'Ajouter',
  evidenceRemove: (name) => `Retirer ${name}`,
  evidenceNothing: 'Choisissez un fichier ou entrez un lien.',
  evidenceBadLink: 'Entrez un lien qui commence par https://, de moins de 2\u00a0000 caractères.',
  evidenceTooMany: 'Il y a de la place pour cinq. Retirez-en un d’abord.',
  staysMark: 'reste chez nous',
  evidenceBack: 'Retour à la question',

  responsesTitle: 'Réponses par code',
  responsesLead:
    'Chaque personne figure ici par son code et son rôle, jamais par son nom. Ne communiquez pas de réponses isolées. Chaque ouverture de cette page figure au journal de la communauté.',
  responsesEmpty: 'Personne n’a encore répondu.',
  domains: 'Domaines',
  respondent: 'Personne',
  answerIs: 'Réponse',
  note: 'Note',
  evidence: 'Pièces à l’appui',
  changed: 'Changé après le verrouillage',
  notHandedIn: 'Pas encore remis',
  returnTitle: 'Retourner avec une question',
  returnLead: 'La personne reçoit votre question, peut changer ses réponses et les remet de nouveau.',
  returnLabel: (code) => `Question à ${code}`,
  returnButton: (code) => `Retourner à ${code}`,
  returnError: 'Écrivez la question, en au moins 10 caractères.',
  returned: 'Retourné avec votre question.',
  noneToReturn: 'Personne n’a remis de réponses. Il n’y a rien à retourner.',

  enterTitle: 'Saisir les réponses de quelqu’un',
  enterLead:
    'Pour les personnes qui répondent sur papier ou par téléphone. Leurs réponses sont partout indiquées comme telles.',
  enterHow: 'Comment répond cette personne?',
  enterHows: { paper: 'Sur papier', phone: 'Par téléphone' },
  enterName: 'Nom',
  enterNameHint:
    'Laissez vide si la personne doit être connue par un code seulement. Vous et la personne responsable pouvez le voir.',
  enterAdd: 'Ajouter cette personne',
  enterChooseHow: 'Choisissez papier ou téléphone.',
  enterList: 'Personnes qui n’ont pas remis leurs réponses',
  enterOpen: (who) => `Saisir pour ${who}`,
  enterNone: 'Tout le monde a remis ses réponses.',
}

/** The words of the pages on which people answer, and on which the advisor reads and enters answers. */
export const answerMessages: Record<Language, typeof en> = { en, fr }
export type AnswerWordings = typeof en
