import type { Language } from '../platform/languages.ts'

/** Questions, answers and sessions of the story. */
const en = {
  notice: {
    subject: 'How short may the notice on a form be?',
    body: 'Our sign-up sheet for swimming lessons has room for two lines at the top. Is that enough to tell families what we do with their number, or do we need a page?',
    answer:
      'Two lines can be enough: what you use, what for, who sees it, and whom to call. Put anything longer on a sheet at the counter and name it in the second line. I attached a sample that fits your sheet; check with your privacy commissioner whether your law asks for one more line.',
    more: 'Thank you. Does the sheet at the counter need a date on it?',
    answerMore:
      'Yes, a date and a name. Whoever reads it next year then knows whether it still holds, and whom to ask.',
  },
  noticeFile: 'Sample notice for a sign-up sheet\n\nWe use your name and number to hold the place and to call you.\n',
  published: {
    question: 'How short may the notice on a sign-up sheet be? We have room for two lines.',
    answer:
      'Two lines can be enough: what you use, what for, who sees it, and whom to call. Put anything longer on a dated sheet at the counter and name it in the second line. Your privacy commissioner’s office can tell you whether your law asks for more.',
  },
  radios: {
    subject: 'May we keep recordings of radio calls?',
    body: 'The fire hall records its radio calls, and the recorder keeps everything. The lesson says that we need a reason and an end date. Who decides on both in a town with a volunteer fire hall?',
  },
  inventory: {
    subject: 'Where does the inventory of data live?',
    body: 'We have three lists by now: one in the shared folder, one in the clerk’s binder, one with the county. Which one should be the real one?',
    answer:
      'Choose the one that is opened most often, and make it the only one that people may change. Print the others from it. The binder is good for the day without power, as long as it carries a date.',
    more: 'The binder has no date and nobody knows who printed it. Do we print it anew each month, or only after a change?',
  },
  family: {
    subject: 'May a council member see a complaint?',
    body: 'A council member asks for the complaint about a neighbour’s fence. Before I answer: may I show it?',
  },
  session: {
    topic: 'Our first privacy check: the swimming lessons',
    place: 'By video call',
    notes:
      'Read the form line by line. The birth dates are gone; the instructor gets first names only. Open: who has a key to the drawer. Next: the same form for the fitness room, without help.',
    action: 'Write down who has a key to the drawer at the office',
    next: 'What to check in the contract of the new website',
  },
}

const fr: typeof en = {
  notice: {
    subject: 'L’avis sur un formulaire peut-il être court?',
    body: 'En haut de notre feuille d’inscription au camp de jour, il y a de la place pour deux lignes. Est-ce assez pour dire aux familles ce que nous faisons de leur numéro, ou faut-il une page?',
    answer:
      'Deux lignes peuvent suffire\u00a0: ce que vous utilisez, pour quoi, qui le voit et qui appeler. Mettez le reste sur une feuille au comptoir, nommée à la deuxième ligne. J’ai joint un exemple; vérifiez auprès du commissaire à la vie privée si votre loi demande une ligne de plus.',
    more: 'Merci. La feuille au comptoir doit-elle porter une date?',
    answerMore:
      'Oui, une date et un nom. La personne qui la lira l’an prochain saura ainsi si elle tient toujours, et à qui demander.',
  },
  noticeFile:
    'Exemple d’avis pour une feuille d’inscription\n\nVotre nom et votre numéro servent à réserver la place et à vous appeler.\n',
  published: {
    question: 'L’avis en haut d’une feuille d’inscription peut-il être court? Nous avons de la place pour deux lignes.',
    answer:
      'Deux lignes peuvent suffire\u00a0: ce que vous utilisez, pour quoi, qui le voit et qui appeler. Mettez le reste sur une feuille datée au comptoir, nommée à la deuxième ligne. Le bureau du commissaire à la vie privée peut vous dire si votre loi en demande plus.',
  },
  radios: {
    subject: 'Peut-on garder les photos des chantiers?',
    body: 'Les travaux publics photographient chaque chantier, et on y voit parfois des gens. La leçon dit qu’il faut une raison et une date de fin. Qui décide des deux dans une petite municipalité?',
  },
  inventory: {
    subject: 'Où garder l’inventaire des données?',
    body: 'Nous avons maintenant trois listes\u00a0: une dans le dossier partagé, une dans le cartable du greffe, une à la ville voisine. Laquelle devrait être la vraie?',
    answer:
      'Choisissez celle qu’on ouvre le plus souvent, et que ce soit la seule qu’on puisse modifier. Imprimez les autres à partir d’elle. Le cartable sert le jour d’une panne, à condition de porter une date.',
    more: 'Le cartable n’a pas de date et personne ne sait qui l’a imprimé. Faut-il l’imprimer chaque mois, ou seulement après un changement?',
  },
  family: {
    subject: 'Un membre du conseil peut-il voir une plainte?',
    body: 'Un membre du conseil demande la plainte au sujet de la clôture d’un voisin. Avant que je réponde\u00a0: ai-je le droit de la montrer?',
  },
  session: {
    topic: 'Notre premier examen des risques\u00a0: le camp de jour',
    place: 'Par visioconférence',
    notes:
      'Nous avons lu la fiche ligne par ligne. Les dates de naissance sont retirées; la monitrice reçoit seulement les prénoms. Reste à savoir qui a la clé du tiroir. Ensuite\u00a0: la même fiche pour la salle d’entraînement, sans aide.',
    action: 'Noter qui a la clé du tiroir du bureau',
    next: 'Quoi vérifier dans le contrat du nouveau site Web',
  },
}

export const texts: Record<Language, typeof en> = { en, fr }
