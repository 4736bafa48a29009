import type { Language } from '../platform/languages.ts'

const en = {
  contactTitle: 'Contact',
  contactNone: 'The people who run this installation have not entered their contact details yet.',
  contactLead: (program: string) => `How to reach the people of ${program}.`,
  phone: 'Telephone',
  address: 'Address',
  email: 'E-mail',
  selfCheckAnyway: 'The self-check needs nobody: it works without an account, and your answers stay on your device.',

  privacyTitle: 'Privacy notice',
  privacyLead: 'What is collected, why, who sees it, and what you can do about it.',
  collectTitle: 'What is collected',
  collect: [
    'Without an account, nothing: the self-check stays on your device unless you ask for a link.',
    'With an account: your name, work e-mail, language and time zone, and your role in your community. No birth date, gender or origin.',
    'In a journey: your answers, notes and files, and what is decided together.',
    'In your learning: what you read, your notes, your answers and results. They are yours alone; your community sees what you are done with.',
  ],
  whoTitle: 'Who sees what',
  who: [
    'Your own answers: you, and the advisor by a code and your role, not by your name. Never the lead or your colleagues.',
    'Results show as averages. With fewer than five people there are no counts; with two people, figures show only if both agree. In a small group others may still guess.',
    'What you mark “stays with us” never reaches the program’s staff.',
    'Every time staff read identifiable data it is logged, and the community can see the log.',
    'The program manager sees status and totals. To open a community they must give a reason, which the community sees.',
    'The funder sees totals only, of at least 11 communities.',
  ],
  useTitle: 'What it is used for',
  use: [
    'To advise the community. Any other use, such as comparison with peers, research or funder totals, needs the community’s own dated yes, which it can take back.',
    'Never to train machine-learning models. No decision about a person is made by a machine.',
  ],
  ownTitle: 'Whose data it is',
  own: 'The data belongs to the community. It can take it all, and have it deleted with a certificate. An Indigenous government’s own protocol comes before the defaults.',
  keepTitle: 'How long it is kept',
  keep: (answers: number, logs: number) =>
    `Individual answers stay ${answers} months after a journey ends, logs ${logs} months, the incident register five years. Agreements and final plans stay as the community wishes. A public body’s records may also fall under access-to-information law.`,
  rightsTitle: 'Your rights',
  rights: 'On your account page you can see, correct, export and withdraw what is yours, and delete your account.',
  leadTitle: 'Who answers for it',
  privacyNone: 'The people who run this installation have not yet named who is in charge of personal information.',
  place: 'The data is kept in:',
  placeNone: 'Where the data is kept has not been entered yet. By default it stays on the server that runs Waymark.',

  accessTitle: 'Accessibility statement',
  access: [
    'Waymark is built to meet WCAG 2.2 at level AA, in English and in French, and every page is tested for it automatically.',
    'Every page and every act works with a keyboard, without scripts, at 320 pixels wide, and in print. Charts come with tables. Nothing is told by colour alone.',
    'Documents are tagged PDF, editable Word and plain text.',
    'What we know is not perfect: some tables scroll sideways on a narrow screen, and people who use screen readers have not yet tested every page.',
  ],
  accessHelp:
    'If something keeps you out, write to us. Say which page and what happened; you will get an answer and another way to do it.',

  termsTitle: 'Terms of use',
  terms: [
    'The service is free for communities. It gives advice; the community decides.',
    'You may use the questions, guides and templates under CC BY 4.0, and the software under the MIT licence.',
    'Answer for your own community only, and only what you know. Do not enter other people’s personal information.',
    'Keep your sign-in to yourself. If you think someone else used it, end the session on your account page and tell us.',
    'The program may close an account that is used to harm others. The community’s data stays its own.',
  ],
}

const fr: typeof en = {
  contactTitle: 'Nous joindre',
  contactNone: 'Les responsables de cette installation n’ont pas encore inscrit leurs coordonnées.',
  contactLead: (program) => `Comment joindre l’équipe de ${program}.`,
  phone: 'Téléphone',
  address: 'Adresse',
  email: 'Courriel',
  selfCheckAnyway:
    'L’autodiagnostic se passe de tout le monde : il fonctionne sans compte, et vos réponses restent sur votre appareil.',

  privacyTitle: 'Avis de confidentialité',
  privacyLead: 'Ce qui est recueilli, pourquoi, qui le voit, et ce que vous pouvez y faire.',
  collectTitle: 'Ce qui est recueilli',
  collect: [
    'Sans compte, rien : l’autodiagnostic reste sur votre appareil, sauf si vous demandez un lien.',
    'Avec un compte : votre nom, votre courriel au travail, votre langue, votre fuseau horaire et votre rôle dans votre communauté. Aucune date de naissance, aucun genre, aucune origine.',
    'Dans une démarche : vos réponses, vos notes et vos fichiers, et ce qui se décide ensemble.',
    'Dans votre apprentissage\u00a0: ce que vous lisez, vos notes, vos réponses et vos résultats. Ils sont à vous seulement; votre communauté voit ce que vous avez terminé.',
  ],
  whoTitle: 'Qui voit quoi',
  who: [
    'Vos propres réponses : vous, et la personne qui vous conseille, par un code et votre fonction, non par votre nom. Jamais la personne responsable ni vos collègues.',
    'Les résultats paraissent sous forme de moyennes. À moins de cinq personnes, aucun décompte; à deux, les chiffres ne paraissent que si les deux sont d’accord. Dans un petit groupe, on peut tout de même deviner.',
    'Ce que vous marquez « reste chez nous » ne parvient jamais au personnel du programme.',
    'Chaque lecture de données identifiables par le personnel est inscrite dans un journal que la communauté peut voir.',
    'La direction du programme voit l’état des démarches et les totaux. Pour ouvrir une communauté, elle doit donner une raison, que la communauté voit.',
    'Le bailleur de fonds voit seulement des totaux d’au moins 11 communautés.',
  ],
  useTitle: 'À quoi cela sert',
  use: [
    'À conseiller la communauté. Tout autre usage, comme la comparaison avec des pairs, la recherche ou les totaux du bailleur de fonds, demande un oui daté de la communauté, qu’elle peut retirer.',
    'Jamais à entraîner des modèles d’apprentissage automatique. Aucune décision au sujet d’une personne n’est prise par une machine.',
  ],
  ownTitle: 'À qui sont les données',
  own: 'Les données appartiennent à la communauté. Elle peut toutes les emporter et les faire supprimer avec un certificat. Le protocole d’un gouvernement autochtone passe avant les réglages par défaut.',
  keepTitle: 'Combien de temps elles sont conservées',
  keep: (answers, logs) =>
    `Les réponses individuelles restent ${answers} mois après la fin d’une démarche, les journaux ${logs} mois, le registre des incidents cinq ans. Les ententes et les plans finaux restent selon le vœu de la communauté. Les documents d’un organisme public peuvent aussi relever des lois sur l’accès à l’information.`,
  rightsTitle: 'Vos droits',
  rights:
    'Sur la page de votre compte, vous pouvez voir, corriger, exporter et retirer ce qui est à vous, et supprimer votre compte.',
  leadTitle: 'Qui en répond',
  privacyNone:
    'Les responsables de cette installation n’ont pas encore nommé la personne responsable des renseignements personnels.',
  place: 'Les données sont conservées ici :',
  placeNone:
    'Le lieu de conservation des données n’est pas encore inscrit. Par défaut, elles restent sur le serveur qui fait fonctionner Waymark.',

  accessTitle: 'Déclaration sur l’accessibilité',
  access: [
    'Waymark est conçu pour respecter les WCAG 2.2, niveau AA, en français et en anglais, et chaque page est vérifiée automatiquement.',
    'Chaque page et chaque geste fonctionnent au clavier, sans scripts, à 320 pixels de large et à l’impression. Les graphiques ont un tableau. Rien n’est dit par la couleur seule.',
    'Les documents existent en PDF balisé, en Word modifiable et en texte brut.',
    'Ce que nous savons imparfait : certains tableaux défilent de côté sur un écran étroit, et des personnes qui utilisent un lecteur d’écran n’ont pas encore essayé chaque page.',
  ],
  accessHelp:
    'Si quelque chose vous bloque, écrivez-nous. Dites à quelle page et ce qui s’est passé; vous recevrez une réponse et une autre façon de faire.',

  termsTitle: 'Conditions d’utilisation',
  terms: [
    'Le service est gratuit pour les communautés. Il donne des conseils; la communauté décide.',
    'Vous pouvez utiliser les questions, les guides et les gabarits selon la licence CC BY 4.0, et le logiciel selon la licence MIT.',
    'Répondez seulement pour votre communauté, et seulement ce que vous savez. N’inscrivez pas les renseignements personnels d’autres personnes.',
    'Gardez votre accès pour vous. Si vous pensez que quelqu’un d’autre l’a utilisé, fermez la session sur la page de votre compte et dites-le-nous.',
    'Le programme peut fermer un compte qui sert à nuire à d’autres. Les données de la communauté restent les siennes.',
  ],
}

export const publicMessages: Record<Language, typeof en> = { en, fr }
