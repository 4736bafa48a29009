const en = {
  about: 'Check and publish packs of content',
  check: 'Report every problem of a pack: file, line, id, what is wrong, what is allowed',
  publish: 'Check a pack and store it as a frozen release',
  folders: 'folders of packs',
  folder: 'folder of a pack',
  noFolder: (directory: string, what: string) => `${directory}: ${what}; give the folder that holds pack.yaml.`,
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
  about: 'Vérifier et publier des trousses de contenu',
  check: 'Signaler chaque problème d’une trousse\u00a0: fichier, ligne, identifiant, ce qui cloche, ce qui est permis',
  publish: 'Vérifier une trousse et l’enregistrer comme version publiée figée',
  folders: 'dossiers de trousses',
  folder: 'dossier d’une trousse',
  noFolder: (directory, what) => `${directory}\u00a0: ${what}; donnez le dossier qui contient pack.yaml.`,
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
