import type { Language } from '../platform/languages.ts'

const en = {
  product: 'Waymark',
  /** Between a name and its value. */
  colon: ': ',
  skipToContent: 'Skip to content',
  mainMenu: 'Main menu',
  framework: 'Framework',
  catalogue: 'Catalogue',
  method: 'Method',
  selfCheck: 'Self-check',
  languageSwitch: 'Language',
  footerMenu: 'More about Waymark',
  aboutIdeas: 'What makes an open smart city',
  howComputed: 'How results are worked out',
  yourPrivacy: 'Your answers and your privacy',
  footerAbout:
    'Waymark is open-source software that helps communities grow their capacity to use data and technology well.',
  footerLicence: 'Code: MIT licence. Content: CC BY 4.0.',
  footerIndependent: 'Waymark is independent. No organization named in its sources endorses it.',
  errorSummaryTitle: 'There is something to correct',
  optional: 'optional',
  draftForReview: 'Draft for review',
  draftForReviewNote: 'This wording is still to be reviewed by people with the authority to speak on it.',
  tableOfChart: 'Show the figures as a table',
  print: 'Print this page',
  hamlet: 'In a hamlet',
  city: 'In a city',
}

const fr: typeof en = {
  product: 'Waymark',
  colon: '\u00a0: ',
  skipToContent: 'Aller au contenu',
  mainMenu: 'Menu principal',
  framework: 'Cadre',
  catalogue: 'Catalogue',
  method: 'Méthode',
  selfCheck: 'Autodiagnostic',
  languageSwitch: 'Langue',
  footerMenu: 'En savoir plus sur Waymark',
  aboutIdeas: 'Ce qui fait une ville intelligente ouverte',
  howComputed: 'Comment les résultats sont calculés',
  yourPrivacy: 'Vos réponses et votre vie privée',
  footerAbout:
    'Waymark est un logiciel libre qui aide les communautés à développer leur capacité de bien utiliser les données et les technologies.',
  footerLicence: 'Code : licence MIT. Contenu : CC BY 4.0.',
  footerIndependent: 'Waymark est indépendant. Aucun des organismes nommés dans ses sources ne le cautionne.',
  errorSummaryTitle: 'Il y a quelque chose à corriger',
  optional: 'facultatif',
  draftForReview: 'Version à faire réviser',
  draftForReviewNote: 'Ce texte doit encore être révisé par des gens qui ont l’autorité d’en parler.',
  tableOfChart: 'Voir les chiffres dans un tableau',
  print: 'Imprimer cette page',
  hamlet: 'Dans un hameau',
  city: 'Dans une ville',
}

export const uiMessages: Record<Language, typeof en> = { en, fr }
