import type { Stage } from '../../domain/stages.ts'
import type { Language } from '../../platform/languages.ts'

const en: Record<Stage, string> = {
  request: 'Request',
  interview: 'Needs interview',
  diagnostic: 'Diagnostic',
  'report-card': 'Report card',
  'draft-plan': 'Draft plan',
  validation: 'Validation',
  'final-plan': 'Final plan',
  learning: 'Learning',
  endline: 'Endline',
  closed: 'Closed',
}

const fr: Record<Stage, string> = {
  request: 'Demande',
  interview: 'Entrevue sur les besoins',
  diagnostic: 'Diagnostic',
  'report-card': 'Bilan des capacités',
  'draft-plan': 'Plan provisoire',
  validation: 'Validation',
  'final-plan': 'Plan final',
  learning: 'Apprentissage',
  endline: 'Mesure finale',
  closed: 'Terminée',
}

/** The name of each stage. */
export const stageWords: Record<Language, Record<Stage, string>> = { en, fr }
