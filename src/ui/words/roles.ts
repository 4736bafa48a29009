import type { CommunityRole, StaffRole } from '../../domain/access.ts'
import type { Language } from '../../platform/languages.ts'

const en: Record<CommunityRole | StaffRole, string> = {
  lead: 'Community lead',
  contributor: 'Contributor',
  steward: 'Data steward',
  advisor: 'Advisor',
  expert: 'Expert',
  opener: 'Program staff with a stated reason',
  manager: 'Program manager',
  author: 'Content author',
  funder: 'Funder',
  administrator: 'Administrator',
}

const fr: typeof en = {
  lead: 'Responsable communautaire',
  contributor: 'Collaboratrice ou collaborateur',
  steward: 'Intendante ou intendant des données',
  advisor: 'Conseillère ou conseiller',
  expert: 'Spécialiste',
  opener: 'Personnel du programme, avec motif',
  manager: 'Gestionnaire du programme',
  author: 'Responsable du contenu',
  funder: 'Bailleur de fonds',
  administrator: 'Administratrice ou administrateur',
}

/** The name of each role. */
export const roleWords: Record<Language, typeof en> = { en, fr }
