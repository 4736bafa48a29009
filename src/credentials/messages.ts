import type { Language } from '../platform/languages.ts'

const en = {
  // The certificate and the credential
  kinds: {
    course: {
      name: 'Course',
      described: (title: string, day: string) => `Finished the course “${title}” on ${day}.`,
      rule: 'Whoever holds this has gone through the whole course: every part of it, each exercise, and the check at its end.',
      objectives: 'What the course teaches:',
      did: 'has finished the course',
    },
    pathway: {
      name: 'Learning pathway',
      described: (title: string, day: string) => `Finished the learning pathway “${title}” on ${day}.`,
      rule: 'Whoever holds this has done their part of every item of the pathway.',
      objectives: 'Items of the pathway:',
      did: 'has finished the learning pathway',
    },
  },
  hours: (hours: number) => `About ${hours} ${hours === 1 ? 'hour' : 'hours'} of learning.`,

  // One's own list
  title: 'Certificates',
  lead: 'What you finished, as a certificate that you can print and a signed file that anyone can check.',
  none: 'You have no certificate yet. You receive one for each course you finish, and for a whole pathway.',
  toLearning: 'Go to your learning',
  issuedOn: (day: string) => `Issued on ${day}`,
  revokedOn: (day: string) => `Revoked on ${day}`,
  reason: 'Reason:',
  see: (title: string) => `See the page of “${title}”`,
  open: 'Open its page',
  pdf: 'Certificate (PDF)',
  json: 'Signed file (JSON)',
  shown: 'Anyone who has its address can see its page.',
  hiddenState: 'Hidden: only you see its page.',
  hide: 'Hide the page',
  show: 'Show the page',
  remove: 'Delete',
  nowHidden: 'The page is hidden now.',
  nowShown: 'The page can be seen again.',
  removed: 'The certificate was deleted.',
  aboutTitle: 'About these certificates',
  about: [
    'The signed file follows Open Badges 3.0. You can add it to a wallet or send it to an employer.',
    'The file names you, what you finished and when. It holds no address and no result of a check.',
    'Hiding the page does not take back a file you gave away: it can still be checked.',
  ],
  verifyLink: 'Check a certificate',

  // Deleting
  removeTitle: (title: string) => `Delete the certificate for “${title}”?`,
  removeText:
    'Its page goes away for good. A file you downloaded stays valid. If you finish this again, you receive a new certificate.',
  removeYes: 'Yes, delete it',
  keep: 'Keep it',

  // The public page
  pageTitle: (title: string) => `Certificate: ${title}`,
  holder: 'Holder',
  what: 'Finished',
  issuer: 'Issued by',
  day: 'Date',
  effort: 'Learning time',
  effortHours: (hours: number) => `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
  learned: { course: 'What the course teaches', pathway: 'Items of the pathway' },
  validNow: 'This certificate is valid.',
  validText: (day: string) => `Checked on ${day}: the signature fits, and the certificate is not revoked.`,
  revokedNow: 'This certificate was revoked.',
  revokedText: (day: string) => `It has not been valid since ${day}.`,
  notValidNow: 'This certificate could not be confirmed.',
  notValidText: 'Ask the program that issued it.',
  yours: 'This certificate is yours.',
  manage: 'Show, hide or delete it',
  yourHidden: 'You hide this page: nobody else sees it.',

  // Checking
  verifyTitle: 'Check a certificate',
  verifyLead:
    'Choose the signed file, or paste its text. It is checked on this server, is not kept, and nothing is asked of anyone else.',
  file: 'Signed file',
  fileHint: 'A JSON file of up to 200 KB.',
  text: 'Or its text',
  textHint: 'Everything from the first { to the last }.',
  check: 'Check',
  unreadable: {
    empty: 'Choose a file, or paste its text.',
    'too-large': 'This is too large. A signed file has up to 200 KB.',
    'not-json':
      'This is not a whole JSON text. Paste everything from the first { to the last }, or choose the file itself.',
    'not-credential': 'This is JSON, but not a credential. Choose the signed file of a certificate.',
    'older-model':
      'This credential follows an older standard. Only W3C Verifiable Credentials 2.0 can be checked here.',
    'other-proof':
      'This credential has another kind of signature. Only one signature by eddsa-rdfc-2022 can be checked here.',
  },
  verdicts: {
    valid: 'Valid',
    'not-valid': 'Not valid',
    open: 'Not everything could be checked',
  },
  verdictTexts: {
    valid: 'This file was issued here, is unchanged, and is valid today.',
    'not-valid': 'Do not rely on this file. The checks below say why.',
    open: 'Nothing speaks against this file, but it cannot be confirmed here in full. The checks below say what is missing.',
  },
  says: 'What the file says',
  checksTitle: 'The checks',
  checkHead: ['Check', 'Result'],
  checkNames: { signature: 'Signature', issuer: 'Issuer', dates: 'Dates', status: 'Status' },
  checks: {
    signature: {
      good: 'Fits: nothing in the file was changed after it was signed.',
      bad: 'Does not fit: something was changed, or someone else signed it.',
      unknown: 'Could not be checked: the issuer’s key is kept elsewhere, and nothing is fetched.',
    },
    issuer: {
      here: 'This service.',
      key: 'A key that comes with the file. It shows that one and the same key signed, not whose key it is.',
      unknown: 'Somebody else. Use the address that they name.',
      'key-revoked': 'A key of this service that was revoked, because someone else may have had it.',
    },
    dates: {
      good: 'Valid today.',
      'not-yet': 'Not valid yet.',
      over: 'No longer valid.',
    },
    status: {
      good: 'Not revoked.',
      revoked: 'Revoked by the issuer.',
      unknown: 'Could not be checked here.',
      none: 'The issuer keeps no list of revoked ones.',
    },
  },
  unnamed: 'Not named',
  another: 'Check another',

  // Mail
  mailIssuedSubject: 'Your certificate for the learning pathway',
  mailIssued:
    'The learning pathway of your community is finished. Thank you for your part in it. Your certificate is ready.',
  mailIssuedLink: 'See the certificate',
  mailRevokedSubject: 'A certificate of yours was revoked',
  mailRevoked: (title: string) => `The certificate for “${title}” was revoked. It is no longer valid.`,
  mailReason: (reason: string) => `Reason: ${reason}`,
  mailRevokedAsk: 'If you do not agree, write to the program. The page below says how.',
  mailRevokedLink: 'Contact the program',
}

const fr: typeof en = {
  kinds: {
    course: {
      name: 'Cours',
      described: (title, day) => `A terminé le cours «\u00a0${title}\u00a0» le ${day}.`,
      rule: 'La personne titulaire a suivi tout le cours\u00a0: chacune de ses parties, chaque exercice et la vérification de la fin.',
      objectives: 'Ce que le cours enseigne\u00a0:',
      did: 'a terminé le cours',
    },
    pathway: {
      name: 'Parcours d’apprentissage',
      described: (title, day) => `A terminé le parcours d’apprentissage «\u00a0${title}\u00a0» le ${day}.`,
      rule: 'La personne titulaire a fait sa part de chaque élément du parcours.',
      objectives: 'Éléments du parcours\u00a0:',
      did: 'a terminé le parcours d’apprentissage',
    },
  },
  hours: (hours) => `Environ ${hours.toLocaleString('fr-CA')} ${hours < 2 ? 'heure' : 'heures'} d’apprentissage.`,

  title: 'Certificats',
  lead: 'Ce que vous avez terminé, sous forme de certificat à imprimer et de fichier signé que chacun peut vérifier.',
  none: 'Vous n’avez pas encore de certificat. Vous en recevez un pour chaque cours terminé et pour un parcours entier.',
  toLearning: 'Aller à vos apprentissages',
  issuedOn: (day) => `Délivré le ${day}`,
  revokedOn: (day) => `Révoqué le ${day}`,
  reason: 'Raison\u00a0:',
  see: (title) => `Voir la page de «\u00a0${title}\u00a0»`,
  open: 'Ouvrir sa page',
  pdf: 'Certificat (PDF)',
  json: 'Fichier signé (JSON)',
  shown: 'Quiconque a son adresse peut voir sa page.',
  hiddenState: 'Masqué\u00a0: vous seul ou vous seule voyez sa page.',
  hide: 'Masquer la page',
  show: 'Montrer la page',
  remove: 'Supprimer',
  nowHidden: 'La page est maintenant masquée.',
  nowShown: 'La page est de nouveau visible.',
  removed: 'Le certificat a été supprimé.',
  aboutTitle: 'À propos de ces certificats',
  about: [
    'Le fichier signé suit la norme Open Badges 3.0. Vous pouvez l’ajouter à un portefeuille numérique ou l’envoyer à un employeur.',
    'Le fichier dit votre nom, ce que vous avez terminé et quand. Il ne contient ni adresse ni résultat de vérification.',
    'Masquer la page ne reprend pas un fichier que vous avez donné\u00a0: on peut toujours le vérifier.',
  ],
  verifyLink: 'Vérifier un certificat',

  removeTitle: (title) => `Supprimer le certificat de «\u00a0${title}\u00a0»?`,
  removeText:
    'Sa page disparaît pour de bon. Un fichier que vous avez téléchargé reste valide. Si vous terminez de nouveau ceci, vous recevez un nouveau certificat.',
  removeYes: 'Oui, le supprimer',
  keep: 'Le garder',

  pageTitle: (title) => `Certificat\u00a0: ${title}`,
  holder: 'Titulaire',
  what: 'Terminé',
  issuer: 'Délivré par',
  day: 'Date',
  effort: 'Temps d’apprentissage',
  effortHours: (hours) => `${hours.toLocaleString('fr-CA')} ${hours < 2 ? 'heure' : 'heures'}`,
  learned: { course: 'Ce que le cours enseigne', pathway: 'Éléments du parcours' },
  validNow: 'Ce certificat est valide.',
  validText: (day) => `Vérifié le ${day}\u00a0: la signature concorde, et le certificat n’est pas révoqué.`,
  revokedNow: 'Ce certificat a été révoqué.',
  revokedText: (day) => `Il n’est plus valide depuis le ${day}.`,
  notValidNow: 'Ce certificat n’a pas pu être confirmé.',
  notValidText: 'Adressez-vous au programme qui l’a délivré.',
  yours: 'Ce certificat est le vôtre.',
  manage: 'Le montrer, le masquer ou le supprimer',
  yourHidden: 'Vous masquez cette page\u00a0: personne d’autre ne la voit.',

  verifyTitle: 'Vérifier un certificat',
  verifyLead:
    'Choisissez le fichier signé ou collez son texte. Il est vérifié sur ce serveur, il n’est pas conservé, et rien n’est demandé à personne d’autre.',
  file: 'Fichier signé',
  fileHint: 'Un fichier JSON d’au plus 200 Ko.',
  text: 'Ou son texte',
  textHint: 'Tout, du premier { au dernier }.',
  check: 'Vérifier',
  unreadable: {
    empty: 'Choisissez un fichier ou collez son texte.',
    'too-large': 'C’est trop gros. Un fichier signé a au plus 200 Ko.',
    'not-json':
      'Ce n’est pas un texte JSON complet. Collez tout, du premier { au dernier }, ou choisissez le fichier lui-même.',
    'not-credential': 'C’est du JSON, mais pas une attestation. Choisissez le fichier signé d’un certificat.',
    'older-model':
      'Cette attestation suit une norme plus ancienne. Seule la norme W3C Verifiable Credentials 2.0 peut être vérifiée ici.',
    'other-proof':
      'Cette attestation porte une signature d’une autre sorte. Seule une signature eddsa-rdfc-2022 peut être vérifiée ici.',
  },
  verdicts: {
    valid: 'Valide',
    'not-valid': 'Non valide',
    open: 'Tout n’a pas pu être vérifié',
  },
  verdictTexts: {
    valid: 'Ce fichier a été délivré ici, il est inchangé, et il est valide aujourd’hui.',
    'not-valid': 'Ne vous fiez pas à ce fichier. Les vérifications ci-dessous disent pourquoi.',
    open: 'Rien ne parle contre ce fichier, mais il ne peut pas être entièrement confirmé ici. Les vérifications ci-dessous disent ce qui manque.',
  },
  says: 'Ce que dit le fichier',
  checksTitle: 'Les vérifications',
  checkHead: ['Vérification', 'Résultat'],
  checkNames: { signature: 'Signature', issuer: 'Émetteur', dates: 'Dates', status: 'État' },
  checks: {
    signature: {
      good: 'Elle concorde\u00a0: rien dans le fichier n’a été changé après la signature.',
      bad: 'Elle ne concorde pas\u00a0: quelque chose a été changé, ou quelqu’un d’autre a signé.',
      unknown: 'N’a pas pu être vérifiée\u00a0: la clé de l’émetteur est conservée ailleurs, et rien n’est téléchargé.',
    },
    issuer: {
      here: 'Ce service.',
      key: 'Une clé fournie avec le fichier. Elle montre qu’une seule et même clé a signé, non à qui elle est.',
      unknown: 'Quelqu’un d’autre. Servez-vous de l’adresse qui y est indiquée.',
      'key-revoked': 'Une clé de ce service qui a été révoquée, parce que quelqu’un d’autre a pu l’avoir.',
    },
    dates: {
      good: 'Valide aujourd’hui.',
      'not-yet': 'Pas encore valide.',
      over: 'N’est plus valide.',
    },
    status: {
      good: 'Non révoqué.',
      revoked: 'Révoqué par l’émetteur.',
      unknown: 'N’a pas pu être vérifié ici.',
      none: 'L’émetteur ne tient pas de liste des certificats révoqués.',
    },
  },
  unnamed: 'Non indiqué',
  another: 'En vérifier un autre',

  mailIssuedSubject: 'Votre certificat du parcours d’apprentissage',
  mailIssued:
    'Le parcours d’apprentissage de votre communauté est terminé. Merci d’y avoir participé. Votre certificat est prêt.',
  mailIssuedLink: 'Voir le certificat',
  mailRevokedSubject: 'Un de vos certificats a été révoqué',
  mailRevoked: (title) => `Le certificat de «\u00a0${title}\u00a0» a été révoqué. Il n’est plus valide.`,
  mailReason: (reason) => `Raison\u00a0: ${reason}`,
  mailRevokedAsk: 'Si vous n’êtes pas d’accord, écrivez au programme. La page ci-dessous dit comment.',
  mailRevokedLink: 'Joindre le programme',
}

export const credentialMessages: Record<Language, typeof en> = { en, fr }
