import type { Language } from '../platform/languages.ts'

/** What people of the story write while they learn. */
const en = {
  note: 'Our own case: the sign-up sheet for swimming lessons. Ask Stella who still has last year’s copy.',
  privacyCheck: {
    fileName: 'Privacy check: swimming lessons',
    project: 'Swimming lessons: sign-up on one page instead of a binder',
    owner: 'Omar Haddad, town office',
    purpose: 'To hold a place for each child and to call the family when a lesson is cancelled.',
    phone: 'Name and phone number of a parent',
    families: 'Families of children in the lessons',
    why: 'To call when a lesson is cancelled',
    until: 'The end of the season, then shredded',
    notice:
      'On top of the sheet: “We use your name and number to hold the place and to call you. Only the office and the instructor see them. Questions? Call the clerk.”',
    seenBy: 'The clerk and the swimming instructor.',
    storedWhere: 'In the locked drawer at the office. The instructor has a list of first names only.',
    risk: 'The sheet is left at the pool and others read it',
    measure: 'First names only at the pool: 1 × 2 = 2',
    reasons: 'Go ahead once the birth dates are off the sheet and the drawer has a new key.',
    decidedBy: 'Joan Reid, administrator',
  },
  own: 'Visit the records room of the county office',
  prior: 'The clerk took a two-day course on this with the county last spring; her notes are in the shared folder.',
  aside: 'We share this work with the county from next year on, so it waits until then.',
  privacyAction: 'Check one project for privacy risks, in writing',
  revised: 'Sort the twelve boxes of the records room',
  close: 'The budget year ends. What is left goes into the work plan of the new clerk.',
  revoked:
    'The certificate names the wrong person: the course was read on a shared account. It is given again once each has their own.',
}

const fr: typeof en = {
  note: 'Notre cas à nous\u00a0: la feuille d’inscription au camp de jour. Demander à Aline qui a encore la copie de l’an dernier.',
  privacyCheck: {
    fileName: 'Examen des risques\u00a0: camp de jour',
    project: 'Camp de jour\u00a0: une inscription d’une page au lieu d’un cartable',
    owner: 'Julien Lemay, greffe',
    purpose: 'Réserver une place à chaque enfant et appeler la famille si une journée est annulée.',
    phone: 'Nom et numéro de téléphone d’un parent',
    families: 'Familles des enfants du camp',
    why: 'Appeler quand une journée est annulée',
    until: 'La fin de la saison, puis déchiqueté',
    notice:
      'En haut de la feuille\u00a0: «\u00a0Votre nom et votre numéro servent à réserver la place et à vous appeler. Seuls le bureau et la monitrice les voient. Des questions? Appelez le greffe.\u00a0»',
    seenBy: 'Le greffier et la monitrice du camp.',
    storedWhere: 'Dans le tiroir verrouillé du bureau. La monitrice a seulement une liste de prénoms.',
    risk: 'La feuille traîne au terrain de jeu et d’autres la lisent',
    measure: 'Seulement les prénoms au terrain\u00a0: 1 × 2 = 2',
    reasons: 'Aller de l’avant une fois les dates de naissance retirées et la clé du tiroir changée.',
    decidedBy: 'Sylvie Marchand, directrice générale',
  },
  own: 'Visite de la salle des archives de la ville voisine',
  prior:
    'Le greffier a suivi une formation de deux jours à ce sujet le printemps dernier; ses notes sont dans le dossier partagé.',
  aside: 'Nous partagerons ce travail avec la ville voisine dès l’an prochain; il attend donc jusque-là.',
  privacyAction: 'Examiner par écrit les risques d’un projet pour la vie privée',
  revised: 'Trier les douze boîtes de la salle des dossiers',
  close: 'L’année budgétaire se termine. Ce qui reste passe au plan de travail du nouveau greffier.',
  revoked:
    'Le certificat nomme la mauvaise personne\u00a0: le cours a été lu avec un compte partagé. Il sera remis lorsque chacun aura le sien.',
}

export const texts: Record<Language, typeof en> = { en, fr }
