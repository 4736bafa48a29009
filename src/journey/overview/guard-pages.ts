import type { Guard, Stage } from '../../domain/stages.ts'
import { type JourneyPart, paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'

/** The page on which each guard is met. */
const parts: Record<Guard, JourneyPart | 'members'> = {
  leadNamed: 'members',
  advisorNamed: 'request',
  languageRecorded: 'request',
  dataTermsRecorded: 'request',
  approvalBodyRecorded: 'request',
  agreementAccepted: 'request',
  notesChecked: 'interview',
  needsTagged: 'interview',
  enoughRespondents: 'diagnostic',
  baselineLocked: 'diagnostic',
  cardReviewed: 'report-card',
  cardPublished: 'report-card',
  pathwaysComputed: 'draft-plan',
  expertAnswered: 'draft-plan',
  draftPublished: 'draft-plan',
  findingsDecided: 'validation',
  prioritiesRanked: 'validation',
  pathwayChosen: 'validation',
  validationRecorded: 'validation',
  signedOff: 'final-plan',
  learningDone: 'learning',
}

/** Where a guard is met. */
export function guardPage(guard: Guard, place: { journeyId: string; communityId: string }, language: Language): string {
  const part = parts[guard]
  return part === 'members'
    ? paths.community(language, place.communityId, 'members')
    : paths.journey(language, place.journeyId, part)
}

/** The page of a stage, where it has one. */
export function stagePage(stage: Stage): JourneyPart | undefined {
  if (stage === 'endline') return 'actions'
  return stage === 'closed' ? undefined : stage
}
