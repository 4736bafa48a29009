import type { Language } from '../../platform/languages.ts'

const en = {
  kinds: {
    asked: {
      subject: (community: string) => `A question for you from ${community}`,
      text: (community: string) => [
        `Someone of ${community} asked a question that fits what you know. Please answer within a few days, or pass it on to someone else.`,
      ],
      link: 'Read the question',
    },
    passed: {
      subject: (community: string) => `A question of ${community} was passed on to you`,
      text: (community: string) => [
        `A colleague passed on a question of ${community} to you and says why. Please answer it, or pass it on.`,
      ],
      link: 'Read the question',
    },
    'followed-up': {
      subject: (community: string) => `More on a question of ${community}`,
      text: (community: string) => [`${community} wrote again in a question that you answer.`],
      link: 'Read what is new',
    },
    answered: {
      subject: (community: string) => `Your question was answered (${community})`,
      text: (_community: string) => [
        'There is an answer to your question. You can ask further, or close it: with thanks if it helped.',
      ],
      link: 'Read the answer',
    },
    agreement: {
      subject: (community: string) => `Please decide: a question of ${community} to someone from outside`,
      text: (community: string) => [
        `Someone of ${community} asked a question, and the person who fits best is not part of your team. Under your data terms it is sent only when a lead or data steward agrees.`,
        'You can also keep it inside your own team.',
      ],
      link: 'Decide',
    },
    unrouted: {
      subject: (community: string) => `Nobody fits a question of ${community}`,
      text: (community: string) => [
        `A question of ${community} found nobody in the directory who knows the subject, writes the language and has room. Please choose someone. You choose without reading it.`,
      ],
      link: 'Choose someone',
    },
  },
}

const fr: typeof en = {
  kinds: {
    asked: {
      subject: (community) => `Une question pour vous de ${community}`,
      text: (community) => [
        `Une personne de ${community} a posé une question qui correspond à ce que vous savez. Veuillez y répondre d’ici quelques jours ou la transmettre à quelqu’un d’autre.`,
      ],
      link: 'Lire la question',
    },
    passed: {
      subject: (community) => `Une question de ${community} vous est transmise`,
      text: (community) => [
        `Une ou un collègue vous transmet une question de ${community} et dit pourquoi. Veuillez y répondre ou la transmettre.`,
      ],
      link: 'Lire la question',
    },
    'followed-up': {
      subject: (community) => `Du nouveau dans une question de ${community}`,
      text: (community) => [`${community} a écrit de nouveau dans une question à laquelle vous répondez.`],
      link: 'Lire ce qui est nouveau',
    },
    answered: {
      subject: (community) => `Votre question a reçu une réponse (${community})`,
      text: () => [
        'Votre question a une réponse. Vous pouvez demander plus de détails ou la clore, avec un merci si elle vous a aidé.',
      ],
      link: 'Lire la réponse',
    },
    agreement: {
      subject: (community) => `À décider\u00a0: une question de ${community} à une personne de l’extérieur`,
      text: (community) => [
        `Une personne de ${community} a posé une question, et celle qui convient le mieux pour répondre ne fait pas partie de votre équipe. Selon vos conditions sur les données, elle n’est envoyée que si une personne responsable ou chargée des données est d’accord.`,
        'Vous pouvez aussi la garder dans votre équipe.',
      ],
      link: 'Décider',
    },
    unrouted: {
      subject: (community) => `Personne ne convient pour une question de ${community}`,
      text: (community) => [
        `Une question de ${community} n’a trouvé personne au répertoire qui connaît le sujet, écrit la langue et a de la place. Veuillez choisir quelqu’un. Vous choisissez sans la lire.`,
      ],
      link: 'Choisir une personne',
    },
  },
}

export const questionMailMessages: Record<Language, typeof en> = { en, fr }
