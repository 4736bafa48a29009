import type { Language } from '../../platform/languages.ts'

/** What the refresher says: three pages and four questions, on what an office does with people's information every day. */
const en = {
  title: 'Ten-minute privacy refresher',
  pages: [
    {
      name: 'what.html',
      title: 'What counts as personal information',
      lead: 'Personal information is anything about a person who can be recognized, alone or together with other facts.',
      points: [
        'A name and a phone number on a list at the counter.',
        'A photo of a playground where faces can be seen.',
        'A complaint without a name, if only one house stands on that road.',
        'An employee’s sick days, in a shared calendar.',
      ],
      more: 'A count is not personal, as long as it is large enough: “214 dogs have tags this year” tells nothing about anyone.',
    },
    {
      name: 'habits.html',
      title: 'Five habits for every day',
      lead: 'Most mishaps are small: a list left out, a message sent to the wrong person. Five habits prevent most of them.',
      points: [
        'Ask for what the task needs, and for nothing more.',
        'Say why you ask, in one sentence, before people answer.',
        'Lock the drawer and the screen when you leave the desk.',
        'Read the address once more before you send a message.',
        'Delete on the day that your schedule names.',
      ],
      more: 'If something does go wrong, tell the person who looks after privacy the same day. Early is better than perfect.',
    },
  ],
  quiz: {
    name: 'check.html',
    title: 'Four questions',
    lead: 'Choose one answer each. You can try as often as you like.',
    questions: [
      {
        text: 'A resident calls about a broken street light. What do you need to write down?',
        options: [
          'The place of the light, and a number if the person wants a call back',
          'Name, address, date of birth and the place of the light',
          'Only the name of the person',
        ],
        right: 0,
        why: 'The lamp is repaired by its place. A number is needed only for a call back.',
      },
      {
        text: 'A list of people who need help in a storm is on the counter. What comes first?',
        options: ['Write “confidential” on top', 'Put it in the locked drawer', 'Send everyone a copy by email'],
        right: 1,
        why: 'A word on paper stops nobody. The lock does.',
      },
      {
        text: 'The form for swimming lessons asks for a health card number that nobody uses. What do you do?',
        options: ['Keep it in case it is useful one day', 'Make it optional', 'Take it off the form'],
        right: 2,
        why: 'What was never collected cannot be lost.',
      },
      {
        text: 'You sent a tax bill to the wrong neighbour. What now?',
        options: [
          'Wait and see whether anyone complains',
          'Tell the person who looks after privacy today, and ask for the letter back',
          'Send the right one and say nothing',
        ],
        right: 1,
        why: 'Whoever looks after privacy knows whether people must be told, and by when.',
      },
    ],
    send: 'See how you did',
    missing: 'Choose an answer to each question first.',
    right: 'Right.',
    other: 'Not this one.',
    result: 'Right answers:',
    passed: 'You have completed the refresher. Your result is saved.',
    again: 'Three right answers complete the refresher. Look at the notes, then try again.',
  },
  next: 'Next',
  back: 'Back',
  page: 'Page {n} of {of}',
}

const fr: typeof en = {
  title: 'Rappel de dix minutes sur la vie privée',
  pages: [
    {
      name: 'what.html',
      title: 'Ce qu’est un renseignement personnel',
      lead: 'Un renseignement personnel, c’est tout ce qui concerne une personne qu’on peut reconnaître, à lui seul ou avec d’autres faits.',
      points: [
        'Un nom et un numéro de téléphone sur une liste au comptoir.',
        'La photo d’un terrain de jeu où l’on voit des visages.',
        'Une plainte sans nom, s’il n’y a qu’une maison sur ce chemin.',
        'Les jours de maladie d’une employée, dans un calendrier partagé.',
      ],
      more: 'Un nombre n’est pas personnel s’il est assez grand\u00a0: «\u00a0214 chiens ont une médaille cette année\u00a0» ne dit rien de personne.',
    },
    {
      name: 'habits.html',
      title: 'Cinq habitudes de tous les jours',
      lead: 'La plupart des incidents sont petits\u00a0: une liste oubliée, un message envoyé à la mauvaise personne. Cinq habitudes en évitent presque tous.',
      points: [
        'Demandez ce qu’il faut pour la tâche, et rien de plus.',
        'Dites pourquoi vous le demandez, en une phrase, avant que les gens répondent.',
        'Verrouillez le tiroir et l’écran quand vous quittez votre bureau.',
        'Relisez l’adresse avant d’envoyer un message.',
        'Supprimez le jour que prévoit votre calendrier.',
      ],
      more: 'Si quelque chose arrive quand même, prévenez le jour même la personne responsable de la vie privée. Mieux vaut tôt que parfait.',
    },
  ],
  quiz: {
    name: 'check.html',
    title: 'Quatre questions',
    lead: 'Choisissez une réponse par question. Vous pouvez essayer aussi souvent que vous voulez.',
    questions: [
      {
        text: 'Une personne appelle pour un lampadaire brisé. Que devez-vous noter?',
        options: [
          'L’endroit du lampadaire, et un numéro si la personne veut être rappelée',
          'Le nom, l’adresse, la date de naissance et l’endroit du lampadaire',
          'Le nom de la personne seulement',
        ],
        right: 0,
        why: 'On répare le lampadaire grâce à son endroit. Le numéro sert seulement à rappeler.',
      },
      {
        text: 'Une liste de personnes à aider en cas de tempête se trouve sur le comptoir. Que faire d’abord?',
        options: [
          'Écrire «\u00a0confidentiel\u00a0» en haut',
          'La mettre dans le tiroir verrouillé',
          'En envoyer une copie à tout le monde par courriel',
        ],
        right: 1,
        why: 'Un mot sur une feuille n’arrête personne. Le verrou, oui.',
      },
      {
        text: 'Le formulaire des cours de natation demande un numéro d’assurance maladie que personne n’utilise. Que faites-vous?',
        options: ['Le garder au cas où', 'Le rendre facultatif', 'Le retirer du formulaire'],
        right: 2,
        why: 'Ce qui n’a jamais été recueilli ne peut pas être perdu.',
      },
      {
        text: 'Vous avez envoyé un compte de taxes au mauvais voisin. Et maintenant?',
        options: [
          'Attendre de voir si quelqu’un se plaint',
          'Prévenir aujourd’hui la personne responsable de la vie privée et demander le retour de la lettre',
          'Envoyer le bon compte sans rien dire',
        ],
        right: 1,
        why: 'La personne responsable sait s’il faut prévenir les gens, et dans quel délai.',
      },
    ],
    send: 'Voir mes réponses',
    missing: 'Choisissez d’abord une réponse à chaque question.',
    right: 'C’est juste.',
    other: 'Pas celle-là.',
    result: 'Bonnes réponses\u00a0:',
    passed: 'Vous avez terminé le rappel. Votre résultat est enregistré.',
    again: 'Trois bonnes réponses terminent le rappel. Lisez les notes, puis essayez de nouveau.',
  },
  next: 'Suivant',
  back: 'Retour',
  page: 'Page {n} de {of}',
}

export const refresherWords: Record<Language, typeof en> = { en, fr }
