import type { Pack } from '../../content/schema.ts'
import {
  type NeedsSummaryValues,
  needsSummaryDocument,
  type PersonsText,
} from '../../documents/needs-summary-document.ts'
import { asService, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Language, languages } from '../../platform/languages.ts'
import { cancelMail } from '../../platform/mail/store.ts'
import { dayIn } from '../../ui/dates.ts'
import { getCommunityOf, getJourney, type Journey, publishDocument, recordEvent } from '../record/index.ts'
import { findBooking, listParticipants, type Participant } from './booking-store.ts'
import { type Correction, type Entry, listCorrections, readEntries } from './entries-store.ts'
import { guideOf } from './load.ts'
import { correctionTag } from './mails.ts'
import { interviewMessages } from './messages.ts'
import { type Interview, listDueSummaries, lockInterview, markInterview } from './store.ts'
import { correctionDays, dayOfTalk, needParts, type SummaryPart, summaryState } from './summary.ts'

type Content = { pack: Pack; release: string }

/** Everything the document says, from what was written: notes of blocks are not in it, so none that stays with the community is. */
function valuesOf(given: {
  content: Content
  language: Language
  community: string
  zone: string
  interview: Interview
  heldAt: Date | undefined
  entries: ReadonlyMap<string, Entry>
  participants: readonly Participant[]
  corrections: readonly Correction[]
  confirmed: boolean
  journeyLanguage: Language
  at: Date
}): NeedsSummaryValues {
  const { language, entries, interview, heldAt, zone } = given
  const t = interviewMessages[language]
  const text = (part: SummaryPart): PersonsText | undefined => {
    const entry = entries.get(part)
    return entry && entry.text !== '' ? { text: entry.text, language: entry.language } : undefined
  }
  const [place, strengths, constraints, hopes] = (['place', 'strengths', 'constraints', 'hopes'] as const).map(text)
  return {
    ...given.content,
    language,
    community: given.community,
    date: dayIn(given.at, zone),
    ...(heldAt ? { heldOn: dayIn(heldAt, zone) } : {}),
    ...(interview.language ? { spoken: interview.language } : {}),
    roles: given.participants.map(({ personId, role, title }) =>
      personId === undefined || title !== undefined
        ? { text: title ?? role, language: given.journeyLanguage }
        : { text: t.roles[role] ?? role, language },
    ),
    ...(place ? { place } : {}),
    needs: needParts.flatMap((part) => {
      const need = text(part)
      return need ? [{ ...need, components: entries.get(part)?.tags ?? [] }] : []
    }),
    ...(strengths ? { strengths } : {}),
    ...(constraints ? { constraints } : {}),
    ...(hopes ? { hopes } : {}),
    topics: topicsOf(given.content.pack, entries),
    corrections: given.corrections.map(({ part, at }) => ({ part, on: dayIn(at, zone) })),
    confirmed: given.confirmed,
  }
}

/** Components tagged anywhere, in the order of the framework; a block whose note stays with the community gives none. */
function topicsOf(pack: Pack, entries: ReadonlyMap<string, Entry>): string[] {
  const tagged = new Set([...entries.values()].flatMap(({ staysWithUs, tags }) => (staysWithUs ? [] : tags)))
  return pack.components.map(({ id }) => id).filter((id) => tagged.has(id))
}

/** Freezes the summary and publishes it in every language. The caller holds the interview's lock. */
export async function freezeSummary(
  deps: Pick<RoomDependencies, 'findContent'>,
  tx: Tx,
  given: { journey: Journey; interview: Interview; by: string; at: Date; confirmed: boolean },
): Promise<void> {
  const { journey, interview, by, at, confirmed } = given
  const { pack, release } = await guideOf(deps, journey)
  const community = await getCommunityOf(tx, journey.communityId)
  const entries = await readEntries(tx, journey.id)
  const corrections = await listCorrections(tx, journey.id)
  const booking = await findBooking(tx, journey.id)
  const common = {
    content: { pack, release },
    community: community.name,
    zone: community.time_zone,
    interview,
    heldAt: dayOfTalk(interview, booking),
    entries,
    participants: await listParticipants(tx, journey.id),
    corrections,
    confirmed,
    journeyLanguage: journey.language,
    at,
  }
  const models = Object.fromEntries(
    languages.map((language) => [language, needsSummaryDocument(valuesOf({ ...common, language }))]),
  ) as Record<Language, ReturnType<typeof needsSummaryDocument>>
  const { pack: _, language: __, ...data } = valuesOf({ ...common, language: journey.language })
  await publishDocument(tx, journey, {
    kind: 'needs-summary',
    models,
    data: { schemaVersion: 1, ...data, corrections },
    at,
    by,
    ...(interview.reopenedReason ? { reason: interview.reopenedReason } : {}),
  })
  if (confirmed) await markInterview(tx, journey.id, { confirmedAt: at, by })
  await markInterview(tx, journey.id, { frozenAt: at })
  await cancelMail(tx, correctionTag(journey.id))
  await recordEvent(tx, {
    communityId: journey.communityId,
    journeyId: journey.id,
    personId: by,
    act: confirmed ? 'interview.summary-confirmed' : 'interview.summary-frozen',
    at,
  })
}

/**
 * Freezes every summary whose days for corrections are over. For a job that runs now and then.
 *
 * @returns how many
 */
export async function freezeDueSummaries(deps: Pick<RoomDependencies, 'db' | 'now' | 'findContent'>): Promise<number> {
  const at = deps.now()
  const due = await asService(deps.db, (tx) =>
    listDueSummaries(tx, new Date(at.getTime() - correctionDays * 86_400_000)),
  )
  let frozen = 0
  for (const { journeyId, by } of due) {
    frozen += await asService(deps.db, async (tx) => {
      const journey = await getJourney(tx, journeyId)
      const interview = await lockInterview(tx, journey)
      if (summaryState(interview, at).kind !== 'over') return 0
      await freezeSummary(deps, tx, { journey, interview, by, at, confirmed: false })
      return 1
    })
  }
  return frozen
}
