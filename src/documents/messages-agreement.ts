import type { Language } from '../platform/languages.ts'

const ocap =
  'OCAP® is a registered trademark of the First Nations Information Governance Centre (FNIGC): ownership, control, access and possession. Each First Nation says what it means for its own data.'
const ocapFr =
  'PCAP® est une marque déposée du Centre de gouvernance de l’information des Premières Nations (CGIPN)\u00a0: propriété, contrôle, accès et possession. Chaque Première Nation dit ce que cela signifie pour ses propres données.'

const en = {
  title: 'Service and data agreement',
  overline: 'Capacity-building advisory service',
  aloneOverline: 'Capacity-building journey, run alone',
  lead: (community: string) => `What ${community} and the program agreed before the work began.`,
  facts: (accepted: string) => `Accepted on ${accepted}`,
  version: (release: string) => `Release ${release}`,
  partiesTitle: 'Who',
  parties: 'Who takes part',
  part: 'Part',
  who: 'Who',
  community: 'Community',
  leadRole: 'Community lead',
  program: 'Program',
  advisor: 'Advisor',
  noAdvisor: 'None: the community runs this journey alone',
  language: 'Language of documents and mail',
  approvalBody: 'Who approves the final plan',
  bodies: {
    council: 'Council',
    'chief-and-council': 'Chief and council',
    board: 'Board',
    administration: 'Administration',
  } as Record<string, string>,
  serviceTitle: 'The service',
  service: [
    'A needs interview, a diagnostic that several people of the community answer, a report card, a draft action plan, a validation interview and a final action plan.',
    'It takes four to six weeks from the interview. The clock stops while the journey is paused, for example while a council decides.',
    'It costs the community nothing.',
    'Recommendations are advice. The community sets its wanted levels and priorities, and may change or refuse any part of the plan.',
  ],
  serviceAlone: [
    'The community runs every step itself: needs, diagnostic, report card, plan, validation and final plan.',
    'It can ask for an advisor at any time; nothing is lost when one joins.',
    'It costs the community nothing.',
    'Recommendations are advice. The community decides.',
  ],
  communityTitle: 'What the community does',
  communityDoes: [
    'It names a lead, who invites the people who answer.',
    'It answers as things are today, not as they should be. Nobody is ranked or graded.',
    'It checks the notes of the interview within three days and says what is wrong or missing.',
  ],
  dataTitle: 'The data',
  data: [
    'The data belongs to the community. It can take all of it away at any time, in open formats.',
    'Answers are confidential. Nobody in the community sees another person’s answers; with fewer than five people no counts are shown, and in a small group people may still guess.',
    'The advisor sees answers by a code and a role. Every time staff read what identifies the community, the community sees it in its log.',
    'A public body’s records may be subject to a request under access laws.',
    'Individual answers are kept for 24 months after the journey ends and are then deleted, unless the program has set another time in its privacy notice. The final plan and this agreement stay as long as the community wishes.',
    'Nothing is used to train machine-learning models.',
    'Each further use (comparison groups, the funder’s totals, research, calibration) needs its own yes, with its date. The answer is no until then, and a yes can be taken back at any time.',
  ],
  termsTitle: (terms: string) => `Data terms: ${terms}`,
  termNames: {
    standard: 'standard terms',
    'first-nations': 'First Nations terms',
    inuit: 'Inuit terms',
    metis: 'Métis terms',
    'own-protocol': 'the community’s own protocol',
  } as Record<string, string>,
  terms: {
    standard: [
      'The rules above apply. Data is kept in Canada unless the program’s privacy notice names another place.',
    ],
    'first-nations': [
      ocap,
      'A data steward named by the First Nation approves people, sharing and exports.',
      'The First Nation may hold its data itself: by running this service, or by taking the data out and having it deleted here with a certificate.',
      'Consent to a further use is given by the governing body, as well as by each person who answered.',
    ],
    inuit: [
      'A data steward named by the community approves people, sharing and exports, in line with the National Inuit Strategy on Research and what the community decides.',
      'Consent to a further use is given by the governing body, as well as by each person who answered.',
      'The community may take its data out and have it deleted here with a certificate.',
    ],
    metis: [
      'A data steward named by the Métis government or community approves people, sharing and exports, by its own principles of data governance.',
      'Consent to a further use is given by the governing body, as well as by each person who answered.',
      'The community may take its data out and have it deleted here with a certificate.',
    ],
    'own-protocol': [
      'The community’s own protocol is attached to this journey and outranks the rules above where they differ.',
      'A data steward named by the community approves people, sharing and exports.',
    ],
  } as Record<string, string[]>,
  protocol: (name: string) => `Attached protocol: ${name}`,
  steward: (names: string) => `Data steward: ${names}`,
  endTitle: 'How it ends',
  end: [
    'The community may pause or withdraw at any time and owes no reason. What was published stays on its record until the community asks to have it deleted.',
    'Questions about personal information go to the program’s privacy lead, named in the privacy notice.',
  ],
  acceptedTitle: 'Accepted',
  accepted: (name: string, day: string) => `${name} accepted this agreement for the community on ${day}.`,
}

const fr: typeof en = {
  title: 'Entente de service et de données',
  overline: 'Service-conseil de renforcement des capacités',
  aloneOverline: 'Démarche de renforcement des capacités, menée en autonomie',
  lead: (community) => `Ce dont ${community} et le programme ont convenu avant le début du travail.`,
  facts: (accepted) => `Acceptée le ${accepted}`,
  version: (release) => `Version publiée ${release}`,
  partiesTitle: 'Qui',
  parties: 'Qui participe',
  part: 'Rôle',
  who: 'Qui',
  community: 'Communauté',
  leadRole: 'Responsable communautaire',
  program: 'Programme',
  advisor: 'Conseillère ou conseiller',
  noAdvisor: 'Personne\u00a0: la communauté mène cette démarche en autonomie',
  language: 'Langue des documents et des courriels',
  approvalBody: 'Qui approuve le plan final',
  bodies: {
    council: 'Conseil municipal',
    'chief-and-council': 'Chef et conseil',
    board: 'Conseil d’administration',
    administration: 'Administration',
  },
  serviceTitle: 'Le service',
  service: [
    'Une entrevue sur les besoins, un diagnostic auquel plusieurs personnes de la communauté répondent, un bilan des capacités, un plan d’action provisoire, une entrevue de validation et un plan d’action final.',
    'Le tout prend de quatre à six semaines à partir de l’entrevue. Le temps s’arrête quand la démarche est en pause, par exemple pendant qu’un conseil délibère.',
    'Le service ne coûte rien à la communauté.',
    'Les recommandations sont des conseils. La communauté fixe ses niveaux visés et ses priorités, et peut modifier ou refuser toute partie du plan.',
  ],
  serviceAlone: [
    'La communauté mène elle-même chaque étape\u00a0: besoins, diagnostic, bilan, plan, validation et plan final.',
    'Elle peut demander une conseillère ou un conseiller en tout temps; rien ne se perd à ce moment-là.',
    'Le service ne coûte rien à la communauté.',
    'Les recommandations sont des conseils. La communauté décide.',
  ],
  communityTitle: 'Ce que fait la communauté',
  communityDoes: [
    'Elle nomme une personne responsable, qui invite les gens à répondre.',
    'Elle répond selon la situation d’aujourd’hui, non selon ce qui devrait être. Personne n’est classé ni noté.',
    'Elle vérifie les notes de l’entrevue dans les trois jours et dit ce qui est inexact ou manquant.',
  ],
  dataTitle: 'Les données',
  data: [
    'Les données appartiennent à la communauté. Elle peut toutes les emporter en tout temps, dans des formats ouverts.',
    'Les réponses sont confidentielles. Dans la communauté, personne ne voit les réponses d’une autre personne; à moins de cinq personnes, aucun décompte n’est montré, et dans un petit groupe les gens peuvent quand même deviner.',
    'La personne qui conseille voit les réponses par code et par rôle. Chaque fois que le personnel lit ce qui identifie la communauté, celle-ci le voit dans son journal.',
    'Les documents d’un organisme public peuvent être visés par une demande d’accès à l’information.',
    'Les réponses individuelles sont conservées 24 mois après la fin de la démarche, puis supprimées, sauf si le programme a fixé une autre durée dans son avis de confidentialité. Le plan final et la présente entente restent aussi longtemps que la communauté le souhaite.',
    'Rien ne sert à entraîner des modèles d’apprentissage automatique.',
    'Chaque autre usage (groupes de comparaison, totaux du bailleur de fonds, recherche, étalonnage) demande son propre oui, avec sa date. D’ici là, c’est non, et un oui peut être retiré en tout temps.',
  ],
  termsTitle: (terms) => `Conditions sur les données\u00a0: ${terms}`,
  termNames: {
    standard: 'conditions courantes',
    'first-nations': 'conditions des Premières Nations',
    inuit: 'conditions inuites',
    metis: 'conditions métisses',
    'own-protocol': 'le protocole de la communauté',
  },
  terms: {
    standard: [
      'Les règles ci-dessus s’appliquent. Les données sont conservées au Canada, sauf si l’avis de confidentialité du programme nomme un autre endroit.',
    ],
    'first-nations': [
      ocapFr,
      'Une intendante ou un intendant des données que nomme la Première Nation approuve les personnes, les partages et les exportations.',
      'La Première Nation peut garder elle-même ses données\u00a0: en exploitant ce service, ou en les emportant et en les faisant supprimer ici, certificat à l’appui.',
      'Le consentement à un autre usage est donné par l’instance dirigeante, en plus de chaque personne qui a répondu.',
    ],
    inuit: [
      'Une intendante ou un intendant des données que nomme la communauté approuve les personnes, les partages et les exportations, selon la Stratégie nationale inuite sur la recherche et les décisions de la communauté.',
      'Le consentement à un autre usage est donné par l’instance dirigeante, en plus de chaque personne qui a répondu.',
      'La communauté peut emporter ses données et les faire supprimer ici, certificat à l’appui.',
    ],
    metis: [
      'Une intendante ou un intendant des données que nomme le gouvernement ou la communauté métisse approuve les personnes, les partages et les exportations, selon ses propres principes de gouvernance des données.',
      'Le consentement à un autre usage est donné par l’instance dirigeante, en plus de chaque personne qui a répondu.',
      'La communauté peut emporter ses données et les faire supprimer ici, certificat à l’appui.',
    ],
    'own-protocol': [
      'Le protocole de la communauté est joint à cette démarche et l’emporte sur les règles ci-dessus là où ils diffèrent.',
      'Une intendante ou un intendant des données que nomme la communauté approuve les personnes, les partages et les exportations.',
    ],
  },
  protocol: (name) => `Protocole joint\u00a0: ${name}`,
  steward: (names) => `Intendance des données\u00a0: ${names}`,
  endTitle: 'Comment elle prend fin',
  end: [
    'La communauté peut faire une pause ou se retirer en tout temps, sans donner de raison. Ce qui a été publié reste à son dossier jusqu’à ce qu’elle en demande la suppression.',
    'Les questions sur les renseignements personnels vont à la personne responsable de leur protection, nommée dans l’avis de confidentialité du programme.',
  ],
  acceptedTitle: 'Acceptation',
  accepted: (name, day) => `${name} a accepté cette entente au nom de la communauté le ${day}.`,
}

export const agreementWords: Record<Language, typeof en> = { en, fr }
