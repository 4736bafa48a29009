import type { Language } from '../platform/languages.ts'

const en = {
  title: 'The framework',
  description: 'Domains and components of the capacity framework, with every level in words.',
  lead: (domains: number, components: number) =>
    `${components} components in ${domains} domains. Each one is looked at from two sides: what the organization does, and what its people know how to do.`,
  levelsTitle: 'The levels',
  levelsLead:
    'A level says what can be seen today. It is not a grade, and no community needs the highest level everywhere.',
  whyTitle: 'Why it matters',
  examplesTitle: 'What the highest level can look like',
  evidenceTitle: 'What would show it',
  enablesTitle: 'It helps with',
  enabledByTitle: 'It leans on',
  itemsTitle: 'Learn about it',
  servesTitle: 'What it serves',
  otherWording: 'Other wording',
  rubricVersion: 'Wording version',
  openSelfCheck: 'Answer this question in the self-check',
}

const fr: typeof en = {
  title: 'Le cadre',
  description: 'Les domaines et les composantes du cadre de capacités, avec chaque niveau en mots.',
  lead: (domains, components) =>
    `${components} composantes réparties en ${domains} domaines. Chacune est vue sous deux angles : ce que l’organisation fait et ce que ses gens savent faire.`,
  levelsTitle: 'Les niveaux',
  levelsLead:
    'Un niveau décrit ce qu’on peut constater aujourd’hui. Ce n’est pas une note, et aucune communauté n’a besoin du niveau le plus élevé partout.',
  whyTitle: 'Pourquoi c’est important',
  examplesTitle: 'À quoi peut ressembler le niveau le plus élevé',
  evidenceTitle: 'Ce qui le montrerait',
  enablesTitle: 'Elle favorise',
  enabledByTitle: 'Elle s’appuie sur',
  itemsTitle: 'Pour apprendre',
  servesTitle: 'Ce qu’elle sert',
  otherWording: 'Autre formulation',
  rubricVersion: 'Version du libellé',
  openSelfCheck: 'Répondre à cette question dans l’autodiagnostic',
}

export const frameworkMessages: Record<Language, typeof en> = { en, fr }
