import type { Language } from '../platform/languages.ts'

const en = {
  product: 'Waymark',
  /** Between a name and its value. */
  colon: ': ',
  tagline: 'Helping communities grow their capacity',
  skipToContent: 'Skip to content',
  mainMenu: 'Main menu',
  framework: 'Framework',
  catalogue: 'Catalogue',
  method: 'Method',
  selfCheck: 'Self-check',
  languageSwitch: 'Language',
  footerAbout:
    'Waymark is open-source software that helps communities grow their capacity to use data and technology well.',
  footerLicence: 'Code: MIT licence. Content: CC BY 4.0.',
  footerIndependent: 'Waymark is independent. No organization named in its sources endorses it.',
  errorSummaryTitle: 'There is something to correct',
  optional: 'optional',
  draftForReview: 'Draft for review',
  draftForReviewNote:
    'This wording still has to be reviewed by people with authority to speak to First Nations, Inuit and Métis data principles.',
  notTranslated: 'This text is not available in your language yet.',
  tableOfChart: 'Show the figures as a table',
  print: 'Print this page',
}

const fr: typeof en = {
  product: 'Waymark',
  colon: '\u00a0: ',
  tagline: 'Aider les communautés à développer leurs capacités',
  skipToContent: 'Aller au contenu',
  mainMenu: 'Menu principal',
  framework: 'Cadre',
  catalogue: 'Catalogue',
  method: 'Méthode',
  selfCheck: 'Autodiagnostic',
  languageSwitch: 'Langue',
  footerAbout:
    'Waymark est un logiciel libre qui aide les communautés à développer leur capacité de bien utiliser les données et les technologies.',
  footerLicence: 'Code : licence MIT. Contenu : CC BY 4.0.',
  footerIndependent: 'Waymark est indépendant. Aucun des organismes nommés dans ses sources ne le cautionne.',
  errorSummaryTitle: 'Il y a quelque chose à corriger',
  optional: 'facultatif',
  draftForReview: 'Version à faire réviser',
  draftForReviewNote:
    'Ce texte doit encore être révisé par des personnes ayant l’autorité de parler des principes des Premières Nations, des Inuit et des Métis sur les données.',
  notTranslated: 'Ce texte n’existe pas encore dans votre langue.',
  tableOfChart: 'Voir les chiffres dans un tableau',
  print: 'Imprimer cette page',
}

export const uiMessages: Record<Language, typeof en> = { en, fr }
