/** What the invented program adds to the open catalogue: a link, and the refresher in each language. */
export const texts = {
  link: {
    url: 'https://example.org/counter-checklist',
    publisherEn: 'Association of Small Offices (invented)',
    publisherFr: 'Association des petits bureaux (inventée)',
    titleEn: 'Checklist for the front counter',
    titleFr: 'Liste de vérification pour le comptoir',
    summaryEn:
      'One page to hang beside the counter: what may lie there, what goes into the drawer, and whom to call when something goes missing.',
    summaryFr:
      'Une page à afficher près du comptoir\u00a0: ce qui peut y rester, ce qui va dans le tiroir et qui appeler quand quelque chose manque.',
    kind: 'guideline',
    hours: '0.25',
    objectiveEn: 'Name what may lie on the counter and what may not',
    objectiveFr: 'Nommer ce qui peut rester sur le comptoir et ce qui ne le peut pas',
  },
  refresher: {
    en: {
      titleEn: 'Ten-minute privacy refresher',
      titleFr: 'Rappel de dix minutes sur la vie privée (en anglais)',
      summaryEn: 'Two short pages and four questions on what an office does with people’s information every day.',
      summaryFr:
        'Deux courtes pages et quatre questions sur ce qu’un bureau fait chaque jour des renseignements personnels. En anglais.',
      kind: 'course-basic',
      hours: '0.25',
      objectiveEn: 'Recognize personal information in daily work and keep five habits',
      objectiveFr: 'Reconnaître les renseignements personnels au quotidien et garder cinq habitudes',
    },
    fr: {
      titleEn: 'Ten-minute privacy refresher (in French)',
      titleFr: 'Rappel de dix minutes sur la vie privée',
      summaryEn:
        'Two short pages and four questions on what an office does with people’s information every day. In French.',
      summaryFr:
        'Deux courtes pages et quatre questions sur ce qu’un bureau fait chaque jour des renseignements personnels.',
      kind: 'course-basic',
      hours: '0.25',
      objectiveEn: 'Recognize personal information in daily work and keep five habits',
      objectiveFr: 'Reconnaître les renseignements personnels au quotidien et garder cinq habitudes',
    },
  },
}
