import type { JourneyDocumentKind } from '../../domain/stages.ts'
import type { Language } from '../../platform/languages.ts'
import { stageWords } from '../../ui/words/stages.ts'

const en = {
  journeyMenu: 'This journey',
  earlierStages: 'Earlier stages',
  overview: 'Overview',
  actions: 'Actions',
  documents: 'Documents',
  support: 'Support',
  messages: 'Messages',
  record: 'Record',
  invented: 'Invented for the demonstration',
  stages: stageWords.en,
  documentKinds: {
    agreement: 'Service and data agreement',
    'needs-summary': 'Needs assessment summary',
    'report-card': 'Report card',
    'draft-plan': 'Draft action plan',
    'validation-record': 'Validation record',
    'final-plan': 'Final action plan',
    'learning-record': 'Learning record',
  } satisfies Record<JourneyDocumentKind, string> as Record<JourneyDocumentKind, string>,
}

const fr: typeof en = {
  journeyMenu: 'Cette démarche',
  earlierStages: 'Étapes précédentes',
  overview: 'Vue d’ensemble',
  actions: 'Actions',
  documents: 'Documents',
  support: 'Soutien',
  messages: 'Messages',
  record: 'Registre',
  invented: 'Communauté inventée pour la démonstration',
  stages: stageWords.fr,
  documentKinds: {
    agreement: 'Entente de service et de données',
    'needs-summary': 'Sommaire de l’évaluation des besoins',
    'report-card': 'Bilan des capacités',
    'draft-plan': 'Plan d’action provisoire',
    'validation-record': 'Compte rendu de validation',
    'final-plan': 'Plan d’action final',
    'learning-record': 'Compte rendu de l’apprentissage',
  },
}

export const journeyMessages: Record<Language, typeof en> = { en, fr }
