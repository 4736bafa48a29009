/** What advisors and experts say of themselves in the directory. `most`: journeys at once, of advisors. */
export type HelperTexts = {
  languages: string[]
  disciplines: string[]
  places: string
  'about-en': string
  'about-fr': string
  mostQuestions: string
  most?: string
}

export const helpers: Record<string, HelperTexts> = {
  'advisor-1': {
    languages: ['en'],
    disciplines: ['data', 'direction'],
    places: 'Cedar County\nPine Harbour and around',
    'about-en':
      'Twelve years as a town clerk, then five in a regional data office. I like short lists and plans that fit on one page.',
    'about-fr':
      'Douze ans comme greffière, puis cinq dans un bureau régional des données. J’aime les listes courtes et les plans d’une page.',
    mostQuestions: '5',
    most: '8',
  },
  'advisor-2': {
    languages: ['en', 'fr'],
    disciplines: ['people', 'participation'],
    places: 'Anse-aux-Érables\nVal-des-Tilleuls',
    'about-en':
      'I worked in recreation and resident relations in four small municipalities. Ask me about consultations that people come to.',
    'about-fr':
      'J’ai travaillé en loisirs et en relations avec la population dans quatre petites municipalités. Parlez-moi de consultations où les gens viennent.',
    mostQuestions: '5',
    most: '6',
  },
  'advisor-3': {
    languages: ['en'],
    disciplines: ['trust', 'technology'],
    places: 'Northern Shore\nWestbrook',
    'about-en':
      'I kept networks running over satellite links for ten years. I help with security, privacy and what to do when the power is out.',
    'about-fr':
      'Pendant dix ans, j’ai fait fonctionner des réseaux par satellite. J’aide pour la sécurité, la vie privée et les pannes de courant.',
    mostQuestions: '4',
    most: '8',
  },
  'expert-1': {
    languages: ['en', 'fr'],
    disciplines: ['trust', 'data'],
    places: 'By video call, anywhere',
    'about-en':
      'Privacy and records professional. I read forms and contracts for small offices and say in plain words what to change.',
    'about-fr':
      'Spécialiste de la vie privée et des documents. Je lis les formulaires et les contrats de petits bureaux et je dis simplement quoi changer.',
    mostQuestions: '6',
  },
  'expert-2': {
    languages: ['fr', 'en'],
    disciplines: ['data', 'technology', 'direction'],
    places: 'Lac-aux-Outardes\nPar visioconférence, partout',
    'about-en':
      'I teach data management at an invented college and work with municipalities that share one person for technology.',
    'about-fr':
      'J’enseigne la gestion des données dans un collège inventé et je travaille avec des municipalités qui partagent une personne en technologie.',
    mostQuestions: '4',
  },
}
