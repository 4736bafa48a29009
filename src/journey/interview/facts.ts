import type { JourneyFacts } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Entry, listNeedTags, readEntries } from './entries-store.ts'
import { readInterview } from './store.ts'
import { missingFor, needParts, type SummaryPart, summaryState } from './summary.ts'

/** What the interview says about whether the journey may move on. */
export async function interviewFacts(
  tx: Tx,
  journeyId: string,
  now: Date,
): Promise<Pick<JourneyFacts, 'notesChecked' | 'needsTagged'>> {
  const interview = await readInterview(tx, journeyId)
  const { kind } = summaryState(interview, now)
  return {
    notesChecked: kind === 'frozen' || kind === 'over',
    needsTagged: missingFor(await readEntries(tx, journeyId)).length === 0,
  }
}

/** The components that needs are tagged with, each once, by id. */
export async function needsOf(tx: Tx, journeyId: string): Promise<string[]> {
  const tags = await listNeedTags(tx, journeyId)
  return [...new Set(tags.map(({ component }) => component))]
}

export type InterviewText = { text: string; language: string }

export type InterviewTexts = {
  needs: (InterviewText & { components: string[] })[]
  strengths: InterviewText | undefined
  constraints: InterviewText | undefined
  hopes: InterviewText | undefined
}

/** What the community said it needs, has and hopes for, in its own words, for the documents that follow. */
export async function interviewTextsOf(tx: Tx, journeyId: string): Promise<InterviewTexts> {
  const entries = await readEntries(tx, journeyId)
  const text = (part: SummaryPart): InterviewText | undefined => {
    const entry: Entry | undefined = entries.get(part)
    return entry && entry.text !== '' ? { text: entry.text, language: entry.language } : undefined
  }
  return {
    needs: needParts.flatMap((part) => {
      const need = text(part)
      return need ? [{ ...need, components: entries.get(part)?.tags ?? [] }] : []
    }),
    strengths: text('strengths'),
    constraints: text('constraints'),
    hopes: text('hopes'),
  }
}

/** Notes of the interview that may leave in the community's export: none that stays with the community. */
export async function shareableNotesOf(tx: Tx, journeyId: string): Promise<(InterviewText & { block: string })[]> {
  const entries = await readEntries(tx, journeyId)
  return [...entries.values()].flatMap(({ part, text, language, staysWithUs }) =>
    part.startsWith('block:') && !staysWithUs && text !== ''
      ? [{ block: part.slice('block:'.length), text, language }]
      : [],
  )
}
