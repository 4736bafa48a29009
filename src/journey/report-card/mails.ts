import { paths } from '../../paths.ts'
import type { JourneyEnvironment, RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { reviewMessages } from './messages.ts'
import { listReaders } from './readers-store.ts'

/** Tells the leads that the report card can be read, each in their language; whoever published it knows. */
export async function tellOfReportCard(
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>,
  tx: Tx,
  given: { place: JourneyEnvironment['Variables']['place']; version: number; by: string },
): Promise<void> {
  const { place, version, by } = given
  const journeyId = place.journey.id
  for (const lead of await listReaders(tx, place.communityId)) {
    if (lead.personId === by) continue
    const t = reviewMessages[lead.language]
    await deps.queueMail(
      tx,
      {
        key: `report-card.published:${journeyId}:${version}:${lead.personId}`,
        kind: 'stage-change',
        to: { address: lead.address, name: lead.name, personId: lead.personId },
        language: lead.language,
        subject: t.mailSubject(place.communityName),
        paragraphs: t.mailText,
        link: { label: t.mailLink, href: `${deps.origin}${paths.journey(lead.language, journeyId, 'report-card')}` },
        communityId: place.communityId,
        journeyId,
      },
      deps.now(),
    )
  }
}
