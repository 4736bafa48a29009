const en = {
  note: 'To look at:',
  unusable: (directory: string, errors: number) =>
    `${directory}: ${errors} ${errors === 1 ? 'problem' : 'problems'}; the pack cannot be used until they are put right.`,
  usable: (directory: string, components: number, items: number, notes: number) =>
    `${directory}: no errors; ${components} components, ${items} catalogue items, ${notes} to look at.`,
  release: (hash: string) => `Release ${hash}`,
  published: 'Published.',
  alreadyPublished: 'This content is already published; nothing has changed.',
}

const fr: typeof en = {
  note: 'À regarder\u00a0:',
  unusable: (directory, errors) =>
    `${directory}\u00a0: ${errors} ${errors < 2 ? 'problème' : 'problèmes'}; la trousse est inutilisable d’ici à ce qu’ils soient réglés.`,
  usable: (directory, components, items, notes) =>
    `${directory}\u00a0: aucune erreur; ${components} composantes, ${items} éléments du catalogue, ${notes} à regarder.`,
  release: (hash) => `Version publiée ${hash}`,
  published: 'Publiée.',
  alreadyPublished: 'Ce contenu est déjà publié; rien n’a changé.',
}

export const packMessages = { en, fr }
